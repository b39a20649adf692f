package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.resource.ResourceColumns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What the rows of a scan cost in the last closed month. Immutable. */
final class RowCosts {
    /** Of a bill that isn't read yet. */
    static final RowCosts STILL_BEING_READ = new RowCosts(
            Instant.EPOCH,
            new ResourceCosts.Unknown(
                    "the bill is still being read; costs will be there when the same is asked again in a while"),
            Map.of());

    private final Instant readAt;
    private final ResourceCosts costs;
    private final Map<Integer, BigDecimal> byRow;
    private final int[] dearestFirst;

    private RowCosts(Instant readAt, ResourceCosts costs, Map<Integer, BigDecimal> byRow) {
        this.readAt = readAt;
        this.costs = costs;
        this.byRow = byRow;
        this.dearestFirst = byRow.entrySet().stream()
                .sorted(Map.Entry.<Integer, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    static RowCosts of(BillMemory.Remembered<BillingPeriod, ResourceCosts> bill, ResourceColumns columns) {
        Map<Integer, BigDecimal> byRow = new HashMap<>();
        if (bill.what() instanceof ResourceCosts.Known known) {
            for (int row = 0; row < columns.size(); row++) {
                BigDecimal cost = known.costs().get(columns.idOf(row));
                if (cost != null) {
                    byRow.put(row, cost);
                }
            }
        }
        return new RowCosts(bill.readAt(), bill.what(), byRow);
    }

    /** When the bill was read. */
    Instant readAt() {
        return readAt;
    }

    ResourceCosts costs() {
        return costs;
    }

    MonthlyCost of(int row) {
        return switch (costs) {
            case ResourceCosts.Unknown unknown -> new MonthlyCost.Unknown();
            case ResourceCosts.Known known -> {
                BigDecimal cost = byRow.get(row);
                yield cost == null
                        ? new MonthlyCost.NotOnTheBill()
                        : new MonthlyCost.Known(new Money(cost, known.currency()));
            }
        };
    }

    /** The cost of a row; nothing where it isn't on the bill. */
    BigDecimal amount(int row) {
        return byRow.getOrDefault(row, BigDecimal.ZERO);
    }

    /** Whether a row is on the bill. */
    boolean has(int row) {
        return byRow.containsKey(row);
    }

    /** The same rows, the dearest first; those that aren't on the bill follow, in their order. */
    int[] dearestFirst(int[] rows) {
        if (byRow.isEmpty()) {
            return rows;
        }
        BitSet wanted = new BitSet();
        Arrays.stream(rows).forEach(wanted::set);
        return IntStream.concat(
                        Arrays.stream(dearestFirst).filter(wanted::get),
                        Arrays.stream(rows).filter(row -> !has(row)))
                .toArray();
    }

    /** Those of the rows that cost that much at least. */
    int[] atLeast(BigDecimal cost, int[] rows) {
        return cost.signum() <= 0
                ? rows
                : Arrays.stream(rows)
                        .filter(row -> amount(row).compareTo(cost) >= 0)
                        .toArray();
    }

    /** What these rows cost together. */
    BigDecimal sum(IntStream rows) {
        return rows.mapToObj(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
