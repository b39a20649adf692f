package io.tagcompliance.snapshot;

import io.tagcompliance.policy.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One reading of an estate file from its beginning to its end: either all of it is taken over, or nothing. */
final class EstateReading {
    private final String file;
    private final Path path;
    private final Problems problems;
    private final UsualLine usual = new UsualLine();
    private final EstateContent content = new EstateContent(usual);

    private EstateReading(Path path) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.problems = new Problems(file);
    }

    /**
     * The records of each cloud in the file.
     *
     * @throws EstateFileException  where anything in it is wrong
     * @throws InterruptedException soon after the thread was interrupted
     */
    static Map<Cloud, Records> of(Path path) throws InterruptedException {
        return new EstateReading(path).read();
    }

    private Map<Cloud, Records> read() throws InterruptedException {
        try {
            readRecords(FileForm.of(path));
        } catch (IOException failed) {
            if (Thread.interrupted()) {
                throw new InterruptedException("reading " + file + " was interrupted");
            }
            throw new EstateFileException(file, "can't be read; check that it is a file, and its permissions");
        }
        problems.refuseIfAny();
        if (content.isEmpty()) {
            throw new EstateFileException(file, "holds no resource; write one record a line");
        }
        return content.byCloud();
    }

    private void readRecords(FileForm form) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Utf8Lines lines = new Utf8Lines(in);
            switch (form) {
                case JSON_LINES -> readJson(lines);
                case CSV -> readCsv(lines);
            }
        }
    }

    private void readJson(Utf8Lines lines) throws IOException {
        while (lines.advance()) {
            try {
                readLine(lines);
            } catch (WrongRecordException wrong) {
                problems.add(wrong);
            }
        }
    }

    /** A usual line that is like one before it is added as numbers; any other is read with every care. */
    private void readLine(Utf8Lines lines) throws IOException {
        if (usual.take(lines)) {
            if (!content.addIfLikeOthers(lines.line())) {
                content.addUsual(JsonLine.read(lines.line(), lines.text()));
            }
            return;
        }
        String text = lines.text();
        if (!text.isBlank()) {
            content.add(JsonLine.read(lines.line(), text));
        }
    }

    /** A wrong row is noted and the next one read. Wrong quotes or bytes end it: no row after them can be trusted. */
    private void readCsv(Utf8Lines lines) throws IOException {
        LinesReader reader = new LinesReader(lines);
        try (CSVParser parser = CSVFormat.RFC4180.builder().get().parse(reader)) {
            readRows(parser, reader);
        } catch (UncheckedIOException broken) {
            problems.add(asProblem(broken, lines));
        } catch (WrongRecordException wrong) {
            problems.add(wrong);
        }
    }

    private void readRows(CSVParser parser, LinesReader reader) throws IOException {
        Iterator<CSVRecord> rows = parser.iterator();
        if (!rows.hasNext()) {
            return;
        }
        CsvHeader header = CsvHeader.of(rows.next());
        long line = parser.getCurrentLineNumber() + 1;
        reader.allowOneMoreRecord();
        while (rows.hasNext()) {
            readRow(header, line, rows.next());
            line = parser.getCurrentLineNumber() + 1;
            reader.allowOneMoreRecord();
        }
    }

    private void readRow(CsvHeader header, long line, CSVRecord row) throws IOException {
        boolean blank = row.size() == 1 && row.get(0).isBlank();
        try {
            if (!blank) {
                content.add(header.read(line, row));
            }
        } catch (WrongRecordException wrong) {
            problems.add(wrong);
        }
    }

    private static WrongRecordException asProblem(UncheckedIOException broken, Utf8Lines lines) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was interrupted");
        }
        return broken.getCause() instanceof WrongRecordException wrong
                ? wrong
                : new WrongRecordException(
                        lines.line(), "quotes that don't fit together; put \"\" for a quote inside a quoted cell");
    }
}
