package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillFacts.Certainty;
import io.tagcompliance.core.cost.BillFacts.State;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.policy.TagKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads bills with an engine, wherever that runs. */
final class BillReader {
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
     * @param from what stands after FROM, for each source of the bill
     * @throws UnreadableException where one of them can't be read, or none has a charge of the period
     */
    BillFacts read(BillQuery query, Collection<String> from, Consumer<Charge> sink) throws InterruptedException {
        List<BillRows> sources = new ArrayList<>();
        for (String source : from) {
            sources.add(BillRows.of(source, engine));
        }
        requireOneForm(sources);
        BillTotals totals = new BillTotals();
        for (BillRows rows : sources) {
            rows.total(query, totals::add);
        }
        totals.require(query, totals.isWrong() ? firstWrong(sources.getFirst(), query) : "");
        Set<String> keys = new HashSet<>();
        for (BillRows rows : sources) {
            rows.lines(query, totals.digits(), new LineReader(rows.form(), query, keys), sink);
        }
        return facts(query, sources.getFirst().form(), totals, keys);
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

    private BillFacts facts(BillQuery query, RowForm form, BillTotals totals, Set<String> keysFound) {
        LocalDate lastDay = LocalDate.parse(totals.lastDay());
        List<String> notes = new ArrayList<>(form.notes());
        if (totals.costless() > 0) {
            notes.add(totals.costless() + " rows say no cost, and count as nothing");
        }
        List<String> absent = absent(query, keysFound);
        absent.forEach(key -> notes.add("no row has a tag " + key
                + " in any case: where resources do have it, it isn't activated for cost allocation"));
        return new BillFacts(
                form.name(),
                Certainty.of(query.period().isClosed(clock.instant()) ? State.CLOSED : State.PROVISIONAL),
                lastDay,
                totals.rows(),
                totals.sums(),
                new Activation.Untold(absent),
                notes);
    }

    private static List<String> absent(BillQuery query, Set<String> keysFound) {
        Set<String> folded =
                keysFound.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return query.keys().stream()
                .filter(key -> !folded.contains(key.folded()))
                .map(TagKey::text)
                .toList();
    }
}
