package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.UntaggedRequest;
import io.tagcompliance.core.check.UntaggedRequest.Missing;
import io.tagcompliance.core.report.ComplianceReport.Recommendation;
import io.tagcompliance.core.report.ReportRequest;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What costs most is told first, in whatever order it was read. */
class DearestFirstTest {
    private static final List<String> KEYS = List.of("Few", "Dear", "Cheap", "Middle");
    private static final TagPolicy POLICY = Estates.policy(
            "\"required_tags\":[{\"name\":\"Few\"},{\"name\":\"Dear\"},{\"name\":\"Cheap\"},{\"name\":\"Middle\"}]");

    private final List<Resource> estate = new ArrayList<>();
    private final List<ChargeRow> bill = new ArrayList<>();

    /** A resource that lacks that key alone. */
    private void lacking(String key, String name, String cost) {
        Map<String, String> tags = new TreeMap<>();
        KEYS.stream().filter(other -> !other.equals(key)).forEach(other -> tags.put(other, "x"));
        billed(name, tags, cost);
    }

    private void billed(String name, Map<String, String> tags, String cost) {
        estate.add(Estates.resource("eu-west-1 ec2:instance instance/" + name, tags));
        bill.add(ContractBill.usage(3, name, cost));
    }

    private TagCompliance compliance(TagPolicy policy) {
        return TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(estate))
                .billedBy(InMemoryLedger.of(bill))
                .at(() -> Instant.parse("2026-10-20T00:00:00Z"))
                .build();
    }

    private void shuffle(long seed) {
        Collections.shuffle(estate, new Random(seed));
        Collections.shuffle(bill, new Random(seed + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_to_do_is_ordered_by_money_and_not_by_how_many_resources_it_mends(long seed) throws InterruptedException {
        lacking("Dear", "i-dear", "300.10");
        lacking("Few", "i-few", "9.99");
        for (int number = 0; number < 4; number++) {
            lacking("Middle", "i-middle-" + number, "25");
        }
        for (int number = 0; number < 9; number++) {
            lacking("Cheap", "i-cheap-" + number, "1.10");
        }
        shuffle(seed);

        try (TagCompliance compliance = compliance(POLICY)) {
            List<Recommendation> todo = compliance
                    .report()
                    .generate(new ReportRequest(ResourceFilter.EVERYTHING, Freshness.READ_NOW), Patience.UNLIMITED)
                    .recommendations();

            assertThat(todo)
                    .extracting(one -> one.tag() + " " + one.resources() + " "
                            + one.cost()
                                    .orElseThrow()
                                    .amount()
                                    .stripTrailingZeros()
                                    .toPlainString())
                    .containsExactly("Dear 1 300.1", "Middle 4 100", "Few 1 9.99", "Cheap 9 9.9");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void untagged_resources_come_the_dearest_first_then_by_id(long seed) throws InterruptedException {
        billed("i-b", Map.of(), "2");
        billed("i-a", Map.of(), "2");
        billed("i-dear", Map.of(), "1000.5");
        billed("i-tenth", Map.of(), "0.10");
        billed("i-tagged", Map.of("Any", "x"), "5000");
        estate.add(Estates.resource("eu-west-1 ec2:instance instance/i-unbilled", Map.of()));
        shuffle(seed);

        try (TagCompliance compliance = compliance(POLICY)) {
            assertThat(compliance
                            .untagged()
                            .find(
                                    new UntaggedRequest(
                                            ResourceFilter.EVERYTHING, new Missing.AllTags(), Freshness.READ_NOW),
                                    Patience.UNLIMITED)
                            .untagged())
                    .extracting(found -> found.resource().name())
                    .containsExactly(
                            "instance/i-dear",
                            "instance/i-a",
                            "instance/i-b",
                            "instance/i-tenth",
                            "instance/i-unbilled");
        }
    }

    /** 12.30 + 7.70 comply, 60.00 does not: 20 of 80. What is on no bill weighs nothing, whatever its verdict. */
    @Test
    void the_score_by_spend_is_what_complies_of_what_was_judged_by_its_money() throws InterruptedException {
        TagPolicy owners = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
        billed("i-1", Map.of("Owner", "ann"), "12.30");
        billed("i-2", Map.of("Owner", "bob"), "7.70");
        billed("i-3", Map.of(), "60.00");
        estate.add(Estates.resource("eu-west-1 ec2:instance instance/i-free", Map.of()));
        bill.add(ContractBill.usage(3, "i-in-no-scan", "1000"));

        try (TagCompliance compliance = compliance(owners)) {
            CheckSpend spend = compliance
                    .check()
                    .check(CheckRequest.EVERYTHING, Patience.UNLIMITED)
                    .spend();

            assertThat(spend).isInstanceOfSatisfying(CheckSpend.Known.class, known -> {
                assertThat(known.weightedScore()).contains(0.25);
                assertThat(known.impact().amount()).isEqualByComparingTo("60");
            });
        }
    }
}
