package io.tagcompliance.server.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What doesn't fit a sheet goes on in the next, as the XML of the workbook has it. */
class XlsxSheetsTest {
    private static final List<String> COLUMNS = List.of("resource_id", "tag");
    private static final int ROWS_OF_A_SHEET = 4;

    @TempDir
    Path directory;

    /** The parts of a workbook of that many rows. */
    private Map<String, Document> workbook(int rows) throws Exception {
        Path file = directory.resolve("violations.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter table = XlsxTable.open(out, COLUMNS, ROWS_OF_A_SHEET)) {
            for (int row = 1; row <= rows; row++) {
                table.row(List.of(new Cell.Text("id-" + row), new Cell.Text("Owner")));
            }
        }
        return parts(file);
    }

    private static Map<String, Document> parts(Path file) throws Exception {
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        DocumentBuilderFactory.newDefaultInstance()
                                .newDocumentBuilder()
                                .parse(zip.getInputStream(entry)));
            }
        }
        return parts;
    }

    private static List<Element> elements(Document part, String name) {
        NodeList found = part.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    private static Document part(Map<String, Document> workbook, String name) throws IOException {
        Document part = workbook.get(name);
        if (part == null) {
            throw new IOException("no " + name + " in " + workbook.keySet());
        }
        return part;
    }

    /** The first cell of each row of a sheet. */
    private static List<String> firstCells(Map<String, Document> workbook, int sheet) throws IOException {
        return elements(part(workbook, "xl/worksheets/sheet" + sheet + ".xml"), "row").stream()
                .map(row -> row.getElementsByTagName("t").item(0).getTextContent())
                .toList();
    }

    private static List<String> sheets(Map<String, Document> workbook) throws IOException {
        return elements(part(workbook, "xl/workbook.xml"), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    @Test
    void rows_go_on_in_the_next_sheet_under_the_names_of_the_columns() throws Exception {
        Map<String, Document> workbook = workbook(7);

        assertThat(sheets(workbook)).containsExactly("violations", "violations 2", "violations 3");
        assertThat(firstCells(workbook, 1)).containsExactly("resource_id", "id-1", "id-2", "id-3");
        assertThat(firstCells(workbook, 2)).containsExactly("resource_id", "id-4", "id-5", "id-6");
        assertThat(firstCells(workbook, 3)).containsExactly("resource_id", "id-7");
    }

    @Test
    void the_names_of_the_columns_stay_in_sight_and_filter_the_rows_of_each_sheet() throws Exception {
        Map<String, Document> workbook = workbook(5);

        for (int sheet = 1; sheet <= 2; sheet++) {
            Document part = part(workbook, "xl/worksheets/sheet" + sheet + ".xml");
            assertThat(elements(part, "pane"))
                    .singleElement()
                    .satisfies(pane -> assertThat(pane.getAttribute("ySplit")).isEqualTo("1"));
            assertThat(elements(part, "autoFilter"))
                    .singleElement()
                    .extracting(filter -> filter.getAttribute("ref"))
                    .isEqualTo(sheet == 1 ? "A1:B4" : "A1:B3");
        }
    }

    @Test
    void rows_that_just_fit_have_one_sheet() throws Exception {
        Map<String, Document> workbook = workbook(3);

        assertThat(sheets(workbook)).containsExactly("violations");
        assertThat(firstCells(workbook, 1)).hasSize(ROWS_OF_A_SHEET);
    }

    /** "Excel specifications and limits" of Microsoft. */
    @Test
    void a_sheet_of_an_export_has_as_many_rows_as_the_format_allows() {
        assertThat(XlsxTable.MOST_ROWS).isEqualTo(1 << 20);
    }
}
