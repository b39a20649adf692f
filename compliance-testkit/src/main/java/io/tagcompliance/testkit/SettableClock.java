package io.tagcompliance.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move. Safe for many threads. */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** A clock that stands at that instant. */
    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves it on, or back where the time is negative. */
    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
