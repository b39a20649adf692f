package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.costexplorer.model.Expression;

/**
 * Splits the usage of services by tags, with answers that are grouped by two things at most. Each key is asked for by service
 * first. Where all keys of a service but one have one value, that says all; where more have several, the two with most values
 * are grouped by, and the values of the others are gone through. Confined to one thread.
 */
final class UsageByTags {
    /** Cost Explorer rounds each sum by itself, at ten digits. */
    static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private final CostExplorer explorer;
    private final PaidCalls paid;
    private final List<Expression> usage;

    /** @param usage what of the bill is usage */
    UsageByTags(CostExplorer explorer, PaidCalls paid, List<Expression> usage) {
        this.explorer = explorer;
        this.paid = paid;
        this.usage = List.copyOf(usage);
    }

    /** Usage of a service in a currency. */
    record Used(String service, Currency currency) {}

    /** Usage under some tags. */
    record Part(Used service, Tags tags, BigDecimal amount) {}

    /** The amounts that each value of a key has in what is looked at. */
    record Marginal(Map<TagKey, List<CostGroup>> groups) {
        Set<String> values(TagKey key) {
            return groups.getOrDefault(key, List.of()).stream()
                    .map(CostGroup::first)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        List<TagKey> varying() {
            return groups.keySet().stream()
                    .filter(key -> values(key).size() > 1)
                    .sorted(Comparator.comparingInt((TagKey key) -> -values(key).size()))
                    .toList();
        }

        /** The tags that all of it has. */
        Map<TagKey, String> common() {
            Map<TagKey, String> common = new LinkedHashMap<>();
            groups.keySet().stream()
                    .filter(key -> values(key).size() == 1)
                    .forEach(key -> common.put(key, values(key).iterator().next()));
            return common;
        }

        /** How many calls it takes to go through the values of all but two keys. */
        long calls() {
            List<TagKey> varying = varying();
            return varying.size() < 2
                    ? 0
                    : varying.stream()
                            .skip(2)
                            .mapToLong(key -> values(key).size())
                            .reduce(1, (product, more) -> Math.min(Integer.MAX_VALUE, product * more));
        }
    }

    /**
     * The parts of each sum, which add up to it.
     *
     * @param sums what is to be split
     * @param keys those that are asked for
     */
    List<Part> parts(Map<Used, BigDecimal> sums, List<TagKey> keys) {
        if (keys.isEmpty() || sums.isEmpty()) {
            return sums.entrySet().stream()
                    .map(sum -> new Part(sum.getKey(), Tags.NONE, sum.getValue()))
                    .toList();
        }
        paid.require(keys.size());
        Map<String, Marginal> marginals = marginals(sums.keySet(), keys);
        paid.require(marginals.values().stream().mapToLong(Marginal::calls).sum());
        List<Part> parts = new ArrayList<>();
        marginals.forEach((service, marginal) -> parts.addAll(parts(service, marginal, sums)));
        return parts;
    }

    private Map<String, Marginal> marginals(Set<Used> services, List<TagKey> keys) {
        Map<String, Marginal> marginals = new TreeMap<>();
        services.forEach(service -> marginals.put(service.service(), new Marginal(new LinkedHashMap<>())));
        for (TagKey key : keys) {
            for (CostGroup group : explorer.costs(List.of(CostFilters.by(key), CostFilters.BY_SERVICE), usage)) {
                if (marginals.containsKey(group.second())) {
                    marginals
                            .get(group.second())
                            .groups()
                            .computeIfAbsent(key, first -> new ArrayList<>())
                            .add(group);
                }
            }
        }
        return marginals;
    }

