package io.tagcompliance.aws;

import io.tagcompliance.aws.UsageByTags.Marginal;
import io.tagcompliance.aws.UsageByTags.Part;
import io.tagcompliance.aws.UsageByTags.Used;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;

/**
 * Finds the resources behind the usage of one service. Each key is asked for by resource and day; what a resource cost on a day
 * on which two of its keys changed can't be told, and neither can what AWS left out of a long list. So each sum under some
 * tags is split into what is known to be of a resource, and a rest of which nothing is said: together they are that sum
 * still. Confined to one thread.
 */
final class UsageByResource {
    /** What stands for the resource where a charge has none. */
    private static final String NONE = "NoResourceId";

    private final CostExplorer explorer;
    private final List<Expression> usage;
    private final List<TagKey> keys;

    /**
     * @param usage what of the bill is usage
     * @param keys  those by which the parts are told apart
     */
    UsageByResource(CostExplorer explorer, List<Expression> usage, List<TagKey> keys) {
        this.explorer = explorer;
        this.usage = List.copyOf(usage);
        this.keys = List.copyOf(keys);
    }

    /** How many calls a service takes at least. */
    long callsOfOne() {
        return Math.max(1, keys.size());
    }

    /** Whose a part is. */
    sealed interface Owner {
        /** A resource's, by what AWS calls it. */
        record Resource(String name) implements Owner {}

        /** Nobody's: the charge names no resource. */
        record Nobody() implements Owner {}

        /** That isn't known. */
        record Untold() implements Owner {}
    }

    /** A part of the usage, and whose it is. */
    record Owned(Part part, Owner owner) {
        boolean isTold() {
            return !(owner instanceof Owner.Untold);
        }
    }

    /** Usage of one resource on one day. */
    private record Day(String resource, String day, Currency currency) {}

    /** What is added up over the days. */
    private record Line(String resource, Currency currency, Tags tags) {}

    /** What is told apart by tags. */
    private record Sum(Currency currency, Tags tags) {}

    /**
     * The parts of a service, split by resource; none where AWS names no resource of it: it has none then, or the account
     * has not opted in for it.
     *
     * @param parts of that service only
     * @throws CloudException where a call fails, or the sums by resource contradict those by tags, all of them
     */
    Optional<List<Owned>> split(String service, List<Part> parts) {
        Map<Line, BigDecimal> lines = lines(service);
        if (lines.keySet().stream().allMatch(line -> line.resource().equals(NONE))) {
            return Optional.empty();
        }
        Map<Sum, BigDecimal> sums = new LinkedHashMap<>();
        parts.forEach(
                part -> sums.merge(new Sum(part.service().currency(), part.tags()), part.amount(), BigDecimal::add));
        Map<Sum, List<Owned>> owned = new LinkedHashMap<>();
        sums.keySet().forEach(sum -> owned.put(sum, new ArrayList<>()));
        lines.forEach((line, amount) -> owned.computeIfAbsent(
                        new Sum(line.currency(), line.tags()), contradicting -> new ArrayList<>())
                .add(new Owned(
                        new Part(new Used(service, line.currency()), line.tags(), amount), owner(line.resource()))));
        List<Owned> all = new ArrayList<>();
        owned.forEach((sum, some) -> all.addAll(whole(
                new Part(new Used(service, sum.currency()), sum.tags(), sums.getOrDefault(sum, BigDecimal.ZERO)),
                some)));
        if (all.stream().noneMatch(Owned::isTold)) {
            throw CostExplorer.unusable(
                    "Cost Explorer's sums by tag and by resource differ, as they do while it takes in new"
                            + " charges: ask again in an hour.");
        }
        return Optional.of(all);
    }

    private static Owner owner(String resource) {
        return resource.equals(NONE) || resource.isBlank() ? new Owner.Nobody() : new Owner.Resource(resource);
    }

