package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.spi.CostLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /** Why no file there is of an export, without reading any; empty where one may be. */
    public Optional<ReadFailure> absence() {
        try {
            Exports.requireOne(place.path());
            return Optional.empty();
        } catch (UnreadableException none) {
            return Optional.of(none.failure());
        }
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
            Optional<Supplier<SqlEngine>> inOrder =
                    Files.isRegularFile(place.path()) ? Optional.of(DuckDb::inOrder) : Optional.empty();
            BillReader reader = new BillReader(engine, inOrder, clock);
            return new BillReading.Read(reader.read(query, Exports.sources(place.path(), engine), sink));
        } catch (UnreadableException unreadable) {
            return new BillReading.Unknown(unreadable.failure());
        }
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            place.close();
        }
    }
}
