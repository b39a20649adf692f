package io.tagcompliance.billing;

import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.SplitRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes rows as a file of one form. */
interface BillWriter {
    /** The names of the columns. */
    List<String> header();

    /** The cells of a row. */
    List<String> cells(ChargeRow row);

    /** The cells of a part of what another row is the whole of. */
    List<String> part(ChargeRow part, ChargeRow whole);

    /** The cells of rows, and of wholes beside their parts. */
    default List<List<String>> all(List<ChargeRow> rows, List<SplitRow> splits) {
        List<List<String>> all = new ArrayList<>();
        rows.forEach(row -> all.add(cells(row)));
        for (SplitRow split : splits) {
            all.add(cells(split.whole()));
            split.parts().forEach(part -> all.add(part(part, split.whole())));
        }
        return all;
    }

    /** As CSV. */
    default void csv(Path file, List<List<String>> rows) {
        try (Writer out = Files.newBufferedWriter(file)) {
            write(out, rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As gzipped CSV. */
    default void gzip(Path file, List<List<String>> rows) {
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file));
                Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            write(out, rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * As Parquet.
     *
     * @param select what is selected of the rows, all of whose columns are texts
     */
    default void parquet(Path file, List<List<String>> rows, String select) {
        Path text = file.resolveSibling(file.getFileName() + ".text");
        csv(text, rows);
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("COPY (SELECT " + select + " FROM read_csv('" + text
                    + "', all_varchar = true, header = true, quote = '\"', escape = '\"')) TO '" + file
                    + "' (FORMAT parquet)");
            Files.delete(text);
        } catch (SQLException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(Writer out, List<List<String>> rows) throws IOException {
        out.write(line(header()));
        for (List<String> row : rows) {
            out.write(line(row));
        }
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")) + "\n";
    }
}
