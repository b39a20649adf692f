package io.tagcompliance.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.scan.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BillMemoryTest {
    private static final Patience LITTLE = new Patience(Duration.ofMillis(20), progress -> {});

    /** The month may change, or the policy, while the bill is read. */
    @Test
    void a_reading_goes_on_and_is_joined_though_another_is_asked_for_meanwhile() throws InterruptedException {
        CountDownLatch september = new CountDownLatch(1);
        CountDownLatch october = new CountDownLatch(1);
        List<String> read = new CopyOnWriteArrayList<>();
        BillMemory<String, String> memory = new BillMemory<>(InstantSource.system(), 1, said -> true);
        UnaryOperator<String> ask = month -> what(memory, month, () -> {
            read.add(month);
            (month.equals("September") ? september : october).await();
            return "of " + month;
        });
        assertThat(ask.apply("September")).isEmpty();
        assertThat(ask.apply("October")).isEmpty();
        assertThat(ask.apply("September")).isEmpty();

        // One after the other, since the memory has room for one of them.
        september.countDown();
        assertThat(awaited(memory, "September")).isEqualTo("of September");
        october.countDown();
        assertThat(awaited(memory, "October")).isEqualTo("of October");
        assertThat(read).containsExactly("September", "October");
    }

    /** A reading goes on when nobody waits for it, and takes memory: who asks about ever other months starts no more of them. */
    @Test
    @Timeout(30)
    void two_are_read_at_once_and_the_others_in_their_turn() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<String> months = List.of("July", "August", "September", "October", "November");
        BillMemory<String, String> memory = new BillMemory<>(InstantSource.system(), months.size(), said -> true);
        for (String month : months) {
            what(memory, month, () -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                slow.await();
                atOnce.decrementAndGet();
                return "of " + month;
            });
        }
        slow.countDown();

        for (String month : months) {
            assertThat(awaited(memory, month)).isEqualTo("of " + month);
        }
        assertThat(most).hasValue(2);
    }

    /** What is known of a month, or will be; where nothing is, it is read anew. */
    private static String awaited(BillMemory<String, String> memory, String month) throws InterruptedException {
        return memory.get(month, () -> "anew", Patience.UNLIMITED).orElseThrow().what();
    }

    private static String what(BillMemory<String, String> memory, String month, BillMemory.Reading<String> reading) {
        try {
            return memory.get(month, reading, LITTLE)
                    .map(BillMemory.Remembered::what)
                    .orElse("");
        } catch (InterruptedException leaving) {
            throw new IllegalStateException(leaving);
        }
    }

    @Test
    void as_many_answers_as_it_may_are_remembered_and_the_oldest_goes_first() throws InterruptedException {
        BillMemory<String, String> memory = new BillMemory<>(InstantSource.system(), 2, said -> true);
        for (String month : List.of("August", "September", "October")) {
            memory.get(month, () -> "of " + month, Patience.UNLIMITED);
        }

        assertThat(what(memory, "October", () -> "anew")).isEqualTo("of October");
        assertThat(what(memory, "September", () -> "anew")).isEqualTo("of September");
        assertThat(awaited(memory, "August")).isEqualTo("anew");
    }
}
