package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillFacts.Certainty;
import io.tagcompliance.core.cost.BillFacts.State;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads bills with an engine, wherever that runs. */
final class BillReader {
    /** So many days at the end of a period without any charge are no chance. */
    private static final int WITHOUT_CHARGE = 3;

    private final SqlEngine engine;
    private final Optional<Supplier<SqlEngine>> inOrder;
    private final InstantSource clock;

    /** @param inOrder opens an engine whose rows come as they stand in the one file that a bill is; none over anything else */
    BillReader(SqlEngine engine, Optional<Supplier<SqlEngine>> inOrder, InstantSource clock) {
        this.engine = engine;
        this.inOrder = inOrder;
        this.clock = clock;
    }

    /**
     * Reads the rows of a period.
     *
     * @param from the sources of the bill
     * @throws UnreadableException where one of them can't be read, or none has a charge of the period
     */
    BillFacts read(BillQuery query, Collection<Source> from, Consumer<Charge> sink) throws InterruptedException {
        List<BillRows> sources =
                from.stream().map(source -> BillRows.of(source, engine)).toList();
        requireOneForm(sources);
        BillTotals totals = new BillTotals();
        for (BillRows rows : sources) {
            rows.total(query, totals::add);
        }
        totals.require(query, totals.isWrong() ? firstWrong(sources.getFirst(), query) : "");
        Oddities oddities = new Oddities();
        for (BillRows rows : sources) {
            rows.lines(query, totals.digits(), new LineReader(rows.form(), query, oddities), sink);
        }
        return facts(query, sources.getFirst().form(), totals, oddities);
    }

    /** Where the first row is that can't be read, in words; of several files nobody could tell which one a number is of. */
    private String firstWrong(BillRows rows, BillQuery query) throws InterruptedException {
        if (inOrder.isEmpty()) {
            return "";
        }
        try (SqlEngine slower = inOrder.get().get()) {
            return ", the first in row " + rows.firstWrong(query, slower) + " under the names of the columns";
        }
    }

    /** A month in two forms would count twice. */
    private static void requireOneForm(List<BillRows> sources) {
        Set<String> forms = sources.stream().map(rows -> rows.form().name()).collect(Collectors.toSet());
        if (forms.size() > 1) {
            throw UnreadableException.because(
                    "the bill has FOCUS and CUR exports side by side, which would count twice; name one of them");
        }
    }

    private BillFacts facts(BillQuery query, RowForm form, BillTotals totals, Oddities oddities) {
        LocalDate lastDay = LocalDate.parse(totals.lastDay());
        List<String> notes = new ArrayList<>(form.notes());
        if (totals.costless() > 0) {
            notes.add(
                    totals.costless() == 1
                            ? "a row says no cost, and counts as nothing"
                            : totals.costless() + " rows say no cost, and count as nothing");
        }
        notes.addAll(oddities.notes());
        if (lastDay.isBefore(query.period().end().minusDays(WITHOUT_CHARGE))) {
            notes.add("the last charge is of " + lastDay
                    + ", days before the end: if the export was made before the month was over, charges are missing");
        }
        List<String> absent = oddities.absent(query);
        if (form.tags().isEmpty()) {
            notes.add("the export has no column of tags: export it again with one");
        } else {
            absent.forEach(key -> notes.add("no row has a tag " + key
                    + " in any case: where resources do have it, it isn't activated for cost allocation"));
        }
        return new BillFacts(
                form.name(),
                Certainty.of(query.period().isClosed(clock.instant()) ? State.CLOSED : State.PROVISIONAL),
                lastDay,
                totals.rows(),
                totals.sums(),
                new Activation.Untold(absent),
                notes);
    }
}
