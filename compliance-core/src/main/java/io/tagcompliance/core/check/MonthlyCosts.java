package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Billed;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.CostTable;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CostLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What resources cost in the last closed month, as the ledger tells it. Safe for many threads. */
public final class MonthlyCosts {
    private static final ResourceCosts OF_SERVICES =
            new ResourceCosts.Unknown("the bill tells costs of services only, and names no resources");

    private static final ResourceCosts OF_NO_RESOURCE = new ResourceCosts.Unknown(
            "no usage on the bill names a resource; a FOCUS or CUR export with resource ids does");

    private static final ResourceCosts OF_SEVERAL_CURRENCIES =
            new ResourceCosts.Unknown("the bill has several currencies, and costs in these can't be compared");

    private static final Set<ResourceCosts> WITHOUT_RESOURCES =
            Set.of(OF_SERVICES, OF_NO_RESOURCE, OF_SEVERAL_CURRENCIES);

    private final CostLedger ledger;
    private final InstantSource clock;
    private final BillMemory<BillingPeriod, ResourceCosts> memory;

    public MonthlyCosts(CostLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.memory = new BillMemory<>(clock, 1, MonthlyCosts::isOfABillThatWasRead);
    }

    /** What the last closed month says of single resources; empty where it isn't read when the patience ends. */
    public Optional<ResourceCosts> lastClosedMonth(Patience patience) throws InterruptedException {
        return remembered(patience).map(BillMemory.Remembered::what);
    }

    /**
     * The effective costs of that month; empty where they aren't read when the patience ends. A ledger that names no resources is
     * not asked: some are paid for each call.
     */
    Optional<BillMemory.Remembered<BillingPeriod, ResourceCosts>> remembered(Patience patience)
            throws InterruptedException {
        BillingPeriod period = BillingPeriod.lastClosedMonth(clock.instant());
        return ledger.namesResources()
                ? memory.get(period, () -> read(period), patience)
                : Optional.of(new BillMemory.Remembered<>(period, Instant.EPOCH, Instant.MAX, OF_SERVICES));
    }

    private static boolean isOfABillThatWasRead(ResourceCosts costs) {
        return costs instanceof ResourceCosts.Known || WITHOUT_RESOURCES.contains(costs);
    }

    private static Billed billed(ChargePlace place, Charged.OfResource resource) {
        return new Billed(place.cloud(), place.account(), resource.type());
    }

    private ResourceCosts read(BillingPeriod period) throws InterruptedException {
        Map<Currency, CostTable.Filling> sums = new HashMap<>();
        Set<Charged> kinds = new HashSet<>();
        BillReading reading = ledger.read(new BillQuery(period, CostMetric.EFFECTIVE, Set.of()), charge -> {
            if (charge.kind() == ChargeKind.USAGE && charge.what() instanceof Charged.OfResource resource) {
                sums.computeIfAbsent(charge.cost().currency(), first -> new CostTable.Filling())
                        .add(
                                resource.id(),
                                billed(charge.place(), resource),
                                charge.cost().amount());
            } else if (charge.what() instanceof Charged.NotTold) {
                kinds.add(charge.what());
            }
        });
        return switch (reading) {
            case BillReading.Unknown unknown ->
                new ResourceCosts.Unknown(unknown.failure().remedy());
            case BillReading.Read read when !kinds.isEmpty() -> OF_SERVICES;
            case BillReading.Read read when sums.isEmpty() -> OF_NO_RESOURCE;
            case BillReading.Read read when sums.size() > 1 -> OF_SEVERAL_CURRENCIES;
            case BillReading.Read read -> {
                Map.Entry<Currency, CostTable.Filling> only =
                        sums.entrySet().iterator().next();
                yield new ResourceCosts.Known(
                        period, read.facts(), only.getKey(), only.getValue().table());
            }
        };
    }
}
