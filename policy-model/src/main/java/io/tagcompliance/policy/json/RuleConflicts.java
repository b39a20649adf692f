package io.tagcompliance.policy.json;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Notes rules of which nobody could say which one holds: two for one key and one type, or two with one id. */
final class RuleConflicts {
    private static final ResourceType SOME_OTHER = new ResourceType("some:other");

    private final Problems problems;
    private final KeyCase keyCase;

    RuleConflicts(Problems problems, KeyCase keyCase) {
        this.problems = problems;
        this.keyCase = keyCase;
    }

    /** Notes each rule that an earlier one of the list stands in the way of; the first such one is named. */
    void noteIn(String path, List<TagRule> rules) {
        for (int later = 1; later < rules.size(); later++) {
            int clash = firstClash(rules, later);
            if (clash < later) {
                problems.add(
                        path + "[" + later + "].name",
                        "a rule for this key stands at " + path + "[" + clash
                                + "] already, and both apply to the same types; keep one, or set their applies_to apart");
            }
        }
    }

    private int firstClash(List<TagRule> rules, int later) {
        int earlier = 0;
        while (earlier < later && !clash(rules.get(earlier), rules.get(later))) {
            earlier++;
        }
        return earlier;
    }

    /** Notes rules that were given the id of another one. */
    void noteRepeatedIds(List<TagRule> required, List<TagRule> optional) {
        Set<RuleId> seen = new HashSet<>();
        noteRepeatedIds("required_tags", required, seen);
        noteRepeatedIds("optional_tags", optional, seen);
    }

    private void noteRepeatedIds(String list, List<TagRule> rules, Set<RuleId> seen) {
        for (int at = 0; at < rules.size(); at++) {
            TagRule rule = rules.get(at);
            if (!seen.add(rule.id()) && !rule.id().equals(RuleReader.idByPlace(list, rule.key()))) {
                problems.add(
                        "$." + list + "[" + at + "].id",
                        "another rule has the id '" + rule.id() + "' already; give each its own");
            }
        }
    }

    private boolean clash(TagRule one, TagRule other) {
        return sameKey(one, other) && overlap(one.appliesTo(), other.appliesTo());
    }

    private boolean sameKey(TagRule one, TagRule other) {
        return keyCase == KeyCase.SENSITIVE
                ? one.key().equals(other.key())
                : one.key().folded().equals(other.key().folded());
    }

    private static boolean overlap(AppliesTo one, AppliesTo other) {
        if (one instanceof AppliesTo.Selected some && other instanceof AppliesTo.Selected others) {
            Set<Cloud> clouds = cloudsOf(some, others);
            return universe(some, others)
                    .anyMatch(type -> cloudsWith(type, clouds)
                            .anyMatch(cloud -> one.covers(cloud, type) && other.covers(cloud, type)));
        }
        return true;
    }

    /** Every type that could tell two selections apart: those of the catalogue, those that either names, and some other. */
    private static Stream<ResourceType> universe(AppliesTo.Selected one, AppliesTo.Selected other) {
        return Stream.of(TypeCatalogue.types().stream(), typesOf(one), typesOf(other), Stream.of(SOME_OTHER))
                .flatMap(Function.identity());
    }

    private static Stream<ResourceType> typesOf(AppliesTo.Selected selected) {
        return selected.selectors().stream()
                .filter(AppliesTo.OfType.class::isInstance)
                .map(selector -> ((AppliesTo.OfType) selector).type());
    }

    private static Set<Cloud> cloudsOf(AppliesTo.Selected one, AppliesTo.Selected other) {
        Set<Cloud> clouds = new HashSet<>(Set.of(Cloud.AWS));
        Stream.concat(one.selectors().stream(), other.selectors().stream())
                .filter(AppliesTo.OfCloud.class::isInstance)
                .forEach(selector -> clouds.add(((AppliesTo.OfCloud) selector).cloud()));
        return clouds;
    }

    /** The clouds that a type may lie in: its own, or any, where nobody knows which that is. */
    private static Stream<Cloud> cloudsWith(ResourceType type, Set<Cloud> clouds) {
        return TypeCatalogue.cloudOf(type).map(Stream::of).orElseGet(clouds::stream);
    }
}
