package io.tagcompliance.core.evaluation;

import io.tagcompliance.core.evaluation.KeyStanding.Inherited;
import io.tagcompliance.core.evaluation.KeyStanding.Invalid;
import io.tagcompliance.core.evaluation.KeyStanding.Missing;
import io.tagcompliance.core.evaluation.KeyStanding.Right;
import io.tagcompliance.core.evaluation.KeyStanding.WrongKey;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.AllowedValue;
import io.tagcompliance.policy.NamingRules.KeyCase;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells how one key stands on resources, by the policy: grace and exemptions, which excuse a resource, name nobody to pay for
 * it, and count for nothing here. Where no rule about the key holds, any value does. Safe for many threads.
 */
public final class AllocationJudge {
    /** Where a key is lacking, people have a few sets of keys: none, and those of a team or two. */
    private static final int LACKING_REMEMBERED = 8;

    private final CompiledPolicy policy;
    private final TagKey key;
    private final From from;
    private final Set<RuleId> rules;
    private final KeyCase keyCase;

    /** Of which resources the key is asked. */
    public enum From {
        /** Of all that cost anything. */
        ALL,
        /** Of those of which a rule asks it. */
        THOSE_OF_A_RULE
    }

    AllocationJudge(CompiledPolicy policy, TagKey key, From from) {
        this.policy = policy;
        this.key = key;
        this.from = from;
        this.keyCase = policy.policy().naming().keyCase();
        this.rules = Stream.of(policy.policy().required(), policy.policy().optional())
                .flatMap(List::stream)
                .filter(rule -> rule.key().folded().equals(key.folded()))
                .map(TagRule::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The key that it is about. */
    public TagKey key() {
        return key;
    }

    /** How the key stands on a resource with these tags; those of the subject itself aren't looked at. */
    public KeyStanding standing(Subject subject, Tags tags) {
        return of(subject).standing(tags);
    }

    /** The judge of resources that have everything in common with this one but their tags. */
    public Alike of(Subject subject) {
        return new Alike(ruleOn(subject), subject.lineage());
    }

    /** Tags that lack the key, and how it stands there. */
    private record Lacking(Tags tags, KeyStanding standing) {}

    /**
     * How the key stands on resources that are alike in all but their tags, each value of it judged once. Two are equal where the
     * same judge would say the same, whatever they remember. For one thread.
     */
    public final class Alike {
        private final Optional<CompiledRule> rule;
        private final Lineage lineage;
        private final Map<String, KeyStanding> known = new HashMap<>();

        /** Some tags that lack the key under whatever name, and what that comes to: others with their keys lack it too. */
        private final List<Lacking> lacking = new ArrayList<>();

        private Alike(Optional<CompiledRule> rule, Lineage lineage) {
            this.rule = rule;
            this.lineage = lineage;
        }

        /** The key that it is about. */
        public TagKey key() {
            return key;
        }

        private AllocationJudge judge() {
            return AllocationJudge.this;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Alike alike
                    && judge().equals(alike.judge())
                    && rule.equals(alike.rule)
                    && lineage.equals(alike.lineage);
        }

        @Override
        public int hashCode() {
            return Objects.hash(judge(), rule, lineage);
        }

        /** How the key stands on one of them. */
        public KeyStanding standing(Tags tags) {
            if (rule.isEmpty()) {
                return unruled(tags);
            }
            CompiledRule one = rule.get();
            Optional<String> exact = tags.value(one.rule().key().text());
            if (exact.isPresent()) {
                return known.computeIfAbsent(exact.get(), value -> valued(value, one));
            }
            for (Lacking known : lacking) {
                if (tags.hasKeysOf(known.tags())) {
                    return known.standing();
                }
            }
            KeyStanding standing = AllocationJudge.this.standing(one, tags, lineage);
            if (lacking.size() < LACKING_REMEMBERED
                    && FoundKey.of(one.rule().key(), tags) instanceof FoundKey.Missing) {
                lacking.add(new Lacking(tags, standing));
            }
            return standing;
        }
    }

    private Optional<CompiledRule> ruleOn(Subject subject) {
        return policy.rulesOf(subject.cloud(), subject.type())
                .tagRules(subject.place())
                .filter(one -> rules.contains(one.rule().id()))
                .findFirst();
    }

    /** The key as it is to be written on that resource: a cloud may have its own name for it. */
    public TagKey keyOn(Subject subject) {
        return ruleOn(subject).map(rule -> rule.rule().key()).orElse(key);
    }

    /** A value in the spelling of the policy, where the policy allows it on that resource; empty where it doesn't. */
    public Optional<String> spelled(Subject subject, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        Optional<CompiledRule> rule = ruleOn(subject);
        return rule.isPresent() && rule.get().judge(value).isPresent()
                ? Optional.empty()
                : Optional.of(rule.flatMap(one -> written(one.rule(), value)).orElse(value));
    }

    /** The allowed value that is that one, save for case; where several are, the very one. */
    private static Optional<String> written(TagRule rule, String value) {
        Optional<String> found = Optional.empty();
        for (AllowedValue allowed : rule.demand().allowedValues()) {
            if (allowed.text().equals(value)) {
                return Optional.of(value);
            }
            if (found.isEmpty() && !allowed.hasWildcard() && allowed.text().equalsIgnoreCase(value)) {
                found = Optional.of(allowed.text());
            }
        }
        return found;
    }

    private KeyStanding standing(CompiledRule rule, Tags tags, Lineage lineage) {
        Optional<String> value = FoundKey.of(rule.rule().key(), tags).value(keyCase);
        if (value.isPresent()) {
            return valued(value.get(), rule);
        }
        Optional<Violation> own = rule.asRequired().judge(tags, Lineage.NONE);
        if (own.isPresent() && own.get() instanceof Violation.MissingTag) {
            return rule.inheritedFrom(lineage)
                    .<KeyStanding>map(parent -> new Inherited(rule.rule().id(), parent))
                    .orElseGet(Missing::new);
        }
        return new WrongKey();
    }

    private static KeyStanding valued(String value, CompiledRule rule) {
        if (value.isBlank()) {
            return new Missing();
        }
        return rule.judge(value).isPresent() ? new Invalid() : new Right(value);
    }

    private KeyStanding unruled(Tags tags) {
        if (from == From.THOSE_OF_A_RULE) {
            return new KeyStanding.NotDemanded();
        }
        FoundKey found = FoundKey.of(key, tags);
        Optional<String> value = found.value(keyCase).filter(text -> !text.isBlank());
        if (value.isPresent()) {
            return new Right(value.get());
        }
        return found instanceof FoundKey.Variant && keyCase == KeyCase.SENSITIVE ? new WrongKey() : new Missing();
    }
}
