package io.tagcompliance.billing;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.spi.CostLedger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.athena.AthenaClientBuilder;

/**
 * A bill in a table of Athena: FOCUS 1.0 to 1.4, CUR 1 or CUR 2.0, asked with the credentials of the environment. The sums are made
 * there, so that aggregates alone travel.
 *
 * <p>What it can not do: leave out partitions. Athena bills by what it scans, and each reading scans the columns that are needed
 * of the whole table, twice.
 */
public final class AthenaBill implements CostLedger {
    /** How long each of the two queries of a reading may take, the wait in the workgroup's queue included. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final AthenaSettings settings;
    private final InstantSource clock;
    private final AthenaConnection connection;
    private final Duration longest;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AthenaBill(AthenaSettings settings, InstantSource clock, AthenaConnection connection, Duration longest) {
        this.settings = settings;
        this.clock = clock;
        this.connection = connection;
        this.longest = longest;
    }

    /** The table there; nobody is asked before a bill is read. */
    public static AthenaBill over(AthenaSettings settings, InstantSource clock) {
        return over(settings, clock, builder -> builder);
    }

    /** @param end the last word on the client before it is built */
    static AthenaBill over(AthenaSettings settings, InstantSource clock, UnaryOperator<AthenaClientBuilder> end) {
        return new AthenaBill(settings, clock, new AthenaConnection(settings, end), LONGEST);
    }

    /** The same, whose queries take no longer than that. */
    AthenaBill within(Duration other) {
        return new AthenaBill(settings, clock, connection, other);
    }

    @Override
    public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
        if (closed.get()) {
            throw new IllegalStateException("the bill was closed");
        }
        try (SqlEngine engine = new Athena(settings, connection, longest)) {
            BillReader reader = new BillReader(engine, Optional.empty(), clock);
            return new BillReading.Read(reader.read(
                    query, List.of(new Source(settings.source(), engine.columns(settings.source()))), sink));
        } catch (UnreadableException unreadable) {
            return new BillReading.Unknown(unreadable.failure());
        }
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            connection.close();
        }
    }
}
