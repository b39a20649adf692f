package io.tagcompliance.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of an export: one, or a folder of parts, of which those with other names than data have are passed over. */
final class Exports {
    private static final int DEEPEST = 8;
    private static final Pattern PATTERN = Pattern.compile("[*?\\[]");

    /** CSV as RFC 4180 has it: nothing is guessed, and no line is a comment. */
    private static final String AS_TEXTS = "all_varchar = true, delim = ',', quote = '\"', escape = '\"', comment = ''";

    private Exports() {}

    /** How a file is written. */
    enum Format {
        CSV(".*\\.csv(\\.gz)?", "read_csv(%s, header = true, union_by_name = true, " + AS_TEXTS + ")"),
        PARQUET(".*\\.parquet", "read_parquet(%s, union_by_name = true)");

        private final String names;
        private final String reader;

        Format(String names, String reader) {
            this.names = names;
            this.reader = reader;
        }

        /** That of a file that {@link #fitsAny}. */
        static Format of(Path file) {
            return Arrays.stream(values())
                    .filter(format -> format.fits(file))
                    .findFirst()
                    .orElseThrow();
        }

        static boolean fitsAny(Path file) {
            return Arrays.stream(values()).anyMatch(format -> format.fits(file));
        }

        boolean fits(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.matches(names);
        }

        /** What stands after FROM to read these. */
        String source(List<Path> files) {
            String list = files.stream().map(Exports::literal).collect(Collectors.joining(", ", "[", "]"));
            return reader.formatted(list);
        }
    }

    /**
     * The sources under a path: files of one format that have the same columns are one.
     *
     * @throws UnreadableException where there is none, or one can't be read
     */
    static List<Source> sources(Path path, SqlEngine engine) throws InterruptedException {
        List<Path> files = files(path).stream().filter(Format::fitsAny).toList();
        Map<Alike, List<Path>> alike = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                alike.computeIfAbsent(look(file, engine), first -> new ArrayList<>())
                        .add(file);
            } catch (UnreadableException unreadable) {
                throw unreadable.in(files.indexOf(file) + 1, files.size());
            }
        }
        if (alike.isEmpty()) {
            throw nothingIsOne();
        }
        return alike.entrySet().stream()
                .map(one -> new Source(
                        one.getKey().format().source(one.getValue()),
                        one.getKey().columns()))
                .toList();
    }

    private static Alike look(Path file, SqlEngine engine) throws InterruptedException {
        if (PATTERN.matcher(file.toString()).find()) {
            throw UnreadableException.because(
                    "a file or folder of the bill has *, ? or [ in its name, which the engine takes for a pattern;"
                            + " rename it");
        }
        if (file.toFile().length() == 0) {
            throw UnreadableException.because("a file of the bill is empty; export it again");
        }
        Format format = Format.of(file);
        List<Column> columns = engine.columns(format.source(List.of(file)));
        return new Alike(
                format, format == Format.CSV && Headers.mayDiffer(columns) ? Headers.read(file, columns) : columns);
    }

    /**
     * Looks for a file that may be of an export, and no further.
     *
     * @throws UnreadableException where there is none
     */
    static void requireOne(Path path) {
        if (!under(path, files -> files.anyMatch(Format::fitsAny))) {
            throw nothingIsOne();
        }
    }

    private static UnreadableException nothingIsOne() {
        return UnreadableException.because(
                "the bill is no file or folder of .csv, .csv.gz or .parquet files; name the export itself");
    }

    /** What stands after FROM to read the lines of a CSV file, the one with the names of its columns first. */
    static String lines(Path file) {
        return "read_csv([" + literal(file) + "], header = false, " + AS_TEXTS + ")";
    }

    private static String literal(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    /** What files have in common that can be read as one. */
    private record Alike(Format format, List<Column> columns) {}

    private static List<Path> files(Path path) {
        return under(path, files -> files.sorted().toList());
    }

    private static <T> T under(Path path, Function<Stream<Path>, T> asked) {
        try (Stream<Path> found = Files.walk(path, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return asked.apply(found.filter(Files::isRegularFile));
        } catch (IOException | UncheckedIOException unreadable) {
            throw UnreadableException.because("the bill isn't there, or may not be read; name a FOCUS or CUR export");
        }
    }
}
