package io.tagcompliance.server.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** CSV as RFC 4180 has it, in UTF-8, in which no cell can become a formula. */
final class CsvTable implements TableWriter {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final Writer out;

    private CsvTable(Writer out) {
        this.out = out;
    }

    static TableWriter open(OutputStream stream, List<String> columns) throws IOException {
        CsvTable table = new CsvTable(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        table.row(columns);
        return table;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        FORMAT.printRecord(out, cells.stream().map(FormulaGuard::cell).toArray());
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
