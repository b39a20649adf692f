package io.tagcompliance.core.scan;

import static java.util.Objects.requireNonNull;

import io.tagcompliance.core.resource.Scan;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.spi.CloudProvider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One scan under way, with however many wait for it. Whoever runs out of patience leaves it running; when everybody who
 * waits was interrupted, it is cancelled.
 */
final class Flight {
    private final Plan plan;
    private final Consumer<Scan> landed;
    private final Consumer<Flight> over;
    private final List<Consumer<Progress>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Scan> result = new CompletableFuture<>();
    private final ScanCollector collector = new ScanCollector(this::tell);
    private final Thread thread;
    private int waiting;
    private boolean wantedByThoseWhoLeft;
    private boolean cancelled;

    /**
     * A flight that has not started.
     *
     * @param landed takes its scan, if there is one, before those who wait get it: who has an answer finds it remembered
     * @param over   called after that in any case, and before those who wait hear of the end: who asks again after an
     *               answer doesn't meet the same flight again
     */
    Flight(Plan plan, Consumer<Scan> landed, Consumer<Flight> over) {
        this.plan = plan;
        this.landed = landed;
        this.over = over;
        this.thread = Thread.ofVirtual().name("scan").unstarted(this::run);
    }

    /** What a flight is to read. */
    record Plan(ScanKey key, Instant begun, List<CloudProvider> providers) {}

    ScanKey key() {
        return plan.key();
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Waits to its end. Only for those who joined; each of them does so once. */
    Scan await(Patience patience) throws InterruptedException {
        try {
            return result.get(patience.longest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException impatient) {
            keepGoing();
            throw new StillScanningException(collector.sofar());
        } catch (ExecutionException failed) {
            throw asUnchecked(requireNonNull(failed.getCause()));
        } finally {
            leave(patience);
        }
    }

    /** Whether it takes the asker on: one that was cancelled doesn't. It starts with the first, who so hears of every step. */
    synchronized boolean join(Patience patience) {
        if (cancelled) {
            return false;
        }
        waiting++;
        listeners.add(patience.progress());
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        return true;
    }

    /** Starts it for nobody who waits; it goes on to its end, whoever joins and leaves. */
    synchronized void startInBackground() {
        wantedByThoseWhoLeft = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private synchronized void keepGoing() {
        wantedByThoseWhoLeft = true;
    }

    private synchronized void leave(Patience patience) {
        waiting--;
        listeners.remove(patience.progress());
        if (waiting == 0 && !wantedByThoseWhoLeft && !result.isDone()) {
            cancelled = true;
            thread.interrupt();
        }
    }

    private void tell(ScanProgress progress) {
        listeners.forEach(listener -> tell(listener, progress));
    }

    /** Somebody who can't be told any more, because the connection is gone, is not told again; the scan is for others too. */
    private void tell(Consumer<Progress> listener, ScanProgress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException gone) {
            listeners.remove(listener);
        }
    }

    private void run() {
        try {
            Scan scan = landing();
            result.complete(scan);
        } catch (InterruptedException cancelled) {
            result.completeExceptionally(new StillScanningException(collector.sofar()));
        } catch (ExecutionException failed) {
            result.completeExceptionally(requireNonNull(failed.getCause()));
        } finally {
            // Whatever went wrong: nobody waits for ever. Of a result that is there already this changes nothing.
            result.completeExceptionally(new IllegalStateException("the scan ended without a result"));
        }
    }

    private Scan landing() throws InterruptedException, ExecutionException {
        try {
            readSideBySide();
            Scan scan = new Scan(
                    newId(),
                    plan.key(),
                    plan.begun(),
                    collector.resources(),
                    collector.gaps(),
                    collector.censuses(),
                    collector.regions());
            landed.accept(scan);
            return scan;
        } finally {
            over.accept(this);
        }
    }

    private void readSideBySide() throws InterruptedException, ExecutionException {
        try (ExecutorService clouds = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> readings = plan.providers().stream()
                    .map(provider -> clouds.submit(() -> {
                        new CloudReader(provider).read(plan.key().scope(), collector);
                        return (Void) null;
                    }))
                    .toList();
            try {
                for (Future<Void> reading : readings) {
                    reading.get();
                }
            } finally {
                readings.forEach(reading -> reading.cancel(true));
            }
        }
    }

    private static ScanId newId() {
        return new ScanId(UUID.randomUUID().toString());
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }
}
