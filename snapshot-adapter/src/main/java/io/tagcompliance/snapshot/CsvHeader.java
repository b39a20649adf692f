package io.tagcompliance.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The header of a CSV file: what each of its cells names. Columns are found by it alone, never by their position. */
final class CsvHeader {
    private final List<Cell> cells;

    private CsvHeader(List<Cell> cells) {
        this.cells = List.copyOf(cells);
    }

    /** What one column holds. */
    private sealed interface Cell {
        record OfColumn(Column column) implements Cell {}

        record OfTag(String key) implements Cell {}
    }

    /** The header that stands in the first record of a file. */
    static CsvHeader of(CSVRecord first) throws WrongRecordException {
        List<Cell> cells = new ArrayList<>();
        Set<Cell> seen = new HashSet<>();
        for (String name : first) {
            Cell cell = cell(name);
            if (!seen.add(cell)) {
                throw wrong("the column " + Quoted.of(name) + " stands twice in the header; keep one of them");
            }
            cells.add(cell);
        }
        requireId(seen);
        return new CsvHeader(cells);
    }

    private static Cell cell(String name) throws WrongRecordException {
        Optional<Column> column = Column.named(name);
        if (column.isPresent()) {
            return new Cell.OfColumn(column.get());
        }
        boolean tag = name.regionMatches(true, 0, Column.TAG_PREFIX, 0, Column.TAG_PREFIX.length());
        if (tag && name.length() > Column.TAG_PREFIX.length()) {
            return new Cell.OfTag(name.substring(Column.TAG_PREFIX.length()));
        }
        throw wrong(
                isSeparatedOtherwise(name)
                        ? "the columns are not separated by commas; save the file as CSV with commas"
                        : "unknown column " + Quoted.of(name) + "; " + Column.adviceFor(name));
    }

    private static boolean isSeparatedOtherwise(String name) {
        return Column.named(name.split("[;\t|]", 2)[0]).isPresent();
    }

    private static void requireId(Set<Cell> cells) throws WrongRecordException {
        if (!cells.contains(new Cell.OfColumn(Column.RESOURCE_ID))) {
            throw wrong("no header with a column resource_id; the first line names the columns");
        }
    }

    /** The record under this header. */
    RawRecord read(long line, CSVRecord row) throws IOException {
        if (row.size() != cells.size()) {
            throw new WrongRecordException(
                    line,
                    row.size() + " cells under a header of " + cells.size() + "; put cells with commas in quotes");
        }
        Map<Column, String> texts = new EnumMap<>(Column.class);
        Map<String, String> tags = new LinkedHashMap<>();
        for (int position = 0; position < cells.size(); position++) {
            String text = row.get(position);
            switch (cells.get(position)) {
                case Cell.OfColumn(Column column) when column == Column.TAGS -> addAll(tags, line, text);
                case Cell.OfColumn(Column column) -> texts.put(column, text);
                case Cell.OfTag(String key) -> add(tags, line, Map.entry(key, text));
            }
        }
        return new RawRecord(line, texts, tags);
    }

    private static void addAll(Map<String, String> tags, long line, String text) throws IOException {
        for (Map.Entry<String, String> tag : new TagsJson(line).read(text).entrySet()) {
            put(tags, line, tag);
        }
    }

    private static void add(Map<String, String> tags, long line, Map.Entry<String, String> tag)
            throws WrongRecordException {
        if (!tag.getValue().isEmpty()) {
            put(tags, line, tag);
        }
    }

    private static void put(Map<String, String> tags, long line, Map.Entry<String, String> tag)
            throws WrongRecordException {
        if (tags.putIfAbsent(tag.getKey(), tag.getValue()) != null) {
            throw new WrongRecordException(
                    line,
                    "the tag " + Quoted.of(tag.getKey()) + " stands in tags and in a column of its own; keep one");
        }
    }

    private static WrongRecordException wrong(String problem) {
        return new WrongRecordException(1, problem);
    }
}
