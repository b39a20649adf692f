package io.tagcompliance.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds how many calls are under way. Of those that wait, calls that go on with something come before calls that begin
 * something, since a scan is over when its longest chain of calls is; among equals, who came first. For each call that goes on
 * fewer may begin: answers that arrive together are worked through one after the other, and the chain's is among them. A quarter
 * of all turns is for calls that begin, whatever goes on. Safe for many threads.
 */
final class Turns {
    /** What a call is. */
    enum Rank {
        /** The next of a chain of calls, or one that others wait for. */
        GOES_ON,
        /** The first of a chain. */
        BEGINS
    }

    /** How many fewer may begin, for each that goes on. */
    private static final int ROOM_FOR_A_CHAIN = 3;

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
        int quarter = Math.ceilDiv(most, 4);
        boolean hasRoom = switch (rank) {
            case GOES_ON -> goingOn < Math.max(1, most - quarter);
            case BEGINS -> begun < Math.max(quarter, most - ROOM_FOR_A_CHAIN * goingOn);
        };
        return hasRoom && goingOn + begun < most;
    }

    private void count(Rank rank, int change) {
        switch (rank) {
            case GOES_ON -> goingOn += change;
            case BEGINS -> begun += change;
        }
    }
}
