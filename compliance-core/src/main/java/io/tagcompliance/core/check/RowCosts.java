package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostTable;
import io.tagcompliance.core.cost.IdTable;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.resource.ResourceColumns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** What the rows of a scan cost in the last closed month. Immutable. */
final class RowCosts {
    /** Of a bill that isn't read yet. */
    static final RowCosts STILL_BEING_READ = new RowCosts(
            Instant.EPOCH,
            new ResourceCosts.Unknown(
                    "the bill is still being read; costs will be there when the same is asked again in a while"),
            CostTable.EMPTY,
            new int[0]);

    private final Instant readAt;
    private final ResourceCosts costs;
    private final CostTable table;

    /** Of each row its number in the table, as far as there are rows that have one. */
    private final int[] numbers;

    private final int[] dearestFirst;

    private RowCosts(Instant readAt, ResourceCosts costs, CostTable table, int[] numbers) {
        this.readAt = readAt;
        this.costs = costs;
        this.table = table;
        this.numbers = numbers;
        this.dearestFirst = IntStream.range(0, numbers.length)
                .filter(this::has)
                .boxed()
                .sorted((one, other) -> table.compare(numbers[other], numbers[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static RowCosts of(BillMemory.Remembered<BillingPeriod, ResourceCosts> bill, ResourceColumns columns) {
        if (!(bill.what() instanceof ResourceCosts.Known known)) {
            return new RowCosts(bill.readAt(), bill.what(), CostTable.EMPTY, new int[0]);
        }
        int[] numbers = new int[columns.size()];
        Arrays.setAll(numbers, row -> known.costs().find(columns.idOf(row)));
        return new RowCosts(bill.readAt(), known, known.costs(), numbers);
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
            case ResourceCosts.Known known
            when has(row) -> new MonthlyCost.Known(new Money(amount(row), known.currency()));
            case ResourceCosts.Known known -> new MonthlyCost.NotOnTheBill();
        };
    }

    /** The cost of a row; nothing where it isn't on the bill. */
    BigDecimal amount(int row) {
        return has(row) ? table.cost(numbers[row]) : BigDecimal.ZERO;
    }

    /** Whether a row is on the bill. */
    boolean has(int row) {
        return row < numbers.length && numbers[row] != IdTable.NONE;
    }

    /** The same rows, the dearest first; those that aren't on the bill follow, in their order. */
    int[] dearestFirst(int[] rows) {
        if (dearestFirst.length == 0) {
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
