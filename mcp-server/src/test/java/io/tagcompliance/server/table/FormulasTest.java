package io.tagcompliance.server.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://evil.example\",\"click\")",
            "+1",
            "-2",
            "@SUM(A1)",
            "\t=1+1",
            "\n=1+1",
            "\r=1+1",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20S",
            "'=1",
            "it's, \"quoted\"",
            "plain",
            "");

    private static byte[] written(TableFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = format.open(bytes, List.of("name", "value"))) {
            for (String value : HOSTILE) {
                table.row(texts("row", value));
            }
        }
        return bytes.toByteArray();
    }

    private static List<Cell> texts(String... texts) {
        return Arrays.stream(texts).<Cell>map(Cell.Text::new).toList();
    }

    /** A credit is negative: what this program counted is no formula. */
    @Test
    void a_number_is_a_number_in_every_format_and_nothing_is_not_an_empty_text() throws IOException {
        Map<TableFormat, byte[]> files = new EnumMap<>(TableFormat.class);
        for (TableFormat format : TableFormat.values()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TableWriter table = format.open(bytes, List.of("cost", "value", "empty", "allowed"))) {
                table.row(List.of(
                        new Cell.Amount(new BigDecimal("-1234.5678")),
                        Cell.NOTHING,
                        new Cell.Text(""),
                        new Cell.Texts(List.of("a|b", "c"))));
            }
            files.put(format, bytes.toByteArray());
        }

        assertThat(new String(files.get(TableFormat.CSV), StandardCharsets.UTF_8))
                .contains("\n-1234.5678,,,a|b | c");
        assertThat(new String(files.get(TableFormat.JSON), StandardCharsets.UTF_8))
                .contains("{\"cost\":-1234.5678,\"value\":null,\"empty\":\"\",\"allowed\":[\"a|b\",\"c\"]}");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(files.get(TableFormat.XLSX)))) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCellAsNumber(0)).contains(new BigDecimal("-1234.5678"));
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.NUMBER);
        }
    }

    @Test
    void r04_no_cell_of_csv_becomes_a_formula_and_each_parses_back_to_what_it_was() throws IOException {
        String csv = new String(written(TableFormat.CSV), StandardCharsets.UTF_8);

        List<String> cells = new ArrayList<>();
        for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(csv))) {
            cells.add(row.get(1));
        }
        assertThat(cells.removeFirst()).isEqualTo("value");
        assertThat(cells)
                .noneMatch(
                        cell -> !cell.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) >= 0);
        assertThat(cells.stream().map(FormulaGuard::text)).containsExactlyElementsOf(HOSTILE);
    }

    @Test
    void r05_every_cell_of_xlsx_is_a_text_and_none_a_formula() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(written(TableFormat.XLSX)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            List<org.dhatim.fastexcel.reader.Cell> cells = rows.stream()
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .toList();

            assertThat(cells).allMatch(cell -> cell.getType() == CellType.STRING && cell.getFormula() == null);
            assertThat(rows.get(1).getCellText(1)).isEqualTo(HOSTILE.getFirst());
            assertThat(rows).hasSize(HOSTILE.size() + 1);
        }
    }

    @Test
    void control_characters_do_not_break_a_workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.XLSX.open(bytes, List.of("value"))) {
            table.row(texts("a\u0000b\u001Bc\uD800d"));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(0)).isEqualTo("a\\u{0}b\\u{1B}c\\u{D800}d");
        }
    }

    @Test
    void json_is_a_list_of_objects() throws IOException {
        String json = new String(written(TableFormat.JSON), StandardCharsets.UTF_8);

        assertThat(json)
                .startsWith("[")
                .contains("{\"name\":\"row\",\"value\":\"+1\"}")
                .endsWith("]\n");
    }
}
