package io.tagcompliance.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A demand that no resource of a cloud can meet, since the cloud has no such key or value.
 *
 * @param rule  the rule that demands it
 * @param cloud of those that the policy is about
 * @param why   what the cloud allows, and what to do
 */
public record PolicyAdvice(RuleId rule, Cloud cloud, String why) {
    /** All of a policy, rule by rule; none of clouds that its scope doesn't name. */
    public static List<PolicyAdvice> on(TagPolicy policy) {
        List<PolicyAdvice> advice = new ArrayList<>();
        Stream.concat(policy.required().stream(), policy.optional().stream())
                .forEach(rule -> policy.scope().stream()
                        .filter(cloud -> isAbout(rule, cloud))
                        .forEach(cloud -> refusal(
                                        rule.on(cloud), cloud, policy.naming().keyCase())
                                .ifPresent(why -> advice.add(new PolicyAdvice(rule.id(), cloud, why)))));
        return advice;
    }

    private static boolean isAbout(TagRule rule, Cloud cloud) {
        boolean there = rule.scope().place().clouds().isEmpty()
                || rule.scope().place().clouds().contains(cloud);
        return there
                && TypeCatalogue.types().stream()
                        .filter(type -> TypeCatalogue.cloudOf(type)
                                .filter(cloud::equals)
                                .isPresent())
                        .anyMatch(type -> rule.scope().types().covers(cloud, type));
    }

    private static Optional<String> refusal(TagRule rule, Cloud cloud, NamingRules.KeyCase keyCase) {
        TagKey key = keyCase == NamingRules.KeyCase.INSENSITIVE
                ? new TagKey(rule.key().folded())
                : rule.key();
        return CloudLimits.refusal(cloud, key)
                .map(why -> "no resource there can have the key '" + rule.key() + "': " + why
                        + "; name another key under" + " cloud_specific." + cloud)
                .or(() -> refusalOfValues(rule, cloud));
    }

    /** A list of which one value is possible is possible; a case that doesn't matter is taken as lower. */
    private static Optional<String> refusalOfValues(TagRule rule, Cloud cloud) {
        return rule.values().stream()
                .filter(ValueRule.OneOf.class::isInstance)
                .map(ValueRule.OneOf.class::cast)
                .flatMap(oneOf -> refusal(oneOf, cloud).stream())
                .findFirst()
                .map(why -> "no resource there can have any of the values of '" + rule.key() + "': " + why
                        + "; name other values under cloud_specific." + cloud);
    }

    private static Optional<String> refusal(ValueRule.OneOf oneOf, Cloud cloud) {
        List<Optional<String>> refusals = oneOf.values().stream()
                .map(value -> oneOf.valueCase() == ValueCase.EXACT
                        ? value
                        : new AllowedValue(value.text().toLowerCase(Locale.ROOT)))
                .map(value -> CloudLimits.refusal(cloud, value))
                .toList();
        return refusals.stream().allMatch(Optional::isPresent) ? refusals.getFirst() : Optional.empty();
    }
}
