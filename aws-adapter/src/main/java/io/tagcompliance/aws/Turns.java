package io.tagcompliance.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

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
    private final Line goingOn = new Line();
    private final Line beginning = new Line();
    private final int most;

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

    /** The calls of one rank: how many are under way, and who waits. Guarded by the lock. */
    private static final class Line {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int underWay;
    }

    private Line line(Rank rank) {
        return switch (rank) {
            case GOES_ON -> goingOn;
            case BEGINS -> beginning;
        };
    }

    /**
     * Waits for a turn.
     *
     * @throws InterruptedException where the asker was interrupted; it has no turn then
     */
    void take(Rank rank) throws InterruptedException {
        take(rank, Deque::addLast);
    }

    /**
     * Waits for a turn before all others of its rank: its asker has waited for one before, and gave it back unused.
     *
     * @throws InterruptedException as above
     */
    void takeAgain(Rank rank) throws InterruptedException {
        take(rank, Deque::addFirst);
    }

    private void take(Rank rank, BiConsumer<Deque<Waiting>, Waiting> where) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (mayHave(rank)) {
                line(rank).underWay++;
            } else {
                Waiting me = new Waiting(lock.newCondition());
                where.accept(line(rank).waiting, me);
                await(rank, me);
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(Rank rank, Waiting me) throws InterruptedException {
        try {
            while (!me.hasTurn) {
                me.served.await();
            }
        } catch (InterruptedException e) {
            line(rank).waiting.remove(me);
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
        line(rank).underWay--;
        for (Rank next : Rank.values()) {
            while (!line(next).waiting.isEmpty() && mayHave(next)) {
                serve(line(next));
            }
        }
    }

    private static void serve(Line line) {
        Waiting next = line.waiting.removeFirst();
        next.hasTurn = true;
        next.served.signal();
        line.underWay++;
    }

    private boolean mayHave(Rank rank) {
        int quarter = Math.ceilDiv(most, 4);
        boolean hasRoom = switch (rank) {
            case GOES_ON -> goingOn.underWay < Math.max(1, most - quarter);
            case BEGINS -> beginning.underWay < Math.max(quarter, most - ROOM_FOR_A_CHAIN * goingOn.underWay);
        };
        return hasRoom && goingOn.underWay + beginning.underWay < most;
    }
}
