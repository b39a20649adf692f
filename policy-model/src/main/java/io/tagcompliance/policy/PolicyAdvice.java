package io.tagcompliance.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something about a policy that can be read and most likely isn't meant: a demand that no resource of a cloud can meet, since
 * the cloud has no such key or value, or a name that nobody knows.
 *
 * @param rule  the rule that demands it
 * @param cloud of those that the policy is about
 * @param why   what the cloud allows, and what to do
 */
public record PolicyAdvice(RuleId rule, Cloud cloud, String why) {
    /** All of a policy, rule by rule; none about clouds that its scope doesn't name. */
    public static List<PolicyAdvice> on(TagPolicy policy) {
        List<PolicyAdvice> advice = new ArrayList<>();
        unknownClouds(policy, advice);
        policy.rules().all().forEach(rule -> hopelessTypes(rule, advice));
        Stream.concat(policy.required().stream(), policy.optional().stream())
                .forEach(rule -> policy.scope().stream()
                        .filter(cloud -> isAbout(rule, cloud))
                        .forEach(cloud -> refusal(
                                        rule.on(cloud), cloud, policy.naming().keyCase())
                                .ifPresent(why -> advice.add(new PolicyAdvice(rule.id(), cloud, why)))));
        policy.rules().conditional().forEach(rule -> conditional(rule, policy, advice));
        return advice;
    }

    /** A cloud that nobody knows may be one's own, or a slip that switches a demand off. */
    private static void unknownClouds(TagPolicy policy, List<PolicyAdvice> advice) {
        Set<Cloud> known = Set.of(Cloud.AWS, Cloud.AZURE, Cloud.GCP);
        policy.scope().stream()
                .filter(cloud -> !known.contains(cloud))
                .forEach(cloud -> advice.add(new PolicyAdvice(
                        new RuleId("scope"), cloud, "no cloud that this program knows; those are aws, azure and gcp")));
        Set<Cloud> own = new HashSet<>(policy.scope());
        policy.rules()
                .all()
                .forEach(rule -> cloudsOf(rule)
                        .filter(cloud -> !known.contains(cloud) && !own.contains(cloud))
                        .distinct()
                        .forEach(cloud -> advice.add(new PolicyAdvice(
                                rule.id(), cloud, "neither aws, azure nor gcp, nor named in the policy's scope"))));
    }

    private static Stream<Cloud> cloudsOf(PolicyRule rule) {
        Stream<Cloud> overridden =
                rule instanceof TagRule tagRule ? tagRule.overrides().keySet().stream() : Stream.of();
        return Stream.concat(rule.scope().place().clouds().stream(), overridden);
    }

    /** A type that the catalogue doesn't know may be new, or a slip; of one that can't be tagged a rule asks what nobody can do. */
    private static void hopelessTypes(PolicyRule rule, List<PolicyAdvice> advice) {
        for (ResourceType type : rule.scope().types().types()) {
            TypeCatalogue.untaggable(type)
                    .map(entry -> new PolicyAdvice(
                            rule.id(),
                            entry.cloud(),
                            "the type '" + type + "' can't be tagged, as its cloud says; leave it out of the rule"))
                    .or(() -> slip(rule, type))
                    .ifPresent(advice::add);
        }
    }

    private static Optional<PolicyAdvice> slip(PolicyRule rule, ResourceType type) {
        if (TypeCatalogue.find(type).isPresent()) {
            return Optional.empty();
        }
        List<String> names =
                TypeCatalogue.types().stream().map(ResourceType::name).toList();
        return Nearest.to(type.name(), names)
                .map(near -> new PolicyAdvice(
                        rule.id(),
                        TypeCatalogue.cloudOf(new ResourceType(near)).orElse(Cloud.AWS),
                        "the type '" + type + "' is in no catalogue; did you mean '" + near + "'?"));
    }

    /** A condition goes by the names that the rules give its keys in each cloud; a key without one must be possible there. */
    private static void conditional(ConditionalRule rule, TagPolicy policy, List<PolicyAdvice> advice) {
        boolean named = Stream.concat(policy.required().stream(), policy.optional().stream())
                .anyMatch(one -> one.key().equals(rule.then().key()));
        if (named || rule.then() instanceof Consequence.Forbid) {
            return;
        }
        policy.scope().stream().filter(cloud -> isAbout(rule, cloud)).forEach(cloud -> {
            TagKey key = policy.naming().keyCase() == NamingRules.KeyCase.INSENSITIVE
                    ? new TagKey(rule.then().key().folded())
                    : rule.then().key();
            CloudLimits.refusal(cloud, key)
                    .ifPresent(why -> advice.add(new PolicyAdvice(
                            rule.id(),
                            cloud,
                            "no resource there can have the key '" + rule.then().key() + "': " + why
                                    + "; add an optional tag of that key with another name under cloud_specific."
                                    + cloud)));
        });
    }

    private static boolean isAbout(PolicyRule rule, Cloud cloud) {
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
