package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.UntaggedRequest;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.history.ScanPoint;
import io.tagcompliance.core.history.ScanPoint.AttributionGap;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Location;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Progress;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.core.trend.HistoryRequest;
import io.tagcompliance.core.trend.Interval;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks waits for the bill as long as for anything else, and no longer. */
@Timeout(60)
class BillPatienceTest {
    private static final Instant NOW = Instant.parse("2026-10-20T00:00:00Z");
    private static final Patience IMPATIENT = new Patience(Duration.ofMillis(50), progress -> {});
    private static final TagPolicy POLICY = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
    private static final Resource BARE = new Resource(
            new ResourceId(Cloud.AWS, "arn:aws:ec2:eu-west-1:111111111111:instance/i-0123456789abcdef0"),
            new ResourceType("ec2:instance"),
            new Location(new AccountId("111111111111"), new Region("eu-west-1"), ResourceGroup.NONE),
            "bare",
            TagReading.known(Map.of()),
            Creation.UNKNOWN);

    private final SettableClock clock = new SettableClock(NOW);
    private final SlowLedger ledger = new SlowLedger();

    private TagCompliance.Builder estate(CostLedger bill) {
        return TagCompliance.judgedBy(POLICY)
                .reading(InMemoryCloud.of(List.of(BARE)))
                .remembering(new MapCache(), Retention.DEFAULT)
                .billedBy(bill)
                .at(clock);
    }

    private static CheckSpend spend(TagCompliance compliance, Patience patience) throws InterruptedException {
        return compliance.check().check(CheckRequest.EVERYTHING, patience).spend();
    }

    /** So that who is impatient waits for the bill alone, however busy the machine is. */
    private static void scan(TagCompliance compliance) throws InterruptedException {
        compliance.draft().draft(ResourceFilter.EVERYTHING, Patience.UNLIMITED);
    }

    private static void assertThatItIsStillRead(CheckSpend spend) {
        assertThat(spend)
                .isInstanceOfSatisfying(
                        CheckSpend.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("still being read", "asked again"));
    }

    private static void assertThatItCost10(CheckSpend spend) {
        assertThat(spend)
                .isInstanceOfSatisfying(
                        CheckSpend.Known.class,
                        known -> assertThat(known.impact().amount()).isEqualByComparingTo("10"));
    }

    @Test
    void an_answer_comes_without_costs_where_the_bill_outlasts_the_patience_and_the_next_has_them() throws Exception {
        try (TagCompliance compliance = estate(ledger).build()) {
            scan(compliance);
            assertThatItIsStillRead(spend(compliance, IMPATIENT));
            assertThatItIsStillRead(spend(compliance, IMPATIENT));
            ledger.let().countDown();

            assertThatItCost10(spend(compliance, Patience.UNLIMITED));
            assertThat(ledger.readings()).hasValue(1);
        }
    }

    @Test
    void what_is_untagged_is_told_without_costs_too() throws Exception {
        UntaggedRequest request = new UntaggedRequest(
                ResourceFilter.EVERYTHING, new UntaggedRequest.Missing.AllTags(), Freshness.REMEMBERED_WILL_DO);
        try (TagCompliance compliance = estate(ledger).build()) {
            scan(compliance);
            assertThatItIsStillRead(
                    compliance.untagged().find(request, IMPATIENT).spend());
            ledger.let().countDown();

            assertThatItCost10(
                    compliance.untagged().find(request, Patience.UNLIMITED).spend());
        }
    }

    @Test
    void who_waits_hears_that_the_bill_is_being_read() throws Exception {
        Patience listening = new Patience(Duration.ofSeconds(50), progress -> {
            if (progress instanceof Progress.ReadingTheBill) {
                ledger.let().countDown();
            }
        });
        try (TagCompliance compliance = estate(ledger).build()) {
            assertThatItCost10(spend(compliance, listening));
        }
    }

    @Test
    void what_the_scan_took_of_the_patience_is_gone_for_the_bill() throws Exception {
        ScriptedCloud slow = ScriptedCloud.of((scope, sink) -> clock.pass(Duration.ofHours(1)));
        try (TagCompliance compliance = TagCompliance.judgedBy(POLICY)
                .reading(slow)
                .billedBy(ledger)
                .at(clock)
                .build()) {
            assertThatItIsStillRead(spend(compliance, new Patience(Duration.ofHours(1), progress -> {})));
        }
    }

