package io.tagcompliance.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds how many calls are under way. Of those that wait, calls that go on with something come before calls that begin
 * something, since a scan is over when its longest chain of calls is; among equals, who came first. For each chain that is under
 * way fewer may begin, though half of all always may: answers that arrive together are worked through one after the other, and
 * the chain's is among them. Safe for many threads.
 */
final class Turns {
    /** What a call is. */
    enum Rank {
        /** The next of a chain of calls, or the first of one that others wait for. */
        GOES_ON,
        /** One that waited for nothing. */
        BEGINS
    }

    /** How many fewer may be under way when another one begins, for each that goes on. */
    private static final int ROOM_FOR_A_CHAIN = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Rank, Deque<Waiting>> waiting = new EnumMap<>(Map.of(
            Rank.GOES_ON, new ArrayDeque<>(),
            Rank.BEGINS, new ArrayDeque<>()));
    private final int most;
    private int goingOn;
    private int begun;

    /** @param most how many have a turn at once */
    Turns(int most) {
        this.most = most;
    }

    /** Somebody who waits. Guarded by the lock. */
    private static final class Waiting {
        private final Condition served;
        private boolean hasTurn;

        Waiting(Condition served) {
            this.served = served;
        }
    }

    /**
     * Waits for a turn.
     *
     * @throws InterruptedException where the asker was interrupted; it has no turn then
     */
    void take(Rank rank) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (mayHave(rank)) {
                count(rank, 1);
            } else {
                await(rank);
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(Rank rank) throws InterruptedException {
        Waiting me = new Waiting(lock.newCondition());
        waiting.get(rank).addLast(me);
        try {
            while (!me.hasTurn) {
                me.served.await();
            }
        } catch (InterruptedException e) {
            waiting.get(rank).remove(me);
            if (me.hasTurn) {
                end(rank);
            }
            throw e;
        }
    }

    /** Gives a turn back. */
    void giveBack(Rank rank) {
        lock.lock();
        try {
            end(rank);
        } finally {
            lock.unlock();
        }
    }

    private void end(Rank rank) {
        count(rank, -1);
        for (Rank next : Rank.values()) {
            while (!waiting.get(next).isEmpty() && mayHave(next)) {
                serve(next);
            }
        }
    }

    private void serve(Rank rank) {
        Waiting next = waiting.get(rank).removeFirst();
        next.hasTurn = true;
        next.served.signal();
        count(rank, 1);
    }

    private boolean mayHave(Rank rank) {
        int kept = switch (rank) {
            case GOES_ON -> 0;
            case BEGINS -> Math.min(ROOM_FOR_A_CHAIN * goingOn, most / 2);
        };
        return goingOn + begun < most - kept;
    }

    private void count(Rank rank, int change) {
        switch (rank) {
            case GOES_ON -> goingOn += change;
            case BEGINS -> begun += change;
        }
    }
}
