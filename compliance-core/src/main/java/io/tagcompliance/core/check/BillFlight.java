package io.tagcompliance.core.check;

import static java.util.Objects.requireNonNull;

import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One reading of the bill, for however many wait for it. It goes on where somebody's patience ran out, and is ended where the
 * last who waited was interrupted.
 */
final class BillFlight<T> {
    private static final Duration TOLD_EVERY = Duration.ofMillis(250);

    private final FutureTask<T> work;
    private final Thread thread;
    private int waiting;
    private boolean wantedByThoseWhoLeft;
    private boolean cancelled;

    /** A flight that has not started. */
    BillFlight(Callable<T> reading) {
        this.work = new FutureTask<>(reading);
        this.thread = Thread.ofVirtual().name("bill").unstarted(work);
    }

    /** Whether nobody can learn anything by it that a new one wouldn't tell as well. */
    synchronized boolean isOver() {
        return cancelled || work.isDone();
    }

    /** Whether it takes the asker on: one that was cancelled doesn't. It starts with the first. */
    synchronized boolean join() {
        if (cancelled) {
            return false;
        }
        waiting++;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        return true;
    }

    /** Waits for its end; empty where the patience ended before. Only for those who joined; each of them does so once. */
    Optional<T> await(Patience patience) throws InterruptedException {
        try {
            Duration left = patience.longest();
            while (!landsWithin(min(left, TOLD_EVERY))) {
                left = left.minus(TOLD_EVERY);
                if (!left.isPositive()) {
                    keepGoing();
                    return Optional.empty();
                }
                patience.progress().accept(new Progress.ReadingTheBill());
            }
            return Optional.of(work.get());
        } catch (ExecutionException failed) {
            throw asUnchecked(requireNonNull(failed.getCause()));
        } finally {
            leave();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean landsWithin(Duration wait) throws InterruptedException, ExecutionException {
        try {
            work.get(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private synchronized void keepGoing() {
        wantedByThoseWhoLeft = true;
    }

    private synchronized void leave() {
        waiting--;
        if (waiting == 0 && !wantedByThoseWhoLeft && !work.isDone()) {
            cancelled = true;
            thread.interrupt();
        }
    }

    private static RuntimeException asUnchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
