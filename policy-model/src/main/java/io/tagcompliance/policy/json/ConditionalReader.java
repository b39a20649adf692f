package io.tagcompliance.policy.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code conditional_tags}: rules across tags. */
final class ConditionalReader {
    private static final String LIST = "conditional_tags";
    private static final int DEEPEST = 8;
    private static final int MOST_CONDITIONS = 100;
    private static final Set<String> KNOWN = Names.of(Names.of("when", "require", "forbid"), RuleParts.KNOWN);
    private static final Set<String> REQUIRE = Names.of(Names.of("name", "same_as"), ValueReader.KNOWN);
    private static final Set<String> OF_TAG = Names.of("tag", "in", "matches", "present", "case_sensitive");
    private static final Set<String> FORMS = Names.of("tag", "all", "any", "not");

    private final Problems problems;
    private final RuleParts parts;
    private final ValueReader values;
    private final Set<String> keysOfAnyCase = new HashSet<>();

    /** @param tagRules rules about single keys: where one lets any case of a value pass, so do conditions on its key */
    ConditionalReader(Problems problems, RuleParts parts, ValueReader values, List<TagRule> tagRules) {
        this.problems = problems;
        this.parts = parts;
        this.values = values;
        tagRules.stream()
                .filter(rule -> rule.values().stream().anyMatch(value -> value.valueCase() != ValueCase.EXACT))
                .forEach(rule -> keysOfAnyCase.add(rule.key().folded()));
    }

    List<ConditionalRule> read(Fields policy) {
        List<ConditionalRule> rules = new ArrayList<>();
        policy.eachOfAtMost(
                RuleParts.MOST_RULES, LIST, (node, at) -> rule(node, at).ifPresent(rules::add));
        return rules;
    }

    private Optional<ConditionalRule> rule(JsonNode node, String path) {
        Fields fields = Fields.of(node, path, problems);
        fields.allowOnly(KNOWN);
        if (!fields.has("when")) {
            fields.problem(
                    "when",
                    "missing; write for example \"when\": { \"tag\": \"Environment\", \"in\": [\"production\"] }");
        }
        Optional<Condition> when = fields.has("when") ? condition(fields.object("when"), 1) : Optional.empty();
        Optional<Consequence> then = consequence(fields);
        return when.flatMap(condition -> then.map(consequence -> new ConditionalRule(
                RuleParts.id(fields, LIST, consequence.key().text()),
                condition,
                consequence,
                parts.scope(fields),
                RuleParts.severity(fields),
                RuleParts.text(fields))));
    }

    private Optional<Consequence> consequence(Fields fields) {
        if (fields.has("require") == fields.has("forbid")) {
            fields.problem("require", "write either require or forbid, as in \"require\": { \"name\": \"DataClass\" }");
            return Optional.empty();
        }
        return fields.has("require") ? required(fields.object("require")) : forbidden(fields.object("forbid"));
    }

    private Optional<Consequence> required(Fields fields) {
        fields.allowOnly(REQUIRE);
        Optional<TagKey> key = key(fields, "name");
        if (!fields.has("same_as")) {
            List<ValueRule> demanded = values.read(fields);
            return key.map(name -> new Consequence.Require(Demand.of(name, demanded)));
        }
        if (ValueReader.saysSomething(fields)) {
            fields.problem("same_as", "the other tag says what the value must be; take the other demands out");
        }
        return key.flatMap(name -> key(fields, "same_as").map(other -> new Consequence.SameAs(name, other)));
    }

    private static Optional<Consequence> forbidden(Fields fields) {
        fields.allowOnly(Names.of("name"));
        return key(fields, "name").map(Consequence.Forbid::new);
    }

    private static Optional<TagKey> key(Fields fields, String name) {
        return Optional.of(fields.requiredText(name, "DataClass"))
                .filter(text -> !text.isEmpty())
                .map(TagKey::new);
    }

    private Optional<Condition> condition(Fields fields, int depth) {
        List<String> forms = FORMS.stream().filter(fields::has).toList();
        if (forms.size() != 1 || depth > DEEPEST) {
            fields.problemHere(
                    depth > DEEPEST
                            ? "conditions are nested more than " + DEEPEST + " deep"
                            : "a condition has exactly one of " + String.join(", ", FORMS));
            return Optional.empty();
        }
        return switch (forms.getFirst()) {
            case "all" -> list(fields, "all", depth, Condition.AllOf::new);
            case "any" -> list(fields, "any", depth, Condition.AnyOf::new);
            case "not" -> {
                fields.allowOnly(Names.of("not"));
                yield condition(fields.object("not"), depth + 1).map(Condition.Not::new);
            }
            default -> ofTag(fields);
        };
    }

    private Optional<Condition> list(
            Fields fields, String name, int depth, Function<List<Condition>, Condition> whole) {
        fields.allowOnly(Names.of(name));
        List<Condition> conditions = new ArrayList<>();
        fields.eachOfAtMost(
                MOST_CONDITIONS,
                name,
                (node, at) ->
                        condition(Fields.of(node, at, problems), depth + 1).ifPresent(conditions::add));
        if (fields.isEmptyList(name)) {
            fields.problem(name, "an empty list; name at least one condition");
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(whole.apply(conditions));
    }

    private Optional<Condition> ofTag(Fields fields) {
        fields.allowOnly(OF_TAG);
        Optional<TagKey> tag = key(fields, "tag");
        long said =
                List.of("in", "matches", "present").stream().filter(fields::has).count();
        if (said != 1) {
            fields.problemHere("a condition on a tag has exactly one of in, matches, present");
            return Optional.empty();
        }
        if (fields.has("present")) {
            boolean present = fields.flag("present", true);
            return tag.map(Condition.IsPresent::new).map(is -> present ? is : new Condition.Not(is));
        }
        return tag.flatMap(name -> value(fields, name).map(value -> new Condition.HasValue(name, value)));
    }

    private Optional<ValueRule> value(Fields fields, TagKey key) {
        boolean exact = fields.flag("case_sensitive", !keysOfAnyCase.contains(key.folded()));
        ValueCase valueCase = exact ? ValueCase.EXACT : ValueCase.ANY;
        if (fields.has("matches")) {
            if (fields.node("matches").isTextual() && fields.text("matches").isEmpty()) {
                fields.problem("matches", "is empty; write a pattern, or \"present\": true for any value");
            }
            return Optional.of(ValueReader.pattern(fields, "matches"))
                    .filter(pattern -> !pattern.isEmpty())
                    .map(pattern -> new ValueRule.Matches(pattern, valueCase));
        }
        List<AllowedValue> allowed = ValueReader.allowedValues(fields, "in");
        if (fields.isEmptyList("in")) {
            fields.problem("in", "an empty list; name at least one value");
        }
        return allowed.isEmpty() ? Optional.empty() : Optional.of(new ValueRule.OneOf(allowed, valueCase));
    }
}
