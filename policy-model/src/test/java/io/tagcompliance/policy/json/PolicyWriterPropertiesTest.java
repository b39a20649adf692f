package io.tagcompliance.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.ValueCase;
import io.tagcompliance.policy.ValueRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading what was written gives the same policy. */
class PolicyWriterPropertiesTest {
    private static final Cloud OWN = new Cloud("oracle");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void reading_what_was_written_gives_the_same_policy(@ForAll("policies") TagPolicy policy) {
        assertThat(reread(policy)).isEqualTo(policy);
    }

    @Example
    void a_whole_cloud_beside_single_types_survives() {
        Set<AppliesTo.Selector> selectors = Set.of(
                new AppliesTo.OfCloud(Cloud.AWS),
                new AppliesTo.OfType(new ResourceType("ec2:instance")),
                new AppliesTo.OfType(new ResourceType("brandnew.things")),
                new AppliesTo.OfCategory(Category.CACHE));
        TagPolicy policy = policy(List.of(rule("Owner", new AppliesTo.Selected(selectors))));

        assertThat(reread(policy)).isEqualTo(policy);
    }

    @Example
    void the_files_that_define_the_formats_survive() {
        for (String name : List.of("phase-1.json", "version-2.json")) {
            TagPolicy policy = PolicyFiles.accepted(PolicyReader.read(PolicyFiles.bytes(name)));
            assertThat(reread(policy)).isEqualTo(policy);
        }
    }

    private static TagPolicy reread(TagPolicy policy) {
        return PolicyFiles.accepted(PolicyReader.read(PolicyWriter.write(policy).getBytes(StandardCharsets.UTF_8)));
    }

    private static TagPolicy policy(List<TagRule> required) {
        return new TagPolicy(
                new PolicyHeader("1.0", "", ""), Set.of(), required, List.of(), NamingRules.NONE, Map.of());
    }

    private static TagRule rule(String key, AppliesTo appliesTo) {
        return new TagRule(new RuleId(key), new TagKey(key), List.of(), appliesTo, Severity.ERROR, "", Map.of());
    }

    @Provide
    Arbitrary<TagPolicy> policies() {
        Arbitrary<PolicyHeader> headers = Combinators.combine(
                        Arbitraries.of("1", "2.0", "3.1.4"), texts(), Arbitraries.of("", "2026-11-01T00:00:00Z"))
                .as(PolicyHeader::new);
        Arbitrary<List<TagRule>> rules = rules().list().ofMaxSize(6).map(PolicyWriterPropertiesTest::withOwnKeys);
        Arbitrary<Set<Cloud>> scopes = clouds().set().ofMaxSize(3).map(scope -> {
            Set<Cloud> withOwn = new LinkedHashSet<>(scope);
            withOwn.add(OWN);
            return withOwn;
        });
        return Combinators.combine(headers, scopes, rules, naming(), notes())
                .as((header, scope, all, naming, words) -> new TagPolicy(
                        header,
                        scope,
                        all.subList(0, all.size() / 2),
                        all.subList(all.size() / 2, all.size()),
                        naming,
                        words));
    }

    /** Two rules for one key would be refused, so each gets its own. */
    private static List<TagRule> withOwnKeys(List<TagRule> rules) {
        List<TagRule> own = new ArrayList<>();
        for (TagRule rule : rules) {
            String key = rule.key().text() + own.size();
            own.add(new TagRule(
                    new RuleId("rule " + key),
                    new TagKey(key),
                    rule.values(),
                    rule.appliesTo(),
                    rule.severity(),
                    rule.description(),
                    rule.notes()));
        }
        return own;
    }

    private static Arbitrary<TagRule> rules() {
        return Combinators.combine(texts(), values(), scopes(), Arbitraries.of(Severity.class), texts(), notes())
                .as((key, values, scope, severity, description, notes) -> new TagRule(
                        new RuleId("r"), new TagKey("k" + key), values, scope, severity, description, notes));
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
                        allowed, Arbitraries.of("", "[a-z]+", "^\\d{3}$", "a|\"b\""), Arbitraries.of(ValueCase.class))
                .as((some, pattern, valueCase) -> {
                    List<ValueRule> values = new ArrayList<>();
                    if (!some.isEmpty()) {
                        values.add(new ValueRule.OneOf(some, valueCase));
                    }
                    if (!pattern.isEmpty()) {
                        values.add(new ValueRule.Matches(pattern, valueCase));
                    }
                    return values;
                });
    }

    private static Arbitrary<AppliesTo> scopes() {
        Arbitrary<AppliesTo.Selector> selectors = Arbitraries.oneOf(
                Arbitraries.of(TypeCatalogue.types()).map(AppliesTo.OfType::new),
                Arbitraries.of("new:thing", "new.things", "New.Provider/things/parts")
                        .map(name -> new AppliesTo.OfType(new ResourceType(name))),
                Arbitraries.of(Category.class).map(AppliesTo.OfCategory::new),
                clouds().map(AppliesTo.OfCloud::new));
        return selectors
                .set()
                .ofMaxSize(4)
                .map(some -> some.isEmpty() ? AppliesTo.EVERYTHING : new AppliesTo.Selected(some));
    }

    private static Arbitrary<NamingRules> naming() {
        return Combinators.combine(
                        Arbitraries.of(NamingRules.KeyCase.class),
                        Arbitraries.of(NamingRules.SpecialCharacters.class),
                        Arbitraries.of(1, 128, 999_999_999, Integer.MAX_VALUE),
                        Arbitraries.of(0, 256, Integer.MAX_VALUE),
                        texts().filter(text -> !text.isEmpty()).list().ofMaxSize(3))
                .as(NamingRules::new);
    }

    private static Arbitrary<Map<Cloud, String>> notes() {
        return Arbitraries.maps(clouds(), texts()).ofMaxSize(3);
    }

    private static Arbitrary<Cloud> clouds() {
        return Arbitraries.of(Cloud.AWS, Cloud.AZURE, Cloud.GCP, OWN);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u017f')
                .withChars('\n', '\t', '\u202e', '\u0000', '"', '\\')
                .ofMaxLength(12);
    }
}
