package io.tagcompliance.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.scan.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BillMemoryTest {
    private static final Patience LITTLE = new Patience(Duration.ofMillis(20), progress -> {});

    /** The month may change, or the policy, while the bill is read. */
    @Test
    void a_reading_goes_on_and_is_joined_though_another_is_asked_for_meanwhile() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        List<String> read = new CopyOnWriteArrayList<>();
        BillMemory<String, String> memory = new BillMemory<>(InstantSource.system(), said -> true, month -> {
            read.add(month);
            slow.await();
            return "of " + month;
        });
        assertThat(memory.get("September", LITTLE)).isEmpty();
        assertThat(memory.get("October", LITTLE)).isEmpty();
        assertThat(memory.get("September", LITTLE)).isEmpty();

        slow.countDown();

        assertThat(memory.get("October", Patience.UNLIMITED).orElseThrow().what())
                .isEqualTo("of October");
        assertThat(read).containsExactly("September", "October");
    }
}
