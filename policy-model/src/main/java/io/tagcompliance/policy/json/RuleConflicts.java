package io.tagcompliance.policy.json;

import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes rules of which nobody could say which one holds: two for one key whose scopes overlap, neither of them the more
 * specific one; a key that is an alias of another; two rules with one id.
 */
final class RuleConflicts {
    private final Problems problems;
    private final KeyCase keyCase;

    RuleConflicts(Problems problems, KeyCase keyCase) {
        this.problems = problems;
        this.keyCase = keyCase;
    }

    /** A rule, and where it stands. */
    private record Placed<R extends PolicyRule>(String path, R rule) {}

    void noteIn(PolicyRules rules) {
        List<Placed<TagRule>> ofKeys = new ArrayList<>();
        ofKeys.addAll(placed("required_tags", rules.required()));
        ofKeys.addAll(placed("optional_tags", rules.optional()));
        for (int later = 1; later < ofKeys.size(); later++) {
            noteFirstTie(ofKeys.get(later), ofKeys.subList(0, later));
        }
        ofKeys.forEach(one -> noteAliasesThatAreKeys(one, ofKeys));
        noteRepeatedIds(rules);
    }

    private static <R extends PolicyRule> List<Placed<R>> placed(String list, List<R> rules) {
        List<Placed<R>> placed = new ArrayList<>();
        for (int at = 0; at < rules.size(); at++) {
            placed.add(new Placed<>("$." + list + "[" + at + "]", rules.get(at)));
        }
        return placed;
    }

    private void noteFirstTie(Placed<TagRule> later, List<Placed<TagRule>> earlier) {
        earlier.stream()
                .filter(other -> tie(later.rule(), other.rule()))
                .findFirst()
                .ifPresent(other -> problems.add(
                        later.path() + ".name",
                        "a rule for this key stands at " + other.path()
                                + " already, and both apply to some of the same resources; keep one, set their scopes apart,"
                                + " or make one a part of the other: then the narrower one holds there"));
    }

    private boolean tie(TagRule one, TagRule other) {
        return sameKey(one.key(), other.key())
                && one.scope().overlaps(other.scope())
                && !one.scope().isMoreSpecificThan(other.scope())
                && !other.scope().isMoreSpecificThan(one.scope());
    }

    private boolean sameKey(TagKey one, TagKey other) {
        return keyCase == KeyCase.SENSITIVE ? one.equals(other) : one.folded().equals(other.folded());
    }

    private void noteAliasesThatAreKeys(Placed<TagRule> one, List<Placed<TagRule>> all) {
        List<TagKey> aliases = one.rule().demand().aliases();
        for (int at = 0; at < aliases.size(); at++) {
            String alias = aliases.get(at).folded();
            for (Placed<TagRule> other : all) {
                boolean ambiguous = other.rule().key().folded().equals(alias)
                        && !alias.equals(one.rule().key().folded())
                        && other.rule().scope().overlaps(one.rule().scope());
                if (ambiguous) {
                    problems.add(
                            one.path() + ".aliases[" + at + "]",
                            "is the key of the rule at " + other.path() + "; one key can't mean two things");
                }
            }
        }
    }

    private void noteRepeatedIds(PolicyRules rules) {
        Set<RuleId> seen = new HashSet<>();
        noteRepeatedIds("required_tags", rules.required(), seen);
        noteRepeatedIds("optional_tags", rules.optional(), seen);
        noteRepeatedIds("conditional_tags", rules.conditional(), seen);
        noteRepeatedIds("prohibited_tags", rules.prohibited(), seen);
    }

    private <R extends PolicyRule> void noteRepeatedIds(String list, List<R> rules, Set<RuleId> seen) {
        for (Placed<R> placed : placed(list, rules)) {
            RuleId id = placed.rule().id();
            boolean shared = placed.rule() instanceof TagRule
                    && id.equals(RuleParts.idByPlace(list, placed.rule().subject()));
            if (!seen.add(id) && !shared) {
                problems.add(placed.path() + ".id", "another rule has the id '" + id + "' already; give each its own");
            }
        }
    }
}
