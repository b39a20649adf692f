package io.tagcompliance.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumnsBuilder;
import io.tagcompliance.snapshot.EstateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Bar P6: an estate file read into columns, against Jackson's tokeniser going over the same bytes. */
final class IngestBar {
    private static final JsonFactory JSON = new JsonFactory();

    private IngestBar() {}

    /** @param arguments how many resources (100,000) and how many pairs (7) */
    public static void main(String[] arguments) throws IOException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        run(size, pairs, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(int size, int pairs, PrintWriter out) throws IOException {
        Path file = estateFile(size);
        try {
            List<Resource> page = SyntheticEstate.objects(size);
            Pairs sides = new Pairs(pairs);
            out.printf("%,d resources, %d pairs%n", size, pairs);
            print("an estate file into columns", sides.run(() -> clouds(file), () -> tokens(file)), size, out);
            print("pages of objects into columns", sides.run(() -> columns(page), () -> tokens(file)), size, out);
        } finally {
            Files.delete(file);
        }
    }

    private static void print(String name, Pairs.Medians medians, int size, PrintWriter out) {
        out.printf(
                "%-32s %.2f us each, tokenising %.2f us, ratio %.2f%n",
                name, medians.first().seconds() / size * 1e6, medians.second().seconds() / size * 1e6, medians.ratio());
    }

    /** A file of so many resources, of which both sides read as many. */
    static Path estateFile(int size) throws IOException {
        Path file = Files.createTempFile("estate", ".jsonl");
        write(size, file);
        if (tokens(file) != size || clouds(file) != 1) {
            throw new IllegalStateException("the two sides read other resources");
        }
        return file;
    }

    private static void write(int size, Path file) throws IOException {
        try (Writer lines = Files.newBufferedWriter(file)) {
            for (int number = 0; number < size; number++) {
                lines.write(SyntheticEstate.jsonLine(SyntheticEstate.resource(number)));
            }
        }
    }

    static int columns(List<Resource> page) {
        ResourceColumnsBuilder builder = ResourceColumnsBuilder.byId();
        page.forEach(builder::add);
        return builder.build().size();
    }

    static int clouds(Path file) {
        try {
            return EstateFile.open(file).clouds().size();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static int tokens(Path file) {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            int ids = 0;
            while (parser.nextToken() != null) {
                ids += "resource_id".equals(parser.currentName())
                                && parser.currentToken().isScalarValue()
                        ? 1
                        : 0;
            }
            return ids;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
