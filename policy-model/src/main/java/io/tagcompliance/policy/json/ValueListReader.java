package io.tagcompliance.policy.json;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.ValueList;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code value_lists}: values written out, or the name of a file beside the policy. */
final class ValueListReader {
    private static final Set<String> KNOWN = Names.of("values", "file", "as_of");

    private final ValueFiles files;

    ValueListReader(ValueFiles files) {
        this.files = files;
    }

    Map<String, ValueList> read(Fields policy) {
        Map<String, ValueList> lists = new LinkedHashMap<>();
        if (policy.has("value_lists")) {
            Fields fields = policy.object("value_lists");
            for (String name : fields.names()) {
                list(fields.object(name)).ifPresent(list -> lists.put(name, list));
            }
        }
        return lists;
    }

    private Optional<ValueList> list(Fields fields) {
        fields.allowOnly(KNOWN);
        Optional<LocalDate> asOf = fields.requiredDate("as_of");
        List<AllowedValue> values = fields.has("file") ? ofFile(fields) : written(fields);
        return values.isEmpty() ? Optional.empty() : asOf.map(day -> new ValueList(values, day));
    }

    private static List<AllowedValue> written(Fields fields) {
        List<AllowedValue> values = ValueReader.allowedValues(fields, "values");
        if (fields.isEmptyList("values")) {
            fields.problem("values", "missing or empty; write \"values\": [\"…\"], or \"file\": \"values.txt\"");
        }
        return values;
    }

    private List<AllowedValue> ofFile(Fields fields) {
        String name = fields.text("file");
        if (fields.has("values")) {
            fields.problem("file", "the values stand in the file or are written out; keep one of file and values");
        }
        if (!name.matches("[\\w.-]+(/[\\w.-]+)*") || name.contains("..")) {
            fields.problem("file", "must be the name of a file beside the policy, as in \"cost-centers.txt\"");
            return List.of();
        }
        return switch (files.read(name)) {
            case ValueFiles.Content.Unreadable unreadable -> {
                fields.problem("file", unreadable.why());
                yield List.of();
            }
            case ValueFiles.Content.Bytes content -> lines(content.bytes(), fields);
        };
    }

    private static List<AllowedValue> lines(byte[] bytes, Fields fields) {
        List<AllowedValue> values = new ArrayList<>();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            text.replaceFirst("^\uFEFF", "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .limit(ValueReader.MOST_VALUES + 1L)
                    .forEach(line -> values.add(new AllowedValue(line)));
        } catch (CharacterCodingException notUtf8) {
            fields.problem("file", "is not UTF-8");
        } catch (IllegalArgumentException wrong) {
            fields.problem("file", "line " + (values.size() + 1) + " of its values: " + wrong.getMessage());
            return List.of();
        }
        if (values.isEmpty()) {
            fields.problem("file", "holds no value; write one a line");
        }
        if (values.size() > ValueReader.MOST_VALUES) {
            fields.problem("file", "holds more than " + ValueReader.MOST_VALUES + " values");
        }
        return values;
    }
}
