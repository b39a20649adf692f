package io.tagcompliance.aws;

import io.tagcompliance.aws.CostExplorerLedger.Answer;
import io.tagcompliance.aws.UsageByResource.Owned;
import io.tagcompliance.aws.UsageByTags.Part;
import io.tagcompliance.aws.UsageByTags.Used;
import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillFacts.Certainty;
import io.tagcompliance.core.cost.BillFacts.Estimate;
import io.tagcompliance.core.cost.BillFacts.State;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.policy.TagKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.costexplorer.model.Expression;

/** One reading of a bill from Cost Explorer. Confined to one thread. */
final class CostReading {
    private final CostExplorer explorer;
    private final BillQuery query;
    private final PaidCalls paid;
    private final List<String> notes = new ArrayList<>();
    private final List<Charge> lines = new ArrayList<>();
    private final BilledPlaces places;
    private Duration goodFor = CostExplorerLedger.REMEMBERED;

    CostReading(Place home, BillQuery query, PaidCalls paid) {
        this.explorer = new CostExplorer(home, query, paid);
        this.query = query;
        this.paid = paid;
        this.places = new BilledPlaces(home.account());
    }

    /**
     * Reads it.
     *
     * @throws CloudException where a call fails, or more would be needed than may be paid for
     */
    Answer read(Instant now) {
        Activation activation = activation();
        List<CostGroup> all = explorer.costs(List.of(CostFilters.BY_RECORD_TYPE, CostFilters.BY_SERVICE), List.of());
        if (all.isEmpty()) {
            return Answer.unknown(CostExplorerLedger.nothingYet());
        }
        Map<Used, BigDecimal> usage = new LinkedHashMap<>();
        Set<String> usageTypes = new TreeSet<>();
        for (CostGroup group : all) {
            ChargeKind kind = RecordTypes.kind(group.first(), group.second());
            if (kind == ChargeKind.USAGE) {
                usageTypes.add(group.first());
                usage.merge(new Used(group.second(), group.currency()), group.amount(), BigDecimal::add);
            } else {
                add(kind, new Used(group.second(), group.currency()), Tags.NONE, group.amount());
            }
        }
        if (!usage.isEmpty()) {
            List<Expression> filter = withoutMarketplace(usage, CostFilters.ofRecordTypes(usageTypes));
            addUsage(filter, usage, keys(activation), now);
        }
        return new Answer(new BillReading.Read(facts(all, activation, now)), lines, goodFor);
    }

    private void addUsage(List<Expression> filter, Map<Used, BigDecimal> usage, List<TagKey> keys, Instant now) {
        List<Part> parts = new UsageByTags(explorer, paid, filter).parts(usage, keys);
        OwnedUsage owned = OwnedUsage.isTold(query.period(), now)
                ? new NamingOfOwners(new UsageByResource(explorer, filter, keys), paid).of(parts)
                : OwnedUsage.ofLongAgo(parts);
        notes.add(owned.note());
        goodFor = owned.goodFor();
        for (Owned one : owned.parts()) {
            Part part = one.part();
            ChargePlace place = places.of(one.owner(), part.service().service());
            Money cost = new Money(part.amount(), part.service().currency());
            lines.add(new Charge(ChargeKind.USAGE, place, places.what(one.owner(), place), part.tags(), cost));
        }
    }

    /** Only the account that pays may ask for it. */
    private Activation activation() {
        List<TagKey> keys = List.copyOf(query.keys());
        if (keys.isEmpty()) {
            return new Activation.Untold(List.of());
        }
        try {
            List<TagKey> active = explorer.activated(keys);
            return new Activation.Told(
                    active.stream().map(TagKey::text).toList(),
                    keys.stream()
                            .filter(key -> !active.contains(key))
                            .map(TagKey::text)
                            .toList());
        } catch (CloudException.AccessDenied denied) {
            notes.add(
                    "whether the keys are activated for cost allocation is not known, and one that isn't looks exactly like one"
                            + " that nobody uses: allow " + CostExplorer.TAGS.permission()
                            + ", and ask with the account that pays");
            return new Activation.Untold(List.of());
        }
    }

    private List<TagKey> keys(Activation activation) {
        return switch (activation) {
            case Activation.Told told -> told.active().stream().map(TagKey::new).toList();
            case Activation.Untold untold -> List.copyOf(query.keys());
        };
    }

    /** Takes what others sell out of the usage, and says what is left of it as a filter. */
    private List<Expression> withoutMarketplace(Map<Used, BigDecimal> usage, Expression ofUsage) {
        List<CostGroup> sold =
                explorer.costs(List.of(CostFilters.BY_SERVICE), List.of(ofUsage, CostFilters.ofMarketplace()));
        for (CostGroup group : sold) {
            Used product = new Used(group.first(), group.currency());
            if (usage.containsKey(product)) {
                add(ChargeKind.MARKETPLACE, product, Tags.NONE, group.amount());
                usage.merge(product, group.amount().negate(), BigDecimal::add);
            }
        }
        usage.values().removeIf(left -> left.signum() == 0);
        return sold.isEmpty() ? List.of(ofUsage) : List.of(ofUsage, CostFilters.not(CostFilters.ofMarketplace()));
    }

    private void add(ChargeKind kind, Used service, Tags tags, BigDecimal amount) {
        ChargePlace place = BilledPlaces.of(service.service());
        lines.add(new Charge(kind, place, new Charged.NotTold(), tags, new Money(amount, service.currency())));
    }

    private static List<Money> sums(List<CostGroup> all, Function<CostGroup, BigDecimal> amount) {
        Map<Currency, BigDecimal> sums = new LinkedHashMap<>();
        all.forEach(group -> sums.merge(group.currency(), amount.apply(group), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }

    private BillFacts facts(List<CostGroup> all, Activation activation, Instant now) {
        notes.add("negative usage that Cost Explorer has in one sum with other usage is netted in it");
        notes.add("Cost Explorer was called " + paid.made() + " times for this, at " + PaidCalls.dollars(paid.made())
                + " together; the same question costs nothing for "
                + (goodFor.equals(CostExplorerLedger.REMEMBERED) ? "six hours" : goodFor.toMinutes() + " minutes"));
        boolean mayChange = explorer.isEstimated() || !query.period().isClosed(now);
        return new BillFacts(
                "Cost Explorer",
                new Certainty(
                        mayChange ? State.PROVISIONAL : State.CLOSED,
                        new Estimate.Told(sums(all, CostGroup::estimated))),
                lastDay(now),
                0,
                sums(all, CostGroup::amount),
                activation,
                notes);
    }

    /** Cost Explorer tells months only: the last day that is over. */
    private LocalDate lastDay(Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        LocalDate last = query.period().end().minusDays(1);
        return yesterday.isBefore(last) && query.period().includes(yesterday) ? yesterday : last;
    }
}
