package io.tagcompliance.server.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of text cells, which can't be formulas. What doesn't fit one sheet goes on in the next. */
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
        this.sheet = workbook.newWorksheet("violations");
    }

    /** @param rowsOfASheet with the names of the columns, which each sheet begins with */
    static TableWriter open(OutputStream stream, List<String> columns, int rowsOfASheet) throws IOException {
        Workbook workbook = new Workbook(new LeftOpen(stream), "tag-compliance", "1.0");
        XlsxTable table = new XlsxTable(workbook, columns, rowsOfASheet);
        table.write(columns);
        return table;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (next == rowsOfASheet) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet("violations " + sheets);
            next = 0;
            write(columns);
        }
        write(cells);
    }

    private void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(next, column, legible(cell));
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
        sheet.finish();
        workbook.close();
    }
}
