package io.tagcompliance.policy.json;

import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.TypeCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Notes rules of which nobody could say which one holds: two for one key and one type, or two with one id. */
final class RuleConflicts {
    private final Problems problems;
    private final KeyCase keyCase;

    RuleConflicts(Problems problems, KeyCase keyCase) {
        this.problems = problems;
        this.keyCase = keyCase;
    }

    void noteIn(String path, List<TagRule> rules) {
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (sameKey(rules.get(earlier), rules.get(later)) && overlap(rules.get(earlier), rules.get(later))) {
                    problems.add(
                            path + "[" + later + "].name",
                            "a rule for this key stands at " + path + "[" + earlier
                                    + "] already, and both apply to the same types; keep one, or set their applies_to apart");
                }
            }
        }
    }

    void noteRepeatedIds(List<TagRule> required, List<TagRule> optional) {
        Set<RuleId> seen = new HashSet<>();
        Stream.concat(required.stream(), optional.stream())
                .filter(rule -> !seen.add(rule.id()))
                .filter(rule -> !rule.id().text().contains("_tags."))
                .forEach(rule -> problems.add("$", "two rules have the id '" + rule.id() + "'; give each its own"));
    }

    private boolean sameKey(TagRule one, TagRule other) {
        return keyCase == KeyCase.SENSITIVE
                ? one.key().equals(other.key())
                : one.key().folded().equals(other.key().folded());
    }

    private static boolean overlap(TagRule one, TagRule other) {
        if (one.appliesTo() instanceof AppliesTo.Everything || other.appliesTo() instanceof AppliesTo.Everything) {
            return true;
        }
        return universe(one, other).anyMatch(type -> {
            Cloud cloud = TypeCatalogue.cloudOf(type).orElse(Cloud.AWS);
            return one.appliesTo().covers(cloud, type) && other.appliesTo().covers(cloud, type);
        });
    }

    /** Every type that could tell two selections apart: those of the catalogue, and those that either names. */
    private static Stream<ResourceType> universe(TagRule one, TagRule other) {
        List<ResourceType> named = new ArrayList<>(TypeCatalogue.types());
        for (TagRule rule : List.of(one, other)) {
            if (rule.appliesTo() instanceof AppliesTo.Selected selected) {
                selected.texts(AppliesTo.OfType.class, of -> of.type().name())
                        .forEach(name -> named.add(new ResourceType(name)));
            }
        }
        return named.stream();
    }
}
