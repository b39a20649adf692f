package io.tagcompliance.policy;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The tag whose values are teams: reports list them by it, and bills are broken down by it. */
public sealed interface TeamKey {
    /** What such tags are called, in any case: the first that a policy has a rule about counts. */
    List<String> NAMES = List.of("team", "squad", "owner");

    /** The key of the tag. */
    TagKey key();

    /** A rule of the policy is about it. */
    record Ruled(TagKey key) implements TeamKey {}

    /** No rule is about any such tag, so that this is no more than what it would be called. */
    record Assumed() implements TeamKey {
        private static final TagKey KEY = new TagKey("Team");

        @Override
        public TagKey key() {
            return KEY;
        }
    }

    /** The one of a policy: the key of a rule of that name, else of one that has such a name among its aliases. */
    static TeamKey of(TagPolicy policy) {
        return Stream.<BiPredicate<TagRule, String>>of(TeamKey::isAbout, TeamKey::hasAlias)
                .flatMap(fits -> NAMES.stream().flatMap(name -> rules(policy).filter(rule -> fits.test(rule, name))))
                .findFirst()
                .<TeamKey>map(rule -> new Ruled(rule.key()))
                .orElseGet(Assumed::new);
    }

    private static Stream<TagRule> rules(TagPolicy policy) {
        return Stream.concat(policy.required().stream(), policy.optional().stream());
    }

    private static boolean isAbout(TagRule rule, String name) {
        return rule.key().folded().equals(name);
    }

    private static boolean hasAlias(TagRule rule, String name) {
        return rule.demand().aliases().stream().anyMatch(alias -> alias.folded().equals(name));
    }
}
