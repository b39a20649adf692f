package io.tagcompliance.billing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first line of a CSV file, as it is written. The engine takes names that differ in case alone for one name, and adds a
 * number to the second: of tags with a column each, keys in two cases are two keys.
 */
final class Headers {
    private static final Pattern NUMBERED = Pattern.compile("_\\d+$");

    private Headers() {}

    /** Whether one of the names may be another than the file has. */
    static boolean mayDiffer(List<Column> columns) {
        Set<String> names =
                columns.stream().map(column -> folded(column.name())).collect(Collectors.toSet());
        return names.stream()
                .anyMatch(name -> NUMBERED.matcher(name).find()
                        && names.contains(NUMBERED.matcher(name).replaceFirst("")));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The columns with their names as the file has them. */
    static List<Column> read(Path file, List<Column> columns) throws InterruptedException {
        List<String> names = new ArrayList<>();
        try (SqlEngine engine = DuckDb.inOrder()) {
            engine.query("SELECT * FROM " + Exports.lines(file) + " LIMIT 1", cells -> names.addAll(List.of(cells)));
        }
        if (names.size() != columns.size()) {
            return columns;
        }
        List<Column> named = new ArrayList<>();
        for (Column column : columns) {
            named.add(new Column(column.name(), column.type(), names.get(named.size())));
        }
        return named;
    }
}
