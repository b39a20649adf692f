package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillFacts;
import io.tagcompliance.core.cost.BillFacts.Activation;
import io.tagcompliance.core.cost.BillFacts.State;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.TagKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A bill in files: FOCUS 1.0 to 1.4, CUR 1 or CUR 2.0, as CSV, gzipped CSV or Parquet, one file or a folder of parts. Each
 * reading reads the files anew and keeps nothing of them.
 *
 * <p>What it can not do: tell two versions of one export apart that lie in one folder. Name the folder of one version.
 */
public final class BillFiles implements CostLedger {
    private final BillPlace place;
    private final InstantSource clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BillFiles(BillPlace place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
    }

    /** The export there; nothing is read before it is asked for. */
    public static BillFiles at(Path path, InstantSource clock) {
        return new BillFiles(new BillPlace.There(path), clock);
    }

    /** A bill that is written, as CSV, when it is first asked for, and taken away when this is closed. */
    public static BillFiles written(Text text, InstantSource clock) {
        return new BillFiles(new BillPlace.Written(text), clock);
    }

    /** Writes a bill. */
    @FunctionalInterface
    public interface Text {
        /** @throws IOException where it can't be written there */
        void writeTo(Appendable out) throws IOException;
    }

    @Override
    public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
        if (closed.get()) {
            throw new IllegalStateException("the bill was closed");
        }
        try (SqlEngine engine = DuckDb.open()) {
            return new BillReading.Read(read(query, engine, sink));
        } catch (UnreadableException unreadable) {
            return new BillReading.Unknown(unreadable.failure());
        }
    }

    private BillFacts read(BillQuery query, SqlEngine engine, Consumer<Charge> sink) throws InterruptedException {
        List<BillRows> sources = new ArrayList<>();
        for (String source : Exports.sources(place.path(), engine)) {
            sources.add(BillRows.of(source, engine));
        }
        requireOneForm(sources);
        BillTotals totals = new BillTotals();
        for (BillRows rows : sources) {
            rows.total(query, totals::add);
        }
        totals.require(query);
        Set<String> keys = new HashSet<>();
        for (BillRows rows : sources) {
            rows.lines(query, keys, sink);
        }
        return facts(query, sources.getFirst().form(), totals, keys);
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
        absent(query, keysFound)
                .forEach(key -> notes.add("no row has a tag " + key
                        + " in any case: where resources do have it, it isn't activated for cost allocation"));
        return new BillFacts(
                form.name(),
                query.period().isClosed(clock.instant()) ? State.CLOSED : State.PROVISIONAL,
                lastDay,
                totals.rows(),
                totals.sums(),
                new Activation.Untold(),
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

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            place.close();
        }
    }
}
