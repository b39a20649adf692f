package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rules of {@code required_tags} and {@code optional_tags}: the two have the same fields. */
final class RuleReader {
    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_PATTERN = 1_000;
    private static final Set<String> KNOWN = Names.of(
            "id",
            "name",
            "description",
            "allowed_values",
            "validation_regex",
            "pattern",
            "applies_to",
            "severity",
            "enforcement",
            "cloud_specific");
    private static final Set<String> NOT_YET = Names.of(
            "aliases", "allowed_values_from", "synonyms", "grace", "inherit_from", "when_scope", "message", "link");

    private final Problems problems;
    private final AppliesToReader appliesTo;

    RuleReader(Problems problems, Set<Cloud> scope) {
        this.problems = problems;
        this.appliesTo = new AppliesToReader(problems, scope);
    }

    List<TagRule> read(Fields policy, String list) {
        if (policy.has(list) && policy.node(list).size() > MOST_RULES) {
            policy.problem(list, "more than " + MOST_RULES + " rules; a policy is a few pages");
            return List.of();
        }
        List<TagRule> rules = new ArrayList<>();
        policy.each(list, (node, at) -> rules.add(rule(node, at, list)));
        return rules;
    }

    private TagRule rule(JsonNode node, String path, String list) {
        Fields fields = Fields.of(node, path, problems);
        fields.allowOnly(KNOWN, NOT_YET);
        String name = fields.requiredText("name", "CostCenter");
        String key = name.isEmpty() ? path : name;
        return new TagRule(
                id(fields, list, new TagKey(key)),
                new TagKey(key),
                values(fields),
                appliesTo.read(fields),
                severity(fields),
                fields.text("description"),
                notes(fields));
    }

    private static RuleId id(Fields fields, String list, TagKey key) {
        String given = fields.text("id");
        return given.isBlank() ? idByPlace(list, key) : new RuleId(given);
    }

    /** The id of a rule that was given none; rules for one key and other types share it. */
    static RuleId idByPlace(String list, TagKey key) {
        return new RuleId(list + "." + key);
    }

    private static Severity severity(Fields fields) {
        String given = fields.text("severity");
        return switch (given) {
            case "", "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> {
                fields.problem("severity", "must be \"error\" or \"warning\"");
                yield Severity.ERROR;
            }
        };
    }

    private List<ValueRule> values(Fields fields) {
        ValueCase valueCase = valueCase(fields);
        List<ValueRule> values = new ArrayList<>();
        List<AllowedValue> allowed = allowedValues(fields);
        if (!allowed.isEmpty()) {
            values.add(new ValueRule.OneOf(allowed, valueCase));
        }
        String pattern = pattern(fields);
        if (!pattern.isEmpty()) {
            values.add(new ValueRule.Matches(pattern, valueCase));
        }
        return values;
    }

    private List<AllowedValue> allowedValues(Fields fields) {
        List<AllowedValue> allowed = new ArrayList<>();
        fields.eachText("allowed_values", (text, at) -> {
            try {
                allowed.add(new AllowedValue(text));
            } catch (IllegalArgumentException wrong) {
                problems.add(at, String.valueOf(wrong.getMessage()));
            }
        });
        return allowed;
    }

    private static String pattern(Fields fields) {
        if (fields.has("pattern") && fields.has("validation_regex")) {
            fields.problem("pattern", "means the same as validation_regex; keep one of them");
        }
        String name = fields.has("pattern") ? "pattern" : "validation_regex";
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
        } catch (PatternSyntaxException wrong) {
            fields.problem(
                    name,
                    "can't be compiled: " + wrong.getDescription()
                            + "; patterns run in linear time (RE2), so there are no back-references and no look-around");
        }
        return pattern;
    }

    private static ValueCase valueCase(Fields rule) {
        if (!rule.has("enforcement")) {
            return ValueCase.EXACT;
        }
        Fields fields = rule.object("enforcement");
        fields.allowOnly(Names.of("case_sensitive", "normalize_to"), Set.of());
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

    private static Map<Cloud, String> notes(Fields rule) {
        Map<Cloud, String> notes = new LinkedHashMap<>();
        if (rule.has("cloud_specific")) {
            Fields clouds = rule.object("cloud_specific");
            CloudNames.each(clouds, cloud -> {
                Fields one = clouds.object(cloud.id());
                one.allowOnly(Names.of("note"), Names.of("name", "allowed_values", "pattern"));
                notes.put(cloud, one.text("note"));
            });
        }
        return notes;
    }
}
