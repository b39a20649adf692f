package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.spi.AuditTrail;
import io.tagcompliance.core.spi.AuditTrail.Corrupt;
import io.tagcompliance.core.spi.AuditTrail.Entry;
import io.tagcompliance.core.spi.AuditTrail.Intent;
import io.tagcompliance.core.spi.AuditTrail.Result;
import io.tagcompliance.core.spi.AuditTrail.Unavailable;
import io.tagcompliance.core.spi.AuditTrail.Verification;
import io.tagcompliance.testkit.Tampering.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The guarantees of {@link AuditTrail}, each tested by its number.
 *
 * <p>An adapter inherits these tests and says how its store is simulated. Each test looks at its own guarantee only, so
 * that a broken adapter fails what it broke and nothing else.
 */
@Timeout(60)
public abstract class AuditTrailContract {
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final int THREADS = 6;

    @SuppressWarnings("NullAway.Init") // JUnit calls begin() before each test
    private SimulatedStore store;

    /** A new store, in which nothing was ever recorded. */
    protected abstract SimulatedStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void g01_a_record_is_durable_when_it_was_accepted() {
        try (AuditTrail trail = store.open()) {
            for (Entry entry : ContractCalls.calls(2)) {
                write(trail, entry);
                try (AuditTrail next = store.open()) {
                    assertThat(next.verify()).isInstanceOf(Verification.Intact.class);
                }
                assertThat(store.entries().getLast()).isInstanceOf(entry.getClass());
            }
            assertThat(store.entries()).hasSize(4);
        }
    }

    @Test
    void g02_records_keep_every_field_and_their_order() {
        List<Entry> written = new ArrayList<>();
        written.add(new Intent("1", "alice", "check_tag_compliance", "{\"limit\":5}", "0badcafe"));
        written.add(new Intent("2", "bob", "get_tagging_policy", "{}", "deadbeef"));
        written.add(new Result("2", "ok", Duration.ofMillis(1_234)));
        written.add(new Result("1", "still_scanning", Duration.ofMinutes(3)));
        writeAll(written);

        assertThat(store.entries()).isEqualTo(written);
    }

    @Test
    void g03_r43_texts_are_literal_whatever_they_hold() {
        List<Entry> written = new ArrayList<>();
        for (String text : ContractCalls.AWKWARD) {
            written.add(new Intent(text, text, text, text, text));
            written.add(new Result(text, text, Duration.ZERO));
        }
        writeAll(written);

        assertThat(ContractCalls.texts(store.entries())).isEqualTo(ContractCalls.texts(written));
        assertThat(verified()).isEqualTo(new Verification.Intact(written.size()));
    }

    @Test
    void g04_many_threads_may_write_one_trail() throws Exception {
        try (AuditTrail trail = store.open()) {
            atOnce(thread -> ContractCalls.calls("thread " + thread, 5).forEach(entry -> write(trail, entry)));
        }

        assertThat(store.entries()).containsExactlyInAnyOrderElementsOf(ofAll("thread ", 5));
        assertThat(verified()).isEqualTo(new Verification.Intact(THREADS * 10));
    }

    @Test
    void g05_several_openers_may_write_one_store() throws Exception {
        atOnce(opener -> {
            try (AuditTrail trail = store.open()) {
                ContractCalls.calls("opener " + opener, 5).forEach(entry -> write(trail, entry));
            }
        });

        assertThat(store.entries()).containsExactlyInAnyOrderElementsOf(ofAll("opener ", 5));
        assertThat(verified()).isEqualTo(new Verification.Intact(THREADS * 10));
    }

    @Test
    void g06_a_changed_field_is_found_and_its_record_named() {
        Set<Field> ofResults = EnumSet.of(Field.OUTCOME, Field.TOOK);
        for (Field field : Field.values()) {
            long record = ofResults.contains(field) ? 4 : 3;
            assertBrokenAt(record, new Tampering.Changed(record, field));
        }
    }

    @Test
    void g07_a_record_that_was_taken_out_put_in_or_moved_is_found() {
        assertBrokenAt(1, new Tampering.TakenOut(1));
        assertBrokenAt(3, new Tampering.TakenOut(3));
        assertBrokenAt(2, new Tampering.Swapped(2, 5));
        assertBrokenAt(4, new Tampering.PutIn(3));
    }

    @Test
    void g08_an_end_that_was_cut_off_is_found() {
        assertBrokenAt(10, new Tampering.CutOff(1));
        assertBrokenAt(4, new Tampering.CutOff(7));
        assertBrokenAt(1, new Tampering.CutOff(10));
        assertBrokenAt(1, new Tampering.Emptied());
    }

    private void assertBrokenAt(long record, Tampering tampering) {
        try (SimulatedStore tampered = store()) {
            try (AuditTrail trail = tampered.open()) {
                ContractCalls.calls(5).forEach(entry -> write(trail, entry));
            }
            tampered.tamper(tampering);
            try (AuditTrail trail = tampered.open()) {
                assertThat(trail.verify())
                        .as(tampering.toString())
                        .isInstanceOfSatisfying(
                                Verification.Broken.class,
                                broken -> assertThat(broken.record()).isEqualTo(record));
            }
        }
    }

