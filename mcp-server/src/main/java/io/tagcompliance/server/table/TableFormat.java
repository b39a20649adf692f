package io.tagcompliance.server.table;

import io.tagcompliance.server.handout.FileType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How a table is written. */
public enum TableFormat {
    CSV(new FileType("csv", "text/csv; charset=utf-8")) {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return CsvTable.open(out, columns);
        }
    },
    XLSX(new FileType("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return XlsxTable.open(out, columns);
        }
    },
    JSON(new FileType("json", "application/json")) {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return JsonTable.open(out, columns);
        }
    };

    private final FileType type;

    TableFormat(FileType type) {
        this.type = type;
    }

    /** The type of its files. */
    public FileType type() {
        return type;
    }

    /** Begins a table with its columns. The stream is left open by the table. */
    public abstract TableWriter open(OutputStream out, List<String> columns) throws IOException;
}
