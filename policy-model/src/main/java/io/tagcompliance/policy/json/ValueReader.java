package io.tagcompliance.policy.json;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueList;
import io.tagcompliance.policy.ValueRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a value must be, wherever a file may say so: in a rule, for one cloud, in a consequence. */
final class ValueReader {
    /** The fields that it reads. */
    static final Set<String> KNOWN =
            Names.of("allowed_values", "allowed_values_from", "synonyms", "validation_regex", "pattern", "enforcement");

    private static final Set<String> DEMANDS =
            Names.of("allowed_values", "allowed_values_from", "validation_regex", "pattern");
    /** The most values of one list. */
    static final int MOST_VALUES = 10_000;

    private static final int LONGEST_PATTERN = 1_000;

    private final Map<String, ValueList> lists;

    ValueReader(Map<String, ValueList> lists) {
        this.lists = lists;
    }

    /** Whether anything is demanded of the value at all. */
    static boolean saysSomething(Fields fields) {
        return DEMANDS.stream().anyMatch(fields::has);
    }

    List<ValueRule> read(Fields fields) {
        ValueCase valueCase = valueCase(fields);
        List<ValueRule> values = new ArrayList<>();
        List<AllowedValue> allowed = allowed(fields);
        if (!allowed.isEmpty()) {
            values.add(new ValueRule.OneOf(
                    allowed, valueCase, synonyms(fields, allowed), fields.text("allowed_values_from")));
        } else if (fields.has("synonyms")) {
            fields.problem("synonyms", "belong to allowed values, and there are none");
        }
        String pattern = pattern(fields);
        if (!pattern.isEmpty()) {
            values.add(new ValueRule.Matches(pattern, valueCase));
        }
        return values;
    }

    private List<AllowedValue> allowed(Fields fields) {
        String list = fields.text("allowed_values_from");
        if (list.isEmpty()) {
            return allowedValues(fields, "allowed_values");
        }
        if (fields.has("allowed_values")) {
            fields.problem("allowed_values_from", "stands beside allowed_values; keep one of them");
        }
        ValueList values = lists.get(list);
        if (values == null) {
            fields.problem(
                    "allowed_values_from", "no such list under value_lists" + Fields.suggestion(list, lists.keySet()));
            return List.of();
        }
        return values.values();
    }

    /** The allowed values of a list. */
    static List<AllowedValue> allowedValues(Fields fields, String name) {
        List<AllowedValue> allowed = new ArrayList<>();
        if (fields.has(name) && fields.node(name).size() > MOST_VALUES) {
            fields.problem(name, "more than " + MOST_VALUES + " values");
            return allowed;
        }
        fields.eachText(name, (text, at) -> {
            try {
                allowed.add(new AllowedValue(text));
            } catch (IllegalArgumentException wrong) {
                fields.problemAt(at, String.valueOf(wrong.getMessage()));
            }
        });
        return allowed;
    }

    private static Map<String, List<String>> synonyms(Fields rule, List<AllowedValue> allowed) {
        Map<String, List<String>> synonyms = new LinkedHashMap<>();
        if (rule.has("synonyms")) {
            Fields fields = rule.object("synonyms");
            Set<String> values =
                    Names.of(allowed.stream().map(AllowedValue::text).toArray(String[]::new));
            fields.allowOnly(values);
            for (String value : fields.names()) {
                if (value.indexOf('*') >= 0) {
                    fields.problem(value, "a value with a * stands for many, so nothing is a synonym of it");
                }
                synonyms.put(value, fields.texts(value));
            }
        }
        return synonyms;
    }

    private static String pattern(Fields fields) {
        if (fields.has("pattern") && fields.has("validation_regex")) {
            fields.problem("pattern", "means the same as validation_regex; keep one of them");
        }
        return pattern(fields, fields.has("pattern") ? "pattern" : "validation_regex");
    }

    /** The regular expression under a name; empty where there is none, or none that works, which is a problem. */
    static String pattern(Fields fields, String name) {
        String pattern = fields.text(name);
        if (pattern.length() > LONGEST_PATTERN) {
            fields.problem(name, "longer than " + LONGEST_PATTERN + " characters");
            return "";
        }
        if (Repetitions.tooMany(pattern)) {
            fields.problem(name, "its nested repetitions multiply to more than " + Repetitions.MOST);
            return "";
        }
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException wrong) {
            fields.problem(
                    name,
                    "can't be compiled: " + wrong.getDescription()
                            + "; patterns run in linear time (RE2), so there are no back-references and no look-around");
            return "";
        }
    }

    private static ValueCase valueCase(Fields rule) {
        if (!rule.has("enforcement")) {
            return ValueCase.EXACT;
        }
        Fields fields = rule.object("enforcement");
        fields.allowOnly(Names.of("case_sensitive", "normalize_to"));
        boolean exact = fields.flag("case_sensitive", true);
        ValueCase advised = advised(fields);
        return exact ? ValueCase.EXACT : advised;
    }

    private static ValueCase advised(Fields enforcement) {
        String form = enforcement.text("normalize_to");
        return switch (form) {
            case "" -> ValueCase.ANY;
            case "lowercase" -> ValueCase.LOWERCASE_ADVISED;
            case "uppercase" -> ValueCase.UPPERCASE_ADVISED;
            default -> {
                enforcement.problem("normalize_to", "must be \"lowercase\" or \"uppercase\"");
                yield ValueCase.ANY;
            }
        };
    }
}
