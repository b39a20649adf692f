package io.tagcompliance.policy.json;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.CloudOverride;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyExample;
import io.tagcompliance.policy.PolicyExample.Age;
import io.tagcompliance.policy.PolicyExample.Day;
import io.tagcompliance.policy.PolicyExample.Expectation;
import io.tagcompliance.policy.PolicyExample.Outcome;
import io.tagcompliance.policy.PolicyExample.Specimen;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueList;
import io.tagcompliance.policy.ValueRule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Parts of policies, as wild as the format allows. */
final class PolicyParts {
    static final Cloud OWN = new Cloud("oracle");

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final List<AllowedValue> LISTED = List.of(new AllowedValue("CC-1"), new AllowedValue("CC-*"));
    private static final Map<String, ValueList> LISTS = Map.of("cost_centers", new ValueList(LISTED, DAY));

    private PolicyParts() {}

    static Arbitrary<PolicyRules> rules() {
        return Combinators.combine(
                        tagRules().list().ofMaxSize(4),
                        conditionals().list().ofMaxSize(2),
                        prohibited().list().ofMaxSize(2))
                .as((tags, conditional, prohibited) -> {
                    List<TagRule> own = withOwnKeys(tags);
                    List<TagRule> required = own.subList(0, own.size() / 2);
                    return new PolicyRules(
                            required,
                            own.subList(own.size() / 2, own.size()),
                            conditional.stream().limit(1).toList(),
                            prohibited.stream().limit(1).toList(),
                            required.stream().limit(1).map(TagRule::key).toList(),
                            LISTS);
                });
    }

    /** Two rules for one key would be refused, so each gets its own. */
    private static List<TagRule> withOwnKeys(List<TagRule> rules) {
        List<TagRule> own = new ArrayList<>();
        for (TagRule rule : rules) {
            TagKey key = new TagKey(rule.key().text() + own.size());
            Demand demand = new Demand(key, aliases(rule.demand().aliases(), own.size()), rule.values());
            Map<Cloud, CloudOverride> overrides = new LinkedHashMap<>();
            rule.overrides()
                    .forEach((cloud, one) -> overrides.put(
                            cloud, one.demand().equals(rule.demand()) ? new CloudOverride(demand, one.note()) : one));
            own.add(new TagRule(
                    new RuleId("rule " + key),
                    demand,
                    overrides,
                    rule.scope(),
                    rule.leniency(),
                    rule.severity(),
                    rule.text()));
        }
        return own;
    }

    private static List<TagKey> aliases(List<TagKey> aliases, int number) {
        return aliases.stream()
                .map(alias -> new TagKey(alias.text() + "-alias-" + number))
                .toList();
    }

    private static Arbitrary<TagRule> tagRules() {
        return Combinators.combine(
                        demands(),
                        scopes(),
                        leniencies(),
                        Arbitraries.of(Severity.class),
                        ruleTexts(),
                        notes(),
                        demands())
                .as((demand, scope, leniency, severity, text, notes, elsewhere) -> new TagRule(
                        new RuleId("r"), demand, overrides(demand, notes, elsewhere), scope, leniency, severity, text));
    }

    private static Map<Cloud, CloudOverride> overrides(Demand demand, Map<Cloud, String> notes, Demand elsewhere) {
        Map<Cloud, CloudOverride> overrides = new LinkedHashMap<>();
        notes.forEach((cloud, note) ->
                overrides.put(cloud, new CloudOverride(cloud.equals(Cloud.GCP) ? elsewhere : demand, note)));
        return overrides;
    }

    private static Arbitrary<Demand> demands() {
        return Combinators.combine(texts(), Arbitraries.of(0, 1, 2), values())
                .as((key, aliases, values) -> new Demand(
                        new TagKey("k" + key),
                        List.of(new TagKey("a1"), new TagKey("A2")).subList(0, aliases),
                        values));
    }

