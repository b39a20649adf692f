package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.Turns.Rank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who goes next to AWS. */
@Timeout(20)
class TurnsTest {
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());

    /** Somebody who asks for a turn, and has come to wait for it, or to have it. */
    private Thread asker(Turns turns, Rank rank, String name) throws InterruptedException {
        Thread asker = Thread.ofPlatform().daemon().start(() -> {
            try {
                turns.take(rank);
                served.add(name);
            } catch (InterruptedException e) {
                served.add(name + " was interrupted");
            }
        });
        while (asker.getState() != Thread.State.WAITING && asker.isAlive()) {
            Thread.sleep(1);
        }
        return asker;
    }

    private void awaitServed(int many) throws InterruptedException {
        while (served.size() < many) {
            Thread.sleep(1);
        }
    }

    @Test
    void what_goes_on_comes_before_what_begins_and_else_who_came_first() throws Exception {
        Turns turns = new Turns(1);
        turns.take(Rank.BEGINS);
        asker(turns, Rank.BEGINS, "first list");
        asker(turns, Rank.BEGINS, "second list");
        asker(turns, Rank.GOES_ON, "chain");
        asker(turns, Rank.GOES_ON, "other chain");
        turns.giveBack(Rank.BEGINS);
        awaitServed(1);
        turns.giveBack(Rank.GOES_ON);
        awaitServed(2);
        turns.giveBack(Rank.GOES_ON);
        awaitServed(3);
        turns.giveBack(Rank.BEGINS);
        awaitServed(4);

        assertThat(served).containsExactly("chain", "other chain", "first list", "second list");
    }

    @Test
    void who_gave_a_turn_back_unused_is_the_next_of_its_rank() throws Exception {
        Turns turns = new Turns(1);
        turns.take(Rank.BEGINS);
        asker(turns, Rank.BEGINS, "list");
        Thread again = Thread.ofPlatform().daemon().start(() -> {
            try {
                turns.takeAgain(Rank.BEGINS);
                served.add("list that waited for the rate");
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        while (again.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        turns.giveBack(Rank.BEGINS);
        awaitServed(1);
        turns.giveBack(Rank.BEGINS);
        awaitServed(2);

        assertThat(served).containsExactly("list that waited for the rate", "list");
    }

    @Test
    void fewer_begin_for_each_call_that_goes_on() throws Exception {
        Turns turns = new Turns(8);
        turns.take(Rank.GOES_ON);
        turns.take(Rank.GOES_ON);
        turns.take(Rank.BEGINS);
        turns.take(Rank.BEGINS);
        asker(turns, Rank.BEGINS, "list");

        assertThat(served).isEmpty();
        asker(turns, Rank.GOES_ON, "chain");
        turns.giveBack(Rank.BEGINS);
        awaitServed(2);
        assertThat(served).containsExactly("chain", "list");
    }

    @Test
    void a_quarter_is_for_those_that_begin_whatever_goes_on() throws Exception {
        Turns turns = new Turns(8);
        for (int call = 0; call < 6; call++) {
            turns.take(Rank.GOES_ON);
        }
        asker(turns, Rank.GOES_ON, "one more");
        asker(turns, Rank.BEGINS, "first list");
        asker(turns, Rank.BEGINS, "second list");

        awaitServed(2);
        assertThat(served).containsExactly("first list", "second list");
    }

    @Test
    void who_was_interrupted_has_no_turn_and_takes_none_from_others() throws Exception {
        Turns turns = new Turns(1);
        turns.take(Rank.BEGINS);
        Thread gone = asker(turns, Rank.GOES_ON, "impatient");
        asker(turns, Rank.BEGINS, "patient");
        gone.interrupt();
        awaitServed(1);
        turns.giveBack(Rank.BEGINS);
        awaitServed(2);

        assertThat(served).containsExactly("impatient was interrupted", "patient");
    }

    /** It is served while it hasn't noticed yet that it was interrupted: then it has to pass its turn on. */
    @Test
    void a_turn_given_to_somebody_who_was_interrupted_comes_back() throws Exception {
        Turns turns = new Turns(1);
        for (int round = 0; round < 300; round++) {
            turns.take(Rank.BEGINS);
            Thread gone = asker(turns, Rank.GOES_ON, "somebody");
            gone.interrupt();
            turns.giveBack(Rank.BEGINS);
            gone.join();
            if (served.removeFirst().equals("somebody")) {
                turns.giveBack(Rank.GOES_ON);
            }
        }
    }

    /** Chance decides who asks, for how long, and who is interrupted; no turn may be lost or be there twice. */
    @Test
    void never_are_more_under_way_than_there_are_turns_and_none_gets_lost() throws Exception {
        int most = 5;
        Turns turns = new Turns(most);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger mostSeen = new AtomicInteger();
        SplittableRandom chance = new SplittableRandom(5);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < 3_000; call++) {
                Rank rank = chance.nextInt(3) == 0 ? Rank.GOES_ON : Rank.BEGINS;
                var asker = threads.submit(() -> {
                    turns.take(rank);
                    try {
                        mostSeen.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1_000);
                        underWay.decrementAndGet();
                    } finally {
                        turns.giveBack(rank);
                    }
                    return rank;
                });
                if (chance.nextInt(4) == 0) {
                    asker.cancel(true);
                }
            }
        }

        assertThat(mostSeen.get()).isLessThanOrEqualTo(most);
        for (int turn = 0; turn < most; turn++) {
            turns.take(turn < 3 ? Rank.GOES_ON : Rank.BEGINS);
        }
        asker(turns, Rank.GOES_ON, "one too many");
        assertThat(served).isEmpty();
    }
}
