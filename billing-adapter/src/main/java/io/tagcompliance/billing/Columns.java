package io.tagcompliance.billing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The columns of an export by name, never by position, without regard to case. */
final class Columns {
    private final List<Column> all;
    private final Map<String, Column> byName = new LinkedHashMap<>();

    /** @param naming makes the name by which a column is asked for of the name that the file has */
    Columns(List<Column> all, UnaryOperator<String> naming) {
        this.all = List.copyOf(all);
        all.forEach(column -> byName.putIfAbsent(naming.apply(column.header()), column));
    }

    /** The column of that name. */
    Optional<Column> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All of them, in order, with the names by which they are asked for. */
    Map<String, Column> named() {
        return byName;
    }

    /** All of them, as the file has them. */
    List<Column> all() {
        return all;
    }

    /** The fields that the file has a column for, as {@link #firstOf} reads the columns of these names. */
    Map<Field, String> fields(Map<Field, List<String>> names) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        names.forEach((field, columns) -> {
            if (columns.stream().anyMatch(this::has)) {
                fields.put(field, firstOf(columns.toArray(String[]::new)));
            }
        });
        return fields;
    }

    /** The first of these columns that says anything, row by row, as text; null in rows where none does. */
    String firstOf(String... names) {
        List<Column> there =
                Stream.of(names).flatMap(name -> find(name).stream()).toList();
        if (there.isEmpty()) {
            return "CAST(NULL AS VARCHAR)";
        }
        if (there.size() == 1) {
            return there.getFirst().asText();
        }
        List<String> texts = new ArrayList<>();
        there.forEach(column -> texts.add(column.asTextOrNull()));
        return "COALESCE(" + String.join(", ", texts) + ")";
    }
}
