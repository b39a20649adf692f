package io.tagcompliance.aws;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that set it when the time is up, so that no call that hangs outlasts a scan. */
final class Alarm {
    private final Thread waiting = Thread.currentThread();
    private final Deadline deadline;
    private final ScheduledExecutorService clock;
    private Future<?> ringing;
    private boolean stopped;
    private boolean rang;

    Alarm(Deadline deadline, ScheduledExecutorService clock) {
        this.deadline = deadline;
        this.clock = clock;
        this.ringing = set();
    }

    private Future<?> set() {
        return clock.schedule(this::ring, deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    }

    /** The deadline's own clock says when: where that is slower, it is too early yet. */
    private synchronized void ring() {
        if (stopped) {
            return;
        }
        if (!deadline.isOver()) {
            ringing = set();
            return;
        }
        rang = true;
        waiting.interrupt();
    }

    /** Stops it; says whether it has rung. From then on the thread isn't interrupted by it any more. */
    synchronized boolean stop() {
        if (!stopped) {
            stopped = true;
            ringing.cancel(false);
            if (rang) {
                Thread.interrupted();
            }
        }
        return rang;
    }
}
