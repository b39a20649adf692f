package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.BilledUnseen;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.CheckSpend;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A bill says which resources a scan doesn't have. */
class BilledUnseenTest {
    private static final Instant AFTER_THE_PERIOD = Instant.parse("2026-10-20T00:00:00Z");
    private static final TagPolicy POLICY = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
    private static final List<Resource> SCANNED = List.of(
            Estates.resource("eu-west-1 ec2:instance instance/i-1", Map.of()),
            Estates.resource("eu-west-1 ec2:instance instance/i-2", Map.of("Owner", "team-a")));

    private static Optional<BilledUnseen> unseen(ResourceFilter filter, ChargeRow... bill) throws InterruptedException {
        return unseen(InMemoryCloud.of(SCANNED), filter, bill);
    }

    private static Optional<BilledUnseen> unseen(CloudProvider cloud, ResourceFilter filter, ChargeRow... bill)
            throws InterruptedException {
        return ((CheckSpend.Known) spend(cloud, filter, bill)).unseen();
    }

    private static CheckSpend spend(CloudProvider cloud, ResourceFilter filter, ChargeRow... bill)
            throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(POLICY)
                .reading(cloud)
                .billedBy(InMemoryLedger.of(List.of(bill)))
                .at(new SettableClock(AFTER_THE_PERIOD))
                .build()) {
            CheckRequest request =
                    new CheckRequest(filter, CheckRequest.EVERYTHING.listed(), Freshness.REMEMBERED_WILL_DO);
            return compliance.check().check(request, Patience.UNLIMITED).spend();
        }
    }

    private static ChargeRow usage(String instance, String cost) {
        return ContractBill.usage(3, instance, cost);
    }

    private static ChargeRow of(ChargeRow row, AccountId account, Charged what) {
        ChargePlace there = row.place();
        return new ChargeRow(
                row.day(),
                row.kind(),
                new ChargePlace(there.cloud(), account, there.region(), there.service()),
                what,
                row.tags(),
                row.effective(),
                row.billed());
    }

    @Test
    void what_was_billed_in_an_account_that_was_read_and_is_not_in_the_scan_is_told_the_dearest_first()
            throws InterruptedException {
        BilledUnseen unseen = unseen(
                        ResourceFilter.EVERYTHING,
                        usage("i-1", "3"),
                        usage("i-gone", "2"),
                        usage("i-gone", "0.5"),
                        usage("i-missed", "40"))
                .orElseThrow();

        assertThat(unseen.resources()).isEqualTo(2);
        assertThat(unseen.cost().amount()).isEqualByComparingTo("42.5");
        assertThat(unseen.byType()).isEqualTo(Map.of("ec2:instance", 2));
        assertThat(unseen.dearest())
                .extracting(ResourceId::text)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("i-missed"),
                        second -> assertThat(second).endsWith("i-gone"));
    }

    @Test
    void a_bill_of_other_accounts_says_nothing_of_what_resources_cost() throws InterruptedException {
        ChargeRow row = usage("i-gone", "2");
        ChargeRow ofOthers = of(row, new AccountId("999999999999"), row.what());

        assertThat(unseen(ResourceFilter.EVERYTHING, row).orElseThrow().resources())
                .isEqualTo(1);
        assertThat(spend(InMemoryCloud.of(SCANNED), ResourceFilter.EVERYTHING, ofOthers))
                .isInstanceOfSatisfying(
                        CheckSpend.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("names nothing in the accounts"));
    }

    @Test
    void an_account_that_was_read_and_has_nothing_by_the_scan_is_checked_too() throws InterruptedException {
        Extent.Cell cell = new Extent.Cell(
                Cloud.AWS, InMemoryCloud.ACCOUNT, new Region("eu-west-1"), new ResourceType("ec2:instance"));
        CloudProvider empty = ScriptedCloud.of((scope, sink) -> {
            sink.planned(List.of(cell));
            sink.finished(cell);
        });
        CloudProvider unread = ScriptedCloud.of((scope, sink) -> {});

        assertThat(unseen(empty, ResourceFilter.EVERYTHING, usage("i-missed", "40"))
                        .orElseThrow()
                        .resources())
                .isEqualTo(1);
        assertThat(unseen(unread, ResourceFilter.EVERYTHING, usage("i-missed", "40"))
                        .orElseThrow()
                        .resources())
                .isZero();
    }

    @Test
    void what_no_scan_of_these_accounts_could_have_is_not_missed() throws InterruptedException {
        ChargeRow row = usage("i-3", "7");
        Charged model = new Charged.OfResource(
                new ResourceId(Cloud.AWS, "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0"),
                new ResourceType("bedrock:foundation-model"));

        assertThat(unseen(
                                ResourceFilter.EVERYTHING,
                                usage("i-1", "3"),
                                of(row, new AccountId("999999999999"), row.what()),
                                of(row, row.place().account(), model))
                        .orElseThrow()
                        .resources())
                .isZero();
    }

    @Test
    void a_question_about_a_part_says_nothing_of_what_else_there_is() throws InterruptedException {
        ResourceFilter part = new ResourceFilter(Scope.EVERYTHING, Set.of(), Map.of("Owner", "team-a"));

        assertThat(unseen(part, usage("i-1", "3"), usage("i-gone", "2"))).isEmpty();
    }
}
