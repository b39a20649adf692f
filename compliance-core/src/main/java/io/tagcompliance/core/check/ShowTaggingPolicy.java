package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Shows the rules in force: all of them, or those for one type, one account or one key. */
public final class ShowTaggingPolicy {
    private final Sources sources;

    public ShowTaggingPolicy(Sources sources) {
        this.sources = sources;
    }

    /** Which rules to show. */
    public sealed interface Question {
        /** All of them. */
        record Everything() implements Question {}

        /** Those that may hold somewhere in one account, whatever the type. */
        record OfAccount(String account) implements Question {}

        /** Those that hold for one type, at a place as far as that is known. */
        record OfType(Cloud cloud, ResourceType type, Place place) implements Question {}
    }

    /** The rules asked for, in the order of the policy, and the exemptions from any of them. */
    public record Rules(
            PolicyInForce policy,
            List<TagRule> required,
            List<TagRule> optional,
            List<ConditionalRule> conditional,
            List<ProhibitedTag> prohibited,
            List<Exemption> exemptions) {
        public Rules {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
            conditional = List.copyOf(conditional);
            prohibited = List.copyOf(prohibited);
            exemptions = List.copyOf(exemptions);
        }

        /** Of these, the ones about a key, in any case. */
        public Rules about(TagKey key) {
            Predicate<PolicyRule> sameKey =
                    rule -> rule.subject().toLowerCase(Locale.ROOT).equals(key.folded());
            List<TagRule> demanded = required.stream().filter(sameKey).toList();
            List<TagRule> judged = optional.stream().filter(sameKey).toList();
            return new Rules(
                    policy,
                    demanded,
                    judged,
                    conditional.stream().filter(sameKey).toList(),
                    prohibited.stream()
                            .filter(rule -> rule.key().matches(key.text()))
                            .toList(),
                    exemptions);
        }
    }

    public Rules show(Question question) {
        CompiledPolicies.InForce inForce = sources.policies().current();
        return switch (question) {
            case Question.Everything all -> matching(inForce.source(), rule -> true, exemption -> true);
            case Question.OfAccount of -> ofAccount(inForce.source(), of.account());
            case Question.OfType of -> ofType(inForce, of);
        };
    }

    /** The ids by which violations may name a rule of the policy in force. */
    public List<RuleId> ruleIds() {
        return sources.policies().current().compiled().ruleIds();
    }

    private static boolean admits(Set<String> accounts, String account) {
        return accounts.isEmpty() || accounts.contains(account);
    }

    private static Rules matching(PolicyInForce inForce, Predicate<PolicyRule> rules, Predicate<Exemption> exemptions) {
        TagPolicy policy = inForce.policy();
        return new Rules(
                inForce,
                policy.required().stream().filter(rules).toList(),
                policy.optional().stream().filter(rules).toList(),
                policy.rules().conditional().stream().filter(rules).toList(),
                policy.rules().prohibited().stream().filter(rules).toList(),
                policy.exemptions().stream().filter(exemptions).toList());
    }

    /** Rules that another one replaces in the whole of the account are not in force there. */
    private static Rules ofAccount(PolicyInForce inForce, String account) {
        Rules there = matching(
                inForce,
                rule -> admits(rule.scope().place().accounts(), account),
                exemption -> admits(exemption.where().accounts(), account));
        List<TagRule> all = Stream.concat(there.required().stream(), there.optional().stream())
                .toList();
        Predicate<TagRule> inForceThere = rule -> all.stream().noneMatch(other -> replaces(other, rule, account));
        return new Rules(
                inForce,
                there.required().stream().filter(inForceThere).toList(),
                there.optional().stream().filter(inForceThere).toList(),
                there.conditional(),
                there.prohibited(),
                there.exemptions());
    }

    private static boolean replaces(TagRule other, TagRule rule, String account) {
        PlaceScope place = rule.scope().place();
        PlaceScope inAccount =
                new PlaceScope(place.clouds(), Set.of(account), place.regions(), place.groups(), place.names());
        return other.key().folded().equals(rule.key().folded())
                && other.scope().isMoreSpecificThan(rule.scope())
                && new RuleScope(rule.scope().types(), inAccount).isWithin(other.scope());
    }

    private static Rules ofType(CompiledPolicies.InForce inForce, Question.OfType of) {
        CompiledPolicy compiled = inForce.compiled();
        if (!compiled.policy().covers(of.cloud())) {
            return matching(inForce.source(), rule -> false, exemption -> false);
        }
        Rules there = matching(
                inForce.source(),
                rule -> rule.scope().covers(of.cloud(), of.type(), of.place()),
                exemption -> of.place().account().isEmpty()
                        || admits(exemption.where().accounts(), of.place().account()));
        return new Rules(
                inForce.source(),
                compiled.requiredOf(of.cloud(), of.type(), of.place()),
                compiled.optionalOf(of.cloud(), of.type(), of.place()),
                there.conditional(),
                there.prohibited(),
                there.exemptions());
    }
}