    private static Arbitrary<List<ValueRule>> values() {
        Arbitrary<List<AllowedValue>> allowed = Combinators.combine(
                        texts().map(text -> text.replace("*", "")),
                        Arbitraries.of("", "*"),
                        texts().map(text -> text.replace("*", "")))
                .as((head, star, tail) -> new AllowedValue(head + star + tail))
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        allowed,
                        Arbitraries.of("", "[a-z]+", "^\\d{3}$", "a|\"b\""),
                        Arbitraries.of(ValueCase.class),
                        Arbitraries.of(true, false))
                .as(PolicyParts::values);
    }

    private static List<ValueRule> values(
            List<AllowedValue> some, String pattern, ValueCase valueCase, boolean fromList) {
        List<ValueRule> values = new ArrayList<>();
        if (fromList) {
            values.add(new ValueRule.OneOf(LISTED, valueCase, Map.of("CC-1", List.of("one", "uno")), "cost_centers"));
        } else if (!some.isEmpty()) {
            values.add(new ValueRule.OneOf(some, valueCase));
        }
        if (!pattern.isEmpty()) {
            values.add(new ValueRule.Matches(pattern, valueCase));
        }
        return values;
    }

    private static Arbitrary<Leniency> leniencies() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 24, 36, 24 * 90),
                        Arbitraries.of(List.<Parent>of(), List.of(Parent.ACCOUNT), List.of(Parent.values())))
                .as((hours, parents) -> new Leniency(Duration.ofHours(hours), parents));
    }

    private static Arbitrary<RuleText> ruleTexts() {
        return Combinators.combine(texts(), texts(), Arbitraries.of("", "https://example.com/tags?x=1#a"))
                .as(RuleText::new);
    }

    private static Arbitrary<RuleScope> scopes() {
        return Combinators.combine(types(), places()).as(RuleScope::new);
    }

    private static Arbitrary<PlaceScope> places() {
        return Combinators.combine(
                        clouds().set().ofMaxSize(2),
                        names().set().ofMaxSize(2),
                        names().set().ofMaxSize(2),
                        names().set().ofMaxSize(2),
                        names().map(NamePattern::new).set().ofMaxSize(2))
                .as(PlaceScope::new);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("111111111111", "eu-west-1", "Group A", "*legacy*", "x*");
    }

    private static Arbitrary<ConditionalRule> conditionals() {
        Arbitrary<Condition> leaves =
                Combinators.combine(texts(), values()).as((key, values) -> leaf(new TagKey("c" + key), values));
        Arbitrary<Condition> conditions = Combinators.combine(leaves, leaves, Arbitraries.of(0, 1, 2, 3))
                .as((one, two, form) -> switch (form) {
                    case 0 -> one;
                    case 1 -> new Condition.Not(one);
                    case 2 -> new Condition.AllOf(List.of(one, new Condition.Not(two)));
                    default -> new Condition.AnyOf(List.of(one, two));
                });
        Arbitrary<Consequence> consequences = Combinators.combine(demands(), Arbitraries.of(0, 1, 2))
                .as((demand, form) -> switch (form) {
                    case 0 -> new Consequence.Require(Demand.of(demand.key(), demand.values()));
                    case 1 -> new Consequence.SameAs(demand.key(), new TagKey("other"));
                    default -> new Consequence.Forbid(demand.key());
                });
        return Combinators.combine(conditions, consequences, scopes(), Arbitraries.of(Severity.class), ruleTexts())
                .as((when, then, scope, severity, text) ->
                        new ConditionalRule(new RuleId("if"), when, then, scope, severity, text));
    }

    /** A condition's values stand in its own fields, without a list, and in two cases only. */
    private static Condition leaf(TagKey key, List<ValueRule> values) {
        if (values.isEmpty()) {
            return new Condition.IsPresent(key);
        }
        ValueCase valueCase = values.getFirst().valueCase() == ValueCase.EXACT ? ValueCase.EXACT : ValueCase.ANY;
        return new Condition.HasValue(
                key,
                switch (values.getFirst()) {
                    case ValueRule.OneOf oneOf -> new ValueRule.OneOf(oneOf.values(), valueCase);
                    case ValueRule.Matches matches -> new ValueRule.Matches(matches.pattern(), valueCase);
                });
    }

    private static Arbitrary<ProhibitedTag> prohibited() {
        return Combinators.combine(
                        Arbitraries.of("*password*", "secret", "tmp-*"),
                        scopes(),
                        Arbitraries.of(Severity.class),
                        ruleTexts())
                .as((name, scope, severity, text) ->
                        new ProhibitedTag(new RuleId("no"), new NamePattern(name), scope, severity, text));
    }

    static Arbitrary<List<Exemption>> exemptions() {
        return Combinators.combine(places(), texts())
                .as((place, text) -> new Exemption(
                        "e" + text,
                        Set.of(new NamePattern("arn:aws:*:db:" + text)),
                        place,
                        Set.of(),
                        "because " + text,
                        "finops@example.com",
                        DAY))
                .list()
                .ofMaxSize(1);
    }

    static Arbitrary<List<PolicyExample>> examples() {
        Arbitrary<Expectation> expected = Arbitraries.oneOf(
                Arbitraries.of(Outcome.class).map(Expectation.Verdict::new),
                Arbitraries.of(Set.<String>of(), Set.of("Owner:invalid_format")).map(Expectation.Violations::new));
        return Combinators.combine(
                        Arbitraries.of(TypeCatalogue.types()),
                        Arbitraries.of(Age.UNKNOWN, new Age.Of(Duration.ofHours(5))),
                        Arbitraries.of(Day.TODAY, new Day.On(DAY)),
                        texts(),
                        expected)
                .as((type, age, day, text, what) -> new PolicyExample(
                        "case " + text,
                        new Specimen(TypeCatalogue.cloudOf(type).orElseThrow(), type, text, place(text), age),
                        Map.of("k" + text, text),
                        day,
                        what))
                .list()
                .ofMaxSize(2);
    }

    private static Place place(String text) {
        return new Place("111111111111", "", text, text);
    }

    private static Arbitrary<AppliesTo> types() {
        Arbitrary<AppliesTo.Selector> selectors = Arbitraries.oneOf(
                Arbitraries.of(TypeCatalogue.types()).map(AppliesTo.OfType::new),
                Arbitraries.of("new:thing", "new.things", "New.Provider/things/parts")
                        .map(name -> new AppliesTo.OfType(new ResourceType(name))),
                Arbitraries.of(Category.class).map(AppliesTo.OfCategory::new),
                clouds().map(AppliesTo.OfCloud::new));
        return selectors
                .set()
                .ofMaxSize(4)
                .map(some -> some.isEmpty() ? AppliesTo.EVERYTHING : new AppliesTo.Selected(new LinkedHashSet<>(some)));
    }

    private static Arbitrary<Map<Cloud, String>> notes() {
        return Arbitraries.maps(clouds(), texts()).ofMaxSize(3);
    }

    static Arbitrary<Cloud> clouds() {
        return Arbitraries.of(Cloud.AWS, Cloud.AZURE, Cloud.GCP, OWN);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u017f')
                .withChars('\n', '\t', '\u202e', '\u0000', '"', '\\')
                .ofMaxLength(12);
    }
}
