package io.tagcompliance.server.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How a table is written. */
public enum TableFormat {
    CSV("csv", "text/csv; charset=utf-8") {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return CsvTable.open(out, columns);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return XlsxTable.open(out, columns);
        }
    },
    JSON("json", "application/json") {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return JsonTable.open(out, columns);
        }
    };

    private final String ending;
    private final String mime;

    TableFormat(String ending, String mime) {
        this.ending = ending;
        this.mime = mime;
    }

    /** The ending of file names, without a dot. */
    public String ending() {
        return ending;
    }

    /** The MIME type. */
    public String mime() {
        return mime;
    }

    /** Begins a table with its columns. The stream is left open by the table. */
    public abstract TableWriter open(OutputStream out, List<String> columns) throws IOException;
}
