package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the rows of a bill add up to, apart from its lines. Confined to one thread. */
final class BillTotals {
    private final Map<Currency, BigDecimal> sums = new LinkedHashMap<>();
    private final Map<Currency, Long> rowsOf = new LinkedHashMap<>();
    private final TreeSet<String> lastDays = new TreeSet<>();
    private final TreeSet<String> allDays = new TreeSet<>();
    private long costless;
    private long wrong;
    private Digits digits = Digits.FEW;

    /** Takes a row of what {@link BillSql#totals} answers. */
    void add(String[] cells) {
        long rows = Long.parseLong(cells[2]);
        if (rows > 0) {
            Currency currency = LineReader.currency(cells[0].strip());
            sums.merge(currency, LineReader.amount(cells[1]), BigDecimal::add);
            rowsOf.merge(currency, rows, Long::sum);
            lastDays.add(cells[3]);
        }
        costless += Long.parseLong(cells[4]);
        wrong += Long.parseLong(cells[5]) + Long.parseLong(cells[8]);
        if (Long.parseLong(cells[9]) > 0) {
            digits = Digits.ANY;
        }
        if (!cells[6].isEmpty()) {
            allDays.add(cells[6]);
            allDays.add(cells[7]);
        }
    }

    /** Whether there are rows that can't be read. */
    boolean isWrong() {
        return wrong > 0;
    }

    /**
     * Refuses what can't be added up.
     *
     * @param where says where the first row is that can't be read, where anybody knows
     * @throws UnreadableException where rows can't be read, or none is of the period
     */
    void require(BillQuery query, String where) {
        if (isWrong()) {
            throw UnreadableException.because((wrong == 1 ? "a row of the bill has" : wrong + " rows of the bill have")
                    + " a cost that is no number, or no day" + where + "; without them every sum would be wrong");
        }
        if (allDays.isEmpty()) {
            throw UnreadableException.because("the bill has no row with a day at all; export it again");
        }
        if (rowsOf.isEmpty()) {
            throw UnreadableException.because("the bill has no charge from " + query.period() + "; it has charges from "
                    + allDays.first() + " to " + allDays.last());
        }
    }

    /** The sum of each currency, the one of most rows first. */
    List<Money> sums() {
        List<Money> totals = new ArrayList<>();
        rowsOf.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry ->
                        totals.add(new Money(sums.getOrDefault(entry.getKey(), BigDecimal.ZERO), entry.getKey())));
        return totals;
    }

    long rows() {
        return rowsOf.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many digits the amounts have. */
    Digits digits() {
        return digits;
    }

    /** How many rows say no cost. */
    long costless() {
        return costless;
    }

    /** The last day of the period with a charge, as ISO 8601 writes it. */
    String lastDay() {
        return lastDays.last();
    }
}
