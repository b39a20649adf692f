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
        FORMAT.printRecord(table.out, columns.stream().map(FormulaGuard::cell).toArray());
        return table;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        FORMAT.printRecord(out, cells.stream().map(CsvTable::text).toArray());
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Amount ? cell.text() : FormulaGuard.cell(cell.text());
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
