package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ResourceViolations;
import io.tagcompliance.core.cost.Money;
import io.tagcompliance.core.report.ComplianceReport;
import io.tagcompliance.core.report.ComplianceReport.Recommendation;
import io.tagcompliance.core.report.ComplianceReport.RuleImpact;
import io.tagcompliance.core.report.ComplianceReport.Team;
import io.tagcompliance.core.report.ComplianceReport.Teams;
import io.tagcompliance.core.report.ReportRequest;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report's parts are of one scan, and come to what the check counts. */
class ReportTest {
    private static final Instant AFTER_THE_PERIOD = Instant.parse("2026-10-20T00:00:00Z");
    private static final TagPolicy POLICY = Estates.policy(
            "\"required_tags\":[{\"name\":\"Owner\"},{\"name\":\"Stage\",\"id\":\"stage\"},{\"name\":\"CostCenter\"}]");
    private static final TagPolicy INHERITING = Estates.policy(
            "\"required_tags\":[{\"name\":\"Owner\",\"inherit_from\":[\"account\"]},{\"name\":\"CostCenter\"}]");

    /** Teams of several sizes, some of which are tidy, on the bill or not. */
    private static final List<Resource> ESTATE = estate();

    private static List<Resource> estate() {
        List<Resource> all = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            Map<String, String> tags =
                    number % 5 == 0 ? Map.of("Stage", "prod") : Map.of("Owner", "team-" + number % 7, "Stage", "prod");
            boolean tidy = number % 7 == 3 && number % 5 != 0;
            all.add(Estates.resource(
                    "eu-west-1 ec2:instance instance/i-" + number,
                    tidy ? Map.of("Owner", "team-3", "Stage", "prod", "CostCenter", "cc") : tags));
        }
        all.add(NamedResources.account(Map.of("Owner", "", "Stage", "prod", "CostCenter", "cc")));
        all.add(Estates.resource("eu-west-1 ec2:instance instance/i-denied", new TagReading.Unknown(Estates.DENIED)));
        return all;
    }

    private static ComplianceReport report(TagPolicy policy, InMemoryCloud cloud, Freshness freshness)
            throws InterruptedException {
        List<ChargeRow> bill = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            bill.add(ContractBill.usage(3, "i-" + number, number + ".0000000001"));
        }
        try (TagCompliance compliance = TagCompliance.judgedBy(policy)
                .reading(cloud)
                .billedBy(InMemoryLedger.of(bill))
                .at(() -> AFTER_THE_PERIOD)
                .build()) {
            return compliance
                    .report()
                    .generate(new ReportRequest(ResourceFilter.EVERYTHING, freshness), Patience.UNLIMITED);
        }
    }

    @Test
    void teams_come_to_what_the_check_counts_and_to_what_it_costs() throws InterruptedException {
        ComplianceReport report = report(POLICY, InMemoryCloud.of(ESTATE), Freshness.READ_NOW);
        Teams.Known known = (Teams.Known) report.teams();

        assertThat(known.teams()).hasSize(8).extracting(Team::name).contains("", "team-3");
        assertThat(known.teams().stream().mapToInt(Team::failing).sum())
                .isEqualTo(report.check().figures().counts().nonCompliant());
        assertThat(known.tagsUnknown()).isEqualTo(1);
        assertThat(known.teams().stream().mapToInt(Team::resources).sum() + known.tagsUnknown())
                .isEqualTo(report.check().figures().counts().total());
        assertThat(sum(known.teams().stream().map(Team::cost).toList()))
                .matches(((CheckSpend.Known) report.check().spend()).impact()::isSameAs);
    }

    @Test
    void rules_and_what_to_do_come_to_each_resource_once_for_each_rule_that_it_fails() throws InterruptedException {
        ComplianceReport report = report(POLICY, InMemoryCloud.of(ESTATE), Freshness.READ_NOW);
        int failures = report.check().violations().stream()
                .mapToInt(found -> rulesFailed(found))
                .sum();

        assertThat(report.rules().stream().mapToInt(RuleImpact::resources).sum())
                .isEqualTo(failures);
        assertThat(report.recommendations().stream()
                        .mapToInt(Recommendation::resources)
                        .sum())
                .isEqualTo(failures);
        assertThat(sum(report.rules().stream().map(RuleImpact::cost).toList()))
                .matches(sum(report.recommendations().stream()
                        .map(Recommendation::cost)
                        .toList())::isSameAs);
    }

    private static int rulesFailed(ResourceViolations found) {
        return (int)
                found.violations().stream().map(one -> one.rule()).distinct().count();
    }

    @Test
    void what_is_on_no_bill_costs_nothing_where_there_is_one_and_else_nobody_knows() throws InterruptedException {
        Resource unbilled = Estates.resource("eu-west-1 sqs:queue q", Map.of("Owner", "me"));
        Resource billed = Estates.resource(
                "eu-west-1 ec2:instance instance/i-1", Map.of("Owner", "me", "Stage", "prod", "CostCenter", "cc"));

        assertThat(report(POLICY, InMemoryCloud.of(List.of(unbilled, billed)), Freshness.READ_NOW)
                        .rules())
                .hasSize(2)
                .allSatisfy(rule -> assertThat(rule.cost()).contains(Money.zero(ContractBill.USD)));
        try (TagCompliance compliance = TagCompliance.judgedBy(POLICY)
                .reading(InMemoryCloud.of(List.of(unbilled)))
                .build()) {
            assertThat(compliance
                            .report()
                            .generate(
                                    new ReportRequest(ResourceFilter.EVERYTHING, Freshness.READ_NOW),
                                    Patience.UNLIMITED)
                            .rules())
                    .hasSize(2)
                    .allSatisfy(rule -> assertThat(rule.cost()).isEmpty());
        }
    }

    @Test
    void a_cloud_is_scanned_once_for_a_report_though_nothing_is_remembered() throws InterruptedException {
        for (Freshness freshness : Freshness.values()) {
            InMemoryCloud cloud = InMemoryCloud.of(ESTATE);

            report(POLICY, cloud, freshness);

            assertThat(cloud.scans()).isEqualTo(1);
        }
    }

    @Test
    void the_accounts_that_hand_tags_on_are_read_once_for_a_report_too() throws InterruptedException {
        InMemoryCloud cloud = InMemoryCloud.of(ESTATE);

        ComplianceReport report = report(INHERITING, cloud, Freshness.READ_NOW);

        assertThat(report.attribution()).isInstanceOf(CostAttribution.Known.class);
        assertThat(cloud.scans()).isEqualTo(2);
    }

    @Test
    void the_next_report_reads_anew() throws InterruptedException {
        InMemoryCloud cloud = InMemoryCloud.of(ESTATE);
        try (TagCompliance compliance =
                TagCompliance.judgedBy(POLICY).reading(cloud).build()) {
            ReportRequest request = new ReportRequest(ResourceFilter.EVERYTHING, Freshness.REMEMBERED_WILL_DO);
            compliance.report().generate(request, Patience.UNLIMITED);
            compliance.report().generate(request, Patience.UNLIMITED);
        }

        assertThat(cloud.scans()).isEqualTo(2);
    }

    private static Money sum(List<Optional<Money>> costs) {
        return costs.stream().map(Optional::orElseThrow).reduce(Money::plus).orElseThrow();
    }
}
