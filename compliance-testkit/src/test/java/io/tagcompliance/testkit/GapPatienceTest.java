package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.attribution.StillReadingBillException;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.report.ReportRequest;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Progress;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.policy.TagKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks what nobody answers for, or for a report, waits for the bill no longer than for anything else. */
@Timeout(60)
class GapPatienceTest {
    private static final Patience IMPATIENT = new Patience(Duration.ofMillis(50), progress -> {});

    /** Long enough for the scan, which comes before the bill. */
    private static final Patience FOR_A_SCAN = new Patience(Duration.ofSeconds(2), progress -> {});

    private static final AttributionRequest LAST_MONTH = AttributionRequest.ofLastMonth();
    private static final ReportRequest REPORT =
            new ReportRequest(ResourceFilter.EVERYTHING, Freshness.REMEMBERED_WILL_DO);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-20T00:00:00Z"));
    private final SlowLedger ledger = new SlowLedger();

    private TagCompliance estate() {
        return TagCompliance.judgedBy(Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]"))
                .reading(InMemoryCloud.of(List.of(Estates.resource("eu-west-1 sqs:queue bare", Map.of()))))
                .remembering(new MapCache(), Retention.DEFAULT)
                .billedBy(ledger)
                .at(clock)
                .build();
    }

    private static void assertThatItIs10(CostAttribution attribution) {
        assertThat(attribution)
                .isInstanceOfSatisfying(
                        CostAttribution.Known.class,
                        known -> assertThat(known.shares().getFirst().total().amount())
                                .isEqualByComparingTo("10"));
    }

    @Test
    void the_question_ends_with_the_patience_and_the_same_question_joins_the_reading() throws InterruptedException {
        try (TagCompliance compliance = estate()) {
            for (int round = 1; round <= 2; round++) {
                assertThatThrownBy(() -> compliance.attribution().attribute(LAST_MONTH, IMPATIENT))
                        .isInstanceOf(StillReadingBillException.class);
            }
            ledger.let().countDown();

            assertThatItIs10(compliance.attribution().attribute(LAST_MONTH, Patience.UNLIMITED));
            assertThat(ledger.readings()).hasValue(1);
        }
    }

    @Test
    void the_same_question_is_answered_from_memory_and_another_one_is_not() throws InterruptedException {
        ledger.let().countDown();
        try (TagCompliance compliance = estate()) {
            assertThatItIs10(compliance.attribution().attribute(LAST_MONTH, Patience.UNLIMITED));
            clock.pass(Duration.ofMinutes(14));
            assertThatItIs10(compliance.attribution().attribute(LAST_MONTH, Patience.UNLIMITED));
            assertThat(ledger.readings()).hasValue(1);

            compliance.attribution().attribute(LAST_MONTH.by(new Grouping.ByRegion()), Patience.UNLIMITED);
            assertThat(ledger.readings()).hasValue(2);

            clock.pass(Duration.ofMinutes(2));
            compliance.attribution().attribute(LAST_MONTH, Patience.UNLIMITED);
            assertThat(ledger.readings()).hasValue(3);
        }
    }

    /** Named, keys are of everything; demanded by rules, of what the rules are about. */
    @Test
    void keys_that_are_named_and_the_same_keys_of_rules_are_two_questions() throws InterruptedException {
        ledger.let().countDown();
        try (TagCompliance compliance = estate()) {
            compliance.attribution().attribute(LAST_MONTH, Patience.UNLIMITED);
            compliance.attribution().attribute(LAST_MONTH.splitBy(List.of(new TagKey("Owner"))), Patience.UNLIMITED);

            assertThat(ledger.readings()).hasValue(2);
        }
    }

    @Test
    void who_waits_for_the_gap_hears_that_the_bill_is_being_read() throws InterruptedException {
        Patience listening = new Patience(Duration.ofSeconds(50), progress -> {
            if (progress instanceof Progress.ReadingTheBill) {
                ledger.let().countDown();
            }
        });
        try (TagCompliance compliance = estate()) {
            assertThatItIs10(compliance.attribution().attribute(LAST_MONTH, listening));
        }
    }

    @Test
    void a_report_comes_without_the_gap_and_says_so_and_the_next_has_it() throws InterruptedException {
        try (TagCompliance compliance = estate()) {
            assertThat(compliance.report().generate(REPORT, FOR_A_SCAN).attribution())
                    .isInstanceOfSatisfying(
                            CostAttribution.Unknown.class,
                            unknown ->
                                    assertThat(unknown.failure().remedy()).contains("still being read", "asked again"));
            ledger.let().countDown();

            assertThatItIs10(
                    compliance.report().generate(REPORT, Patience.UNLIMITED).attribution());
        }
    }
}