    /** What is owned of a sum, and the rest of it. */
    private static List<Owned> whole(Part sum, List<Owned> owned) {
        BigDecimal rest = owned.stream().map(one -> one.part().amount()).reduce(sum.amount(), BigDecimal::subtract);
        BigDecimal rounding = UsageByTags.ROUNDING.multiply(BigDecimal.valueOf(owned.size() + 1L));
        if (!owned.isEmpty() && rest.abs().compareTo(rounding) <= 0) {
            return rounded(owned, rest);
        }
        if (rest.signum() != sum.amount().signum()) {
            return sum.amount().signum() == 0 ? List.of() : List.of(new Owned(sum, new Owner.Untold()));
        }
        List<Owned> whole = new ArrayList<>(owned);
        whole.add(new Owned(new Part(sum.service(), sum.tags(), rest), new Owner.Untold()));
        return whole;
    }

    /** The largest of them with what rounding took from or gave to them all. */
    private static List<Owned> rounded(List<Owned> owned, BigDecimal rest) {
        Owned largest = owned.stream()
                .max(Comparator.comparing(one -> one.part().amount().abs()))
                .orElseThrow();
        List<Owned> whole = new ArrayList<>(owned);
        whole.remove(largest);
        Part part = largest.part();
        whole.add(new Owned(new Part(part.service(), part.tags(), part.amount().add(rest)), largest.owner()));
        return whole;
    }

    /** What is certain. */
    private Map<Line, BigDecimal> lines(String service) {
        List<Expression> filter = new ArrayList<>(usage);
        filter.add(CostFilters.ofService(service));
        Map<Line, BigDecimal> lines = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            explorer.costsOfResources(List.of(CostFilters.BY_RESOURCE), filter)
                    .forEach(group -> lines.merge(
                            new Line(group.first(), group.currency(), Tags.NONE), group.amount(), BigDecimal::add));
            return lines;
        }
        Map<Day, Marginal> days = new LinkedHashMap<>();
        for (TagKey key : keys) {
            List<GroupDefinition> by = List.of(CostFilters.by(key), CostFilters.BY_RESOURCE);
            for (CostGroup group : explorer.costsOfResources(by, filter)) {
                days.computeIfAbsent(
                                new Day(group.second(), group.keys().getLast(), group.currency()),
                                first -> new Marginal(new LinkedHashMap<>()))
                        .groups()
                        .computeIfAbsent(key, first -> new ArrayList<>())
                        .add(group);
            }
        }
        days.forEach((day, marginal) -> ofDay(marginal)
                .forEach((tags, amount) ->
                        lines.merge(new Line(day.resource(), day.currency(), tags), amount, BigDecimal::add)));
        return lines;
    }

    /** The costs of one resource on one day by tags; nothing where that isn't certain. */
    private Map<Tags, BigDecimal> ofDay(Marginal marginal) {
        List<TagKey> varying = marginal.varying();
        if (varying.size() > 1 || !agree(marginal)) {
            return Map.of();
        }
        Map<TagKey, String> common = marginal.common();
        TagKey split = varying.isEmpty() ? keys.getFirst() : varying.getFirst();
        Map<Tags, BigDecimal> amounts = new LinkedHashMap<>();
        marginal.groups()
                .getOrDefault(split, List.of())
                .forEach(group -> amounts.merge(
                        UsageByTags.tags(UsageByTags.with(common, split, group.first())),
                        group.amount(),
                        BigDecimal::add));
        return amounts;
    }

    /** Whether each key tells the same sum: a list that AWS cut off doesn't. */
    private boolean agree(Marginal marginal) {
        List<BigDecimal> sums = marginal.groups().values().stream()
                .map(groups -> groups.stream().map(CostGroup::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .sorted()
                .toList();
        return sums.size() == keys.size()
                && sums.getLast().subtract(sums.getFirst()).compareTo(UsageByTags.ROUNDING.multiply(BigDecimal.TEN))
                        <= 0;
    }
}
