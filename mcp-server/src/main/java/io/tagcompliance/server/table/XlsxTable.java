package io.tagcompliance.server.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of texts and numbers, none of which can be a formula. What doesn't fit one sheet goes on in the next; each has its
 * names of columns in sight, and filters on them.
 */
final class XlsxTable implements TableWriter {
    /** The most rows that the format allows. */
    static final int MOST_ROWS = 1_048_576;

    /** The most characters that the format allows in a cell. */
    private static final int LONGEST_CELL = 32_767;

    private static final int FLUSH_EVERY = 1_000;

    private final Workbook workbook;
    private final List<String> columns;
    private final int rowsOfASheet;
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    private XlsxTable(Workbook workbook, List<String> columns, int rowsOfASheet) {
        this.workbook = workbook;
        this.columns = List.copyOf(columns);
        this.rowsOfASheet = rowsOfASheet;
        this.sheet = begun(workbook, "violations");
    }

    private static Worksheet begun(Workbook workbook, String name) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        return sheet;
    }

    private void finish() throws IOException {
        sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
        sheet.finish();
    }

    /** @param rowsOfASheet with the names of the columns, which each sheet begins with */
    static TableWriter open(OutputStream stream, List<String> columns, int rowsOfASheet) throws IOException {
        Workbook workbook = new Workbook(new LeftOpen(stream), "tag-compliance", "1.0");
        XlsxTable table = new XlsxTable(workbook, columns, rowsOfASheet);
        table.head();
        return table;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (next == rowsOfASheet) {
            finish();
            sheets++;
            sheet = begun(workbook, "violations " + sheets);
            next = 0;
            head();
        }
        write(cells);
    }

    private void head() throws IOException {
        write(columns.stream().<Cell>map(Cell.Text::new).toList());
    }

    private void write(List<Cell> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            if (cell instanceof Cell.Amount amount) {
                sheet.value(next, column, amount.number());
            } else if (!cell.text().isEmpty()) {
                sheet.inlineString(next, column, legible(cell.text()));
            }
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    /** XML has no way to write most control characters: they stand as {@code \\u{1B}}. */
    private static String legible(String cell) {
        StringBuilder text = new StringBuilder();
        cell.codePoints().limit(LONGEST_CELL).forEach(point -> {
            boolean written = isWritten(point);
            text.append(written ? Character.toString(point) : "\\u{%X}".formatted(point));
        });
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text.toString();
    }

    /** What XML 1.0 has a way to write. */
    private static boolean isWritten(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    @Override
    public void close() throws IOException {
        finish();
        workbook.close();
    }
}