    @Test
    void a_reading_that_nobody_waits_for_any_more_is_ended() throws Exception {
        try (TagCompliance compliance = estate(ledger).build()) {
            CompletableFuture<Throwable> left = new CompletableFuture<>();
            Thread asker = Thread.ofPlatform().daemon().start(() -> {
                try {
                    spend(compliance, Patience.UNLIMITED);
                } catch (InterruptedException interrupted) {
                    left.complete(interrupted);
                }
            });
            assertThat(ledger.begun().await(30, TimeUnit.SECONDS)).isTrue();

            asker.interrupt();

            assertThat(left.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(ledger.ended().await(30, TimeUnit.SECONDS)).isTrue();
            ledger.let().countDown();
            assertThatItCost10(spend(compliance, Patience.UNLIMITED));
        }
    }

    @Test
    void a_bug_of_a_ledger_reaches_every_asker_unwrapped_and_is_not_remembered() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        CostLedger broken = new Ledger((query, sink) -> {
            readings.incrementAndGet();
            throw new ArithmeticException("a bug");
        });
        try (TagCompliance compliance = estate(broken).build()) {
            for (int round = 1; round <= 2; round++) {
                assertThatThrownBy(() -> spend(compliance, Patience.UNLIMITED))
                        .isExactlyInstanceOf(ArithmeticException.class)
                        .hasMessage("a bug");
                assertThat(readings).hasValue(round);
            }
        }
    }

    @Test
    void what_took_long_is_there_for_who_asks_again_though_it_failed() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        CostLedger failing = new Ledger((query, sink) -> {
            readings.incrementAndGet();
            clock.pass(Duration.ofMinutes(20));
            return new BillReading.Unknown(Estates.DENIED);
        });
        try (TagCompliance compliance = estate(failing).build()) {
            spend(compliance, Patience.UNLIMITED);
            clock.pass(Duration.ofMinutes(19));
            assertThat(spend(compliance, Patience.UNLIMITED)).isInstanceOf(CheckSpend.Unknown.class);
            assertThat(readings).hasValue(1);

            clock.pass(Duration.ofMinutes(2));
            spend(compliance, Patience.UNLIMITED);
            assertThat(readings).hasValue(2);
        }
    }

    /** A ledger of one function, which names no resources where it says so. */
    private static class Ledger implements CostLedger {
        private final Read read;

        Ledger(Read read) {
            this.read = read;
        }

        interface Read {
            BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException;
        }

        @Override
        public BillReading read(BillQuery query, Consumer<Charge> sink) throws InterruptedException {
            return read.read(query, sink);
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    }

    @Test
    void a_ledger_that_names_no_resources_is_not_asked_what_they_cost() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        CostLedger services =
                new Ledger((query, sink) -> {
                    readings.incrementAndGet();
                    return new BillReading.Unknown(Estates.DENIED);
                }) {
                    @Override
                    public boolean namesResources() {
                        return false;
                    }
                };
        try (TagCompliance compliance = estate(services).build()) {
            assertThat(spend(compliance, Patience.UNLIMITED))
                    .isInstanceOfSatisfying(
                            CheckSpend.Unknown.class,
                            unknown -> assertThat(unknown.reason()).contains("names no resources"));
            assertThat(readings).hasValue(0);
        }
    }

    @Test
    void a_check_is_kept_without_the_gap_and_gets_it_from_the_next_check_of_the_same_scan() throws Exception {
        InMemoryHistory.Store store = new InMemoryHistory.Store();
        try (TagCompliance compliance =
                estate(ledger).keeping(InMemoryHistory.on(store, clock)).build()) {
            scan(compliance);
            spend(compliance, IMPATIENT);
            assertThat(points(compliance))
                    .singleElement()
                    .satisfies(point -> assertThat(point.attributionGap()).isInstanceOf(AttributionGap.Unknown.class));
            ledger.let().countDown();

            spend(compliance, Patience.UNLIMITED);

            assertThat(points(compliance)).hasSize(1);
            assertThatTheGapIs("10", points(compliance));
        }
    }

    @Test
    void the_gap_kept_with_a_check_is_no_older_than_what_is_remembered_of_the_bill() throws Exception {
        CostLedger growing = new Ledger((query, sink) -> InMemoryLedger.of(List.of(ContractBill.usage(
                        3, "i-0123456789abcdef0", clock.instant().equals(NOW) ? "10" : "20")))
                .read(query, sink));
        CheckRequest anew = new CheckRequest(ResourceFilter.EVERYTHING, Set.of(), Freshness.READ_NOW);
        try (TagCompliance compliance = estate(growing)
                .keeping(InMemoryHistory.on(new InMemoryHistory.Store(), clock))
                .build()) {
            compliance.attribution().attribute(AttributionRequest.ofLastMonth(), Patience.UNLIMITED);
            clock.pass(Duration.ofMinutes(14));
            compliance.check().check(anew, Patience.UNLIMITED);
            assertThatTheGapIs("10", points(compliance));
            clock.pass(Duration.ofMinutes(14));
            compliance.check().check(anew, Patience.UNLIMITED);
            assertThatTheGapIs("20", points(compliance));
        }
    }

    private static void assertThatTheGapIs(String amount, List<ScanPoint> points) {
        assertThat(points.getLast().attributionGap())
                .isInstanceOfSatisfying(
                        AttributionGap.Known.class,
                        known -> assertThat(known.money().amount()).isEqualByComparingTo(amount));
    }

    private static List<ScanPoint> points(TagCompliance compliance) {
        return compliance
                .history()
                .show(new HistoryRequest(ResourceFilter.EVERYTHING, 90, Interval.DAY))
                .line();
    }
}
