package io.tagcompliance.server.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields of an answer's rows, of which a call may keep some: rows are long, and a model's context is not. */
final class RowFields {
    private static final String TOTAL = "_total";

    /** That a text was escaped, and why a field is null, is never left out; nor can it be asked for. */
    private static final Set<String> ALWAYS = Set.of("escaped", "reason");

    private final String list;
    private final Parameter<List<String>> parameter;

    private RowFields(String list, List<String> names) {
        this.list = list;
        Map<String, Object> items = Schema.of("type", "string", "enum", names);
        Map<String, Object> schema = Schema.of("type", "array", "items", items, "maxItems", names.size());
        this.parameter = new Parameter<>(
                "fields",
                Schema.described("Fields of the rows to keep; left out: all", schema),
                List.of(),
                (value, path) -> read(value, path, names));
    }

    /** The fields of the rows that stand in that list of the answer. */
    static RowFields of(String list, Class<? extends Record> row) {
        return new RowFields(
                list,
                Arrays.stream(row.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(AnswerSchema::snakeCase)
                        .filter(name -> !ALWAYS.contains(name) && !name.endsWith(TOTAL))
                        .toList());
    }

    private static List<String> read(JsonNode value, String path, List<String> names) {
        List<String> read = new ArrayList<>();
        for (String given : Kinds.strings(value, path, names.size())) {
            String name = given.toLowerCase(Locale.ROOT);
            if (!names.contains(name)) {
                throw Kinds.unknown(path + "[" + read.size() + "]", given, names);
            }
            read.add(name);
        }
        return read;
    }

    Parameter<List<String>> parameter() {
        return parameter;
    }

    /** What a call keeps. */
    Kept kept(Arguments arguments) {
        return new Kept(list, Set.copyOf(arguments.get(parameter)));
    }

    /** The names that one call keeps; none = all of them. */
    record Kept(String list, Set<String> names) {
        static final Kept EVERYTHING = new Kept("", Set.of());

        /** How many bytes a row has. */
        int bytes(Object row) {
            return Json.bytes(names.isEmpty() ? row : cut(Json.tree(row)));
        }

        /** The answer, its rows cut. */
        ObjectNode cutRowsOf(ObjectNode answer) {
            if (!names.isEmpty()) {
                answer.path(list).forEach(row -> cut((ObjectNode) row));
            }
            return answer;
        }

        private ObjectNode cut(ObjectNode row) {
            Set<String> staying = new HashSet<>();
            row.fieldNames().forEachRemaining(name -> {
                if (stays(name)) {
                    staying.add(name);
                }
            });
            return row.retain(staying);
        }

        /** Where a list of the row was cut, its length stays with it. */
        private boolean stays(String name) {
            return ALWAYS.contains(name) || names.contains(name.replace(TOTAL, ""));
        }
    }
}
