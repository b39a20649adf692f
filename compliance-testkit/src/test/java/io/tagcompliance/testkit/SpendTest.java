package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Keep;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a check says of money is about the rows that it is about, whatever was asked of the same scan before. */
class SpendTest {
    private static final Instant AFTER_THE_PERIOD = Instant.parse("2026-10-20T00:00:00Z");
    private static final int RESOURCES = 150;
    private static final int BILLED = 130;

    private static final String RULES =
            "\"required_tags\":[{\"name\":\"Owner\"},{\"name\":\"Colour\",\"severity\":\"warning\"}]";

    private static final TagPolicy POLICY = Estates.policy(RULES);

    /** Owners are required of some resources only when their exemption is over. */
    private static final TagPolicy EXEMPTING = Estates.policy(RULES
            + ",\"exemptions\":[{\"id\":\"old\",\"resources\":[\"*instance/i-1*\"],\"rules\":[\"all\"],"
            + "\"reason\":\"r\",\"owner\":\"o\",\"expires\":\"2026-10-25\"}]");

    private static List<Resource> estate() {
        List<Resource> all = new ArrayList<>();
        for (int number = 0; number < RESOURCES; number++) {
            Map<String, String> tags = new TreeMap<>(Map.of("Stage", number % 3 == 0 ? "prod" : "test"));
            if (number % 4 != 0) {
                tags.put("Owner", "team-" + number % 7);
            }
            if (number % 5 != 0) {
                tags.put("Colour", "blue");
            }
            all.add(Estates.resource("eu-west-1 ec2:instance instance/i-" + number, tags));
        }
        return all;
    }

    private static List<ChargeRow> bill() {
        List<ChargeRow> bill = new ArrayList<>();
        for (int number = 0; number < BILLED; number++) {
            bill.add(ContractBill.usage(3, "i-" + number, (number * 37 % 100) + ".00000000" + number % 10));
        }
        return bill;
    }

    private static List<CheckRequest> questions() {
        List<CheckRequest> all = new ArrayList<>();
        for (Map<String, String> tags : List.<Map<String, String>>of(
                Map.of(), Map.of("Stage", "prod"), Map.of("Stage", "test"), Map.of("Stage", "none"))) {
            for (Set<Severity> listed :
                    List.of(Set.of(Severity.values()), Set.of(Severity.ERROR), Set.of(Severity.WARNING))) {
                for (String least : List.of("0", "50")) {
                    all.add(new CheckRequest(
                            new ResourceFilter(Scope.EVERYTHING, Set.of(), tags),
                            listed,
                            Freshness.REMEMBERED_WILL_DO,
                            Keep.AS_USUAL,
                            new BigDecimal(least)));
                }
            }
        }
        return all;
    }

    private static TagCompliance compliance(TagPolicy policy, SettableClock clock) {
        return TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(estate()))
                .remembering(new MapCache(), new Retention(Duration.ofDays(60), Duration.ofDays(90)))
                .billedBy(InMemoryLedger.of(bill()))
                .at(clock)
                .build();
    }

    @Test
    void the_spend_of_what_fails_is_the_sum_of_what_is_listed_whatever_was_asked_before() throws InterruptedException {
        List<CheckRequest> questions = new ArrayList<>(questions());
        questions.addAll(questions());
        Collections.shuffle(questions, new Random(7));
        for (TagPolicy policy : List.of(POLICY, EXEMPTING)) {
            try (TagCompliance compliance = compliance(policy, new SettableClock(AFTER_THE_PERIOD))) {
                for (CheckRequest question : questions) {
                    assertThatItIsAboutItsRows(question, compliance);
                }
            }
        }
    }

    private static void assertThatItIsAboutItsRows(CheckRequest question, TagCompliance compliance)
            throws InterruptedException {
        ComplianceCheck check = compliance.check().check(question, Patience.UNLIMITED);
        CheckRequest all =
                new CheckRequest(question.filter(), CheckRequest.EVERYTHING.listed(), Freshness.REMEMBERED_WILL_DO);

        assertThat(known(check).impact()).isEqualTo(impact(compliance, all));
        assertThat(check.violations()).hasSameSizeAs(new HashSet<>(check.violations()));
        assertThat(costs(check))
                .isSortedAccordingTo(Collections.reverseOrder())
                .allMatch(cost -> cost.compareTo(question.leastCost()) >= 0);
    }

    @Test
    void what_is_exempt_costs_nobody_anything_until_the_exemption_is_over() throws InterruptedException {
        SettableClock clock = new SettableClock(AFTER_THE_PERIOD);
        try (TagCompliance plain = compliance(POLICY, clock);
                TagCompliance exempting = compliance(EXEMPTING, clock)) {
            Money whole = impact(plain, CheckRequest.EVERYTHING);
            assertThat(impact(exempting, CheckRequest.EVERYTHING).amount()).isLessThan(whole.amount());

            clock.pass(Duration.ofDays(10));

            assertThat(impact(exempting, CheckRequest.EVERYTHING)).isEqualTo(whole);
        }
    }

    /** What the failing ones cost, which is what those cost together that are listed with errors. */
    private static Money impact(TagCompliance compliance, CheckRequest question) throws InterruptedException {
        ComplianceCheck check = compliance.check().check(question, Patience.UNLIMITED);
        BigDecimal sum = check.violations().stream()
                .filter(found -> found.violations().stream().anyMatch(one -> one.severity() == Severity.ERROR))
                .map(SpendTest::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(known(check).impact().amount()).isEqualByComparingTo(sum);
        return known(check).impact();
    }

    private static List<BigDecimal> costs(ComplianceCheck check) {
        return check.violations().stream().map(SpendTest::cost).toList();
    }

    private static BigDecimal cost(ResourceViolations found) {
        return found.cost() instanceof MonthlyCost.Known known ? known.money().amount() : BigDecimal.ZERO;
    }

    private static CheckSpend.Known known(ComplianceCheck check) {
        return (CheckSpend.Known) check.spend();
    }
}
