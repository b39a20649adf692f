package io.tagcompliance.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Category;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.nio.charset.StandardCharsets;
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
    @Property(edgeCases = EdgeCasesMode.NONE)
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
        for (String name : List.of("phase-1.json", "version-2.json", "full.json")) {
            TagPolicy policy = PolicyFiles.accepted(PolicyReader.read(PolicyFiles.bytes(name)));
            assertThat(reread(policy)).isEqualTo(policy);
        }
    }

    private static TagPolicy reread(TagPolicy policy) {
        return PolicyFiles.accepted(PolicyReader.read(PolicyWriter.write(policy).getBytes(StandardCharsets.UTF_8)));
    }

    private static TagPolicy policy(List<TagRule> required) {
        return TagPolicy.of(new PolicyHeader("1.0", "", ""), PolicyRules.of(required, List.of()), NamingRules.NONE);
    }

    private static TagRule rule(String key, AppliesTo appliesTo) {
        return new TagRule(
                new RuleId(key),
                Demand.of(new TagKey(key), List.of()),
                Map.of(),
                new RuleScope(appliesTo, PlaceScope.ANYWHERE),
                Leniency.NONE,
                Severity.ERROR,
                RuleText.NONE);
    }

    @Provide
    Arbitrary<TagPolicy> policies() {
        return Combinators.combine(
                        scopes(),
                        PolicyParts.rules(),
                        naming(),
                        PolicyParts.exemptions(),
                        PolicyParts.examples(),
                        words())
                .as((scope, rules, naming, exemptions, examples, words) -> new TagPolicy(
                        new PolicyHeader("3.1.4", "name", "2026-11-01T00:00:00Z"),
                        scope,
                        rules,
                        naming,
                        exemptions,
                        examples,
                        words));
    }

    private static Arbitrary<Set<Cloud>> scopes() {
        return PolicyParts.clouds().set().ofMaxSize(3).map(scope -> {
            Set<Cloud> withOwn = new LinkedHashSet<>(scope);
            withOwn.add(PolicyParts.OWN);
            return withOwn;
        });
    }

    private static Arbitrary<NamingRules> naming() {
        return Combinators.combine(
                        Arbitraries.of(NamingRules.KeyCase.class),
                        Arbitraries.of(NamingRules.SpecialCharacters.class),
                        Arbitraries.of(1, 128, 999_999_999, Integer.MAX_VALUE),
                        Arbitraries.of(0, 256, Integer.MAX_VALUE),
                        PolicyParts.texts()
                                .filter(text -> !text.isEmpty())
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.of(Severity.class))
                .as(NamingRules::new);
    }

    private static Arbitrary<Map<Cloud, String>> words() {
        return Arbitraries.maps(PolicyParts.clouds(), PolicyParts.texts()).ofMaxSize(3);
    }
}