    @Test
    void g09_while_the_store_cannot_be_used_everybody_is_told_within_five_seconds() throws Exception {
        try (AuditTrail trail = store.open()) {
            write(trail, ContractCalls.calls(1).getFirst());
            whileHeld(() -> atOnce(thread -> {
                long began = System.nanoTime();
                assertThatThrownBy(() -> write(trail, ContractCalls.calls(1).getFirst()))
                        .isInstanceOf(Unavailable.class);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
            }));
        }
    }

    @Test
    void g10_the_trail_goes_on_when_the_store_can_be_used_again() throws Exception {
        List<Entry> entries = ContractCalls.calls(2);
        try (AuditTrail trail = store.open()) {
            write(trail, entries.get(0));
            whileHeld(() -> messageOf(() -> write(trail, entries.get(1))));
            write(trail, entries.get(2));
            assertThat(trail.verify()).isEqualTo(new Verification.Intact(2));
        }
        assertThat(store.entries()).as("what was refused is not there").hasSize(2);
    }

    @Test
    void g11_a_damaged_store_takes_no_record_and_is_named() {
        writeAll(ContractCalls.calls(5));
        store.damage();

        try (AuditTrail trail = store.open()) {
            assertThatThrownBy(() -> write(trail, ContractCalls.calls(1).getFirst()))
                    .isInstanceOf(Corrupt.class);
            assertThatThrownBy(() -> write(trail, ContractCalls.calls(1).getLast()))
                    .isInstanceOf(Corrupt.class);
            assertThatThrownBy(trail::verify).isInstanceOf(Corrupt.class);
        }
    }

    @Test
    void g12_of_a_damaged_store_nothing_is_changed() {
        writeAll(ContractCalls.calls(5));
        store.damage();
        Object damaged = store.content();
        try (AuditTrail trail = store.open()) {
            messageOf(() -> write(trail, ContractCalls.calls(1).getFirst()));
            messageOf(trail::verify);
        }

        assertThat(store.content()).isEqualTo(damaged);
    }

    @Test
    void g13_verifying_makes_nothing() {
        Object before = store.content();

        assertThat(verified()).isEqualTo(new Verification.Absent());
        assertThat(store.content()).isEqualTo(before);
        assertThat(verified()).isEqualTo(new Verification.Absent());
    }

    @Test
    void g14_no_message_tells_where_the_store_is() throws Exception {
        writeAll(ContractCalls.calls(5));
        try (AuditTrail trail = store.open()) {
            whileHeld(() -> assertThat(
                            messageOf(() -> write(trail, ContractCalls.calls(1).getFirst())))
                    .doesNotContain(store.place()));
        }
        store.damage();
        try (AuditTrail trail = store.open()) {
            assertThat(messageOf(() -> write(trail, ContractCalls.calls(1).getFirst())))
                    .doesNotContain(store.place());
            assertThat(messageOf(trail::verify)).doesNotContain(store.place());
        }
    }

    @Test
    void g15_who_is_interrupted_while_waiting_stays_interrupted() throws Exception {
        try (AuditTrail trail = store.open()) {
            write(trail, ContractCalls.calls(1).getFirst());
            whileHeld(() -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> write(trail, ContractCalls.calls(1).getFirst()))
                        .isInstanceOf(Unavailable.class);
                assertThat(Thread.interrupted()).as("interrupted").isTrue();
            });
        } finally {
            Thread.interrupted();
        }
    }

    /** What is done while nobody can write. */
    @FunctionalInterface
    private interface Meanwhile {
        void run() throws Exception;
    }

    private void whileHeld(Meanwhile meanwhile) throws Exception {
        SimulatedStore.Hold hold = store.hold();
        try {
            meanwhile.run();
        } finally {
            hold.close();
        }
    }

    private Verification verified() {
        try (AuditTrail trail = store.open()) {
            return trail.verify();
        }
    }

    private void writeAll(List<Entry> entries) {
        try (AuditTrail trail = store.open()) {
            entries.forEach(entry -> write(trail, entry));
        }
    }

    private static void write(AuditTrail trail, Entry entry) {
        switch (entry) {
            case Intent intent -> trail.intent(intent);
            case Result result -> trail.result(result);
        }
    }

    private static String messageOf(Runnable work) {
        try {
            work.run();
            return "";
        } catch (AuditTrail.AuditException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** What each of several threads does, given its number. */
    @FunctionalInterface
    private interface Work {
        void by(int thread);
    }

    private static void atOnce(Work work) throws Exception {
        List<Callable<Integer>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            threads.add(() -> {
                work.by(number);
                return number;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> one : pool.invokeAll(threads)) {
                one.get();
            }
        }
    }

    private static List<Entry> ofAll(String name, int calls) {
        List<Entry> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            all.addAll(ContractCalls.calls(name + thread, calls));
        }
        return all;
    }
}