    private List<Part> parts(String service, Marginal marginal, Map<Used, BigDecimal> sums) {
        List<Part> parts = new ArrayList<>();
        List<TagKey> varying = marginal.varying();
        Map<TagKey, String> common = marginal.common();
        if (varying.isEmpty()) {
            sums.keySet().stream()
                    .filter(sum -> sum.service().equals(service))
                    .forEach(sum -> parts.add(new Part(sum, tags(common), sums.getOrDefault(sum, BigDecimal.ZERO))));
        } else if (varying.size() == 1) {
            marginal.groups()
                    .getOrDefault(varying.getFirst(), List.of())
                    .forEach(group -> parts.add(part(service, group, with(common, varying.getFirst(), group.first()))));
        } else {
            throughValues(service, marginal, common, parts);
        }
        return whole(service, parts, sums);
    }

    /** Groups by the first two of the keys that vary, once for all values that the others can have together. */
    private void throughValues(String service, Marginal marginal, Map<TagKey, String> common, List<Part> parts) {
        List<TagKey> varying = marginal.varying();
        TagKey one = varying.getFirst();
        TagKey other = varying.get(1);
        List<Map<TagKey, String>> choices = List.of(Map.of());
        for (TagKey further : varying.subList(2, varying.size())) {
            choices = choices.stream()
                    .flatMap(chosen -> marginal.values(further).stream().map(value -> with(chosen, further, value)))
                    .toList();
        }
        for (Map<TagKey, String> chosen : choices) {
            Map<TagKey, String> known = new LinkedHashMap<>(common);
            known.putAll(chosen);
            explorer.costs(List.of(CostFilters.by(one), CostFilters.by(other)), filter(service, chosen))
                    .forEach(group -> parts.add(
                            part(service, group, with(with(known, one, group.first()), other, group.second()))));
        }
    }

    private List<Expression> filter(String service, Map<TagKey, String> chosen) {
        List<Expression> filter = new ArrayList<>(usage);
        filter.add(CostFilters.ofService(service));
        chosen.forEach((key, value) -> filter.add(CostFilters.ofTag(key, value)));
        return filter;
    }

    /** The parts, the largest of them with what rounding took from or gave to them all. */
    private static List<Part> whole(String service, List<Part> parts, Map<Used, BigDecimal> sums) {
        Map<Used, BigDecimal> rests = new HashMap<>();
        sums.forEach((key, sum) -> {
            if (key.service().equals(service)) {
                rests.put(key, sum);
            }
        });
        parts.forEach(part -> rests.merge(part.service(), part.amount().negate(), BigDecimal::add));
        List<Part> whole = new ArrayList<>(parts);
        rests.forEach((key, rest) -> {
            if (rest.signum() != 0) {
                close(key, rest, whole);
            }
        });
        return whole;
    }

    private static void close(Used service, BigDecimal rest, List<Part> parts) {
        Part largest = parts.stream()
                .filter(part -> part.service().equals(service))
                .max(Comparator.comparing(part -> part.amount().abs()))
                .orElseGet(() -> new Part(service, Tags.NONE, BigDecimal.ZERO));
        if (rest.abs().compareTo(ROUNDING.multiply(BigDecimal.valueOf(parts.size() + 1L))) > 0) {
            throw CostExplorer.unusable(
                    "Cost Explorer's sums by tag and by service differ, as they do while it takes in new charges: ask again"
                            + " in an hour.");
        }
        parts.remove(largest);
        parts.add(new Part(service, largest.tags(), largest.amount().add(rest)));
    }

    private static Part part(String service, CostGroup group, Map<TagKey, String> tags) {
        return new Part(new Used(service, group.currency()), tags(tags), group.amount());
    }

    static Map<TagKey, String> with(Map<TagKey, String> known, TagKey key, String value) {
        Map<TagKey, String> more = new LinkedHashMap<>(known);
        more.put(key, value);
        return more;
    }

    /** Without the keys that have no value: the charge has no such tag. */
    static Tags tags(Map<TagKey, String> values) {
        Map<String, String> tags = new TreeMap<>();
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                tags.put(key.text(), value);
            }
        });
        return Tags.of(tags);
    }
}
