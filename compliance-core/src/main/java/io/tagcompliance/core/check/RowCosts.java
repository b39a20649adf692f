package io.tagcompliance.core.check;

import io.tagcompliance.core.check.BilledUnseen.Scanned;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.CostTable;
import io.tagcompliance.core.cost.IdTable;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.cost.ResourceCosts;
import io.tagcompliance.core.evaluation.ColumnTally;
import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.resource.ResourceColumns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * What the rows of a scan cost in the last closed month. It remembers what it was asked last, since most checks of a scan ask
 * the same. Safe for many threads.
 */
final class RowCosts {
    /** Of a bill that isn't read yet. */
    static final RowCosts STILL_BEING_READ = new RowCosts(
            Instant.EPOCH,
            new ResourceCosts.Unknown(
                    "the bill is still being read; costs will be there when the same is asked again in a while"),
            OnBill.NOTHING);

    private static final ResourceCosts OF_OTHERS = new ResourceCosts.Unknown(
            "the bill of that month names nothing in the accounts that were read; is it their bill?");

    private final Instant readAt;
    private final ResourceCosts costs;
    private final CostTable table;
    private final int[] numbers;
    private final int[] dearestFirst;
    private final Optional<BilledUnseen> unseen;
    private final AtomicReference<Sorted> sorted = new AtomicReference<>(new Sorted(new int[0], new int[0]));
    private final AtomicReference<Spent> spent = new AtomicReference<>(Spent.NOTHING);

    /** Some rows, and the same ones sorted. */
    private static final class Sorted {
        private final int[] rows;
        private final int[] dearestFirst;

        Sorted(int[] rows, int[] dearestFirst) {
            this.rows = rows;
            this.dearestFirst = dearestFirst;
        }
    }

    /** What the rows cost that a tally settled: those that are compliant, and those that are not. */
    record Spent(Optional<ColumnTally> by, BigDecimal compliant, BigDecimal nonCompliant) {
        private static final Spent NOTHING = new Spent(Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * Where rows are on a bill.
     *
     * @param numbers of each row its number in the table, as far as there are rows that have one
     * @param unseen  what is in the table and no row
     */
    private record OnBill(CostTable table, int[] numbers, Optional<BilledUnseen> unseen) {
        private static final OnBill NOTHING = new OnBill(CostTable.EMPTY, new int[0], Optional.empty());

        /** Whether there are rows, and none of them is on the bill. */
        boolean isEmpty() {
            return numbers.length > 0 && Arrays.stream(numbers).allMatch(number -> number == IdTable.NONE);
        }

        static OnBill of(ResourceCosts.Known known, Scanned scan) {
            ResourceColumns columns = scan.columns();
            int[] numbers = new int[columns.size()];
            Arrays.setAll(numbers, row -> known.costs().find(columns.idOf(row)));
            return new OnBill(known.costs(), numbers, Optional.of(BilledUnseen.of(known, scan, numbers)));
        }
    }

    private RowCosts(Instant readAt, ResourceCosts costs, OnBill rows) {
        this.readAt = readAt;
        this.costs = costs;
        this.table = rows.table();
        this.numbers = rows.numbers();
        this.unseen = rows.unseen();
        this.dearestFirst = IntStream.range(0, numbers.length)
                .filter(this::has)
                .boxed()
                .sorted((one, other) -> table.compare(numbers[other], numbers[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static RowCosts of(BillMemory.Remembered<BillingPeriod, ResourceCosts> bill, Scanned scan) {
        return switch (bill.what()) {
            case ResourceCosts.Unknown unknown -> new RowCosts(bill.readAt(), unknown, OnBill.NOTHING);
            case ResourceCosts.Known known -> {
                OnBill rows = OnBill.of(known, scan);
                yield rows.isEmpty() && !BilledUnseen.isOfAccounts(known, scan)
                        ? new RowCosts(bill.readAt(), OF_OTHERS, OnBill.NOTHING)
                        : new RowCosts(bill.readAt(), known, rows);
            }
        };
    }

    /** When the bill was read. */
    Instant readAt() {
        return readAt;
    }

    /** What the bill names and the scan doesn't have. */
    Optional<BilledUnseen> unseen() {
        return unseen;
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
        if (nothingIsOnTheBill()) {
            return rows;
        }
        Sorted last = sorted.get();
        if (!Arrays.equals(last.rows, rows)) {
            last = new Sorted(rows, sort(rows));
            sorted.set(last);
        }
        return last.dearestFirst;
    }

    private int[] sort(int[] rows) {
        BitSet wanted = new BitSet(numbers.length);
        for (int row : rows) {
            wanted.set(row);
        }
        Ints dear = new Ints();
        for (int row : dearestFirst) {
            if (wanted.get(row)) {
                dear.add(row);
            }
        }
        for (int row : rows) {
            if (!has(row)) {
                dear.add(row);
            }
        }
        return dear.toArray();
    }

    /** Those of the rows that cost that much at least. */
    int[] atLeast(BigDecimal cost, int[] rows) {
        return cost.signum() <= 0
                ? rows
                : Arrays.stream(rows)
                        .filter(row -> amount(row).compareTo(cost) >= 0)
                        .toArray();
    }

    private boolean nothingIsOnTheBill() {
        return dearestFirst.length == 0;
    }

    /** What the rows cost that a tally settled. */
    Spent spent(Selection selection, ColumnTally tally) {
        if (nothingIsOnTheBill()) {
            return Spent.NOTHING;
        }
        Spent last = spent.get();
        if (!last.by().equals(Optional.of(tally))) {
            last = add(selection, tally);
            spent.set(last);
        }
        return last;
    }

    private Spent add(Selection selection, ColumnTally tally) {
        Ints compliant = new Ints();
        Ints nonCompliant = new Ints();
        selection
                .verdicts()
                .judged(
                        selection.rows(),
                        tally,
                        (row, isCompliant) -> (isCompliant ? compliant : nonCompliant).add(row));
        return new Spent(Optional.of(tally), sum(compliant.stream()), sum(nonCompliant.stream()));
    }

    /** What some rows cost together. */
    BigDecimal sum(IntStream rows) {
        return table.sum(rows.filter(this::has).map(row -> numbers[row]));
    }
}
