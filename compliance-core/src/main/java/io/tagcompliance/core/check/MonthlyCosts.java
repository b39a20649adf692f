package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.CostLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What resources cost in the last closed month, read from the ledger once for a while, by whoever asks first. Safe for many
 * threads.
 */
public final class MonthlyCosts {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** What kept a bill from being read may be over soon. */
    private static final Duration UNKNOWN_REMEMBERED = Duration.ofMinutes(1);

    private final CostLedger ledger;
    private final InstantSource clock;
    private final ReentrantLock oneReader = new ReentrantLock();
    private final AtomicReference<Optional<Remembered>> last = new AtomicReference<>(Optional.empty());

    public MonthlyCosts(CostLedger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Costs, and when they were read. */
    public record Remembered(BillingPeriod period, Instant readAt, ResourceCosts costs) {
        private boolean isGoodFor(BillingPeriod wanted, Instant now) {
            Duration good = costs instanceof ResourceCosts.Known ? REMEMBERED : UNKNOWN_REMEMBERED;
            return period.equals(wanted) && now.isBefore(readAt.plus(good));
        }
    }

    /** The effective costs of that month. */
    public Remembered lastClosedMonth() throws InterruptedException {
        Instant now = clock.instant();
        BillingPeriod period = BillingPeriod.lastClosedMonth(now);
        oneReader.lockInterruptibly();
        try {
            Optional<Remembered> known = last.get().filter(remembered -> remembered.isGoodFor(period, now));
            if (known.isPresent()) {
                return known.get();
            }
            Remembered anew = new Remembered(period, now, read(period));
            last.set(Optional.of(anew));
            return anew;
        } finally {
            oneReader.unlock();
        }
    }

    private ResourceCosts read(BillingPeriod period) throws InterruptedException {
        Map<Currency, Map<ResourceId, BigDecimal>> sums = new HashMap<>();
        Set<Charged> kinds = new HashSet<>();
        BillReading reading = ledger.read(new BillQuery(period, CostMetric.EFFECTIVE, Set.of()), charge -> {
            if (charge.kind() == ChargeKind.USAGE && charge.what() instanceof Charged.OfResource resource) {
                sums.computeIfAbsent(charge.cost().currency(), first -> new HashMap<>())
                        .merge(resource.id(), charge.cost().amount(), BigDecimal::add);
            } else if (charge.what() instanceof Charged.NotTold) {
                kinds.add(charge.what());
            }
        });
        return switch (reading) {
            case BillReading.Unknown unknown ->
                new ResourceCosts.Unknown(unknown.failure().remedy());
            case BillReading.Read read
            when sums.isEmpty() || !kinds.isEmpty() ->
                new ResourceCosts.Unknown("the bill tells costs of services only, and names no resources");
            case BillReading.Read read
            when sums.size() > 1 ->
                new ResourceCosts.Unknown("the bill has several currencies, and costs in these can't be compared");
            case BillReading.Read read -> {
                Currency currency = sums.keySet().iterator().next();
                yield new ResourceCosts.Known(period, read.facts(), currency, sums.getOrDefault(currency, Map.of()));
            }
        };
    }
}
