package io.tagcompliance.core.check;

import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagRule;
import java.util.List;
import java.util.function.Predicate;

/** Shows the rules in force: all of them, or those for one type or one key. */
public final class ShowTaggingPolicy {
    private final Sources sources;

    public ShowTaggingPolicy(Sources sources) {
        this.sources = sources;
    }

    /** Which rules to show. */
    public sealed interface Question {
        /** All of them. */
        record Everything() implements Question {}

        /** Those that hold for one type. */
        record OfType(Cloud cloud, ResourceType type) implements Question {}
    }

    /** The rules asked for, in the order of the policy. */
    public record Rules(PolicyInForce policy, List<TagRule> required, List<TagRule> optional) {
        public Rules {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }

        /** Of these, the ones about a key, in any case. */
        public Rules about(TagKey key) {
            Predicate<TagRule> sameKey = rule -> rule.key().folded().equals(key.folded());
            return new Rules(
                    policy,
                    required.stream().filter(sameKey).toList(),
                    optional.stream().filter(sameKey).toList());
        }
    }

    public Rules show(Question question) {
        CompiledPolicies.InForce inForce = sources.policies().current();
        return switch (question) {
            case Question.Everything all ->
                new Rules(
                        inForce.source(),
                        inForce.source().policy().required(),
                        inForce.source().policy().optional());
            case Question.OfType of ->
                new Rules(
                        inForce.source(),
                        inForce.compiled().requiredOf(of.cloud(), of.type()),
                        inForce.compiled().optionalOf(of.cloud(), of.type()));
        };
    }
}
