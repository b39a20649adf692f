package io.tagcompliance.server.table;

import io.tagcompliance.server.handout.FileType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How a table is written. */
public enum TableFormat {
    CSV(FileType.CSV) {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return CsvTable.open(out, columns);
        }
    },
    XLSX(FileType.XLSX) {
        @Override
        public TableWriter open(OutputStream out, List<String> columns) throws IOException {
            return XlsxTable.open(out, columns, XlsxTable.MOST_ROWS);
        }
    },
    JSON(FileType.JSON) {
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
