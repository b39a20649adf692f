package io.tagcompliance.aws;

import static io.tagcompliance.aws.LabUsage.COMPUTE;
import static io.tagcompliance.aws.LabUsage.KEYS;
import static io.tagcompliance.aws.LabUsage.LATELY;
import static io.tagcompliance.aws.LabUsage.OLDEST;
import static io.tagcompliance.aws.LabUsage.RIGHT;
import static io.tagcompliance.aws.LabUsage.byResource;
import static io.tagcompliance.aws.LabUsage.inService;
import static io.tagcompliance.aws.LabUsage.lines;
import static io.tagcompliance.aws.LabUsage.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where some owners of usage can't be told, or Cost Explorer fails on the way, what was told before stays. */
@Timeout(120)
class CostExplorerOwnersTest {
    private final CostLab lab = new CostLab();

    @BeforeEach
    void opt_in() {
        lab.costs().tellResourcesSince(OLDEST);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private CostAttribution.Known attribution() throws InterruptedException {
        AttributionRequest request =
                AttributionRequest.ofLastMonth().over(LATELY).by(new Grouping.ByResourceType());
        return (CostAttribution.Known) lab.attribution(request, lab.ledger(CostLab.PLENTY));
    }

    private List<String> notes() throws InterruptedException {
        return attribution().bill().notes();
    }

    @Test
    void a_sum_that_an_uncertain_credit_made_smaller_than_what_is_certain_names_nobody_and_the_others_do()
            throws InterruptedException {
        lab.costs()
                .bill(List.of(
                        row("i-0123456789abcdef0", 1, Map.of(), "8"),
                        row("i-0123456789abcdef1", 2, Map.of(), "-3"),
                        row("i-0123456789abcdef1", 2, RIGHT, "3"),
                        row("i-0123456789abcdef2", 3, RIGHT, "4")));

        assertThat(byResource(lines(lab, KEYS)))
                .isEqualTo(Map.of("i-0123456789abcdef2", new BigDecimal("4"), "NotTold", new BigDecimal("8")));
        CurrencyShare share = attribution().shares().getFirst();
        assertThat(share.reconciles()).isTrue();
        assertThat(share.of(CostBucket.DIRECT).amount()).isEqualByComparingTo("7");
        assertThat(share.of(CostBucket.ACTIONABLE_GAP).amount()).isEqualByComparingTo("5");
        assertThat(share.of(CostBucket.NOT_USAGE).amount()).isZero();
    }

    @Test
    void a_service_whose_sums_all_differ_from_those_of_its_resources_is_told_to_have_failed()
            throws InterruptedException {
        lab.costs()
                .bill(List.of(
                        row("i-0123456789abcdef0", 1, Map.of(), "8"),
                        row("i-0123456789abcdef1", 2, Map.of(), "-3"),
                        row("i-0123456789abcdef1", 2, RIGHT, "3")));

        assertThat(byResource(lines(lab, KEYS))).isEqualTo(Map.of("NotTold", new BigDecimal("8")));
        assertThat(notes()).anyMatch(note -> note.contains("ask again in an hour"));
    }

    @Test
    void r64_denied_it_names_the_permission_and_asks_again_ten_minutes_later() throws InterruptedException {
        lab.lab().disturb(call -> call.operation().equals(CostExplorer.RESOURCES.name()), LabFault.DENIED.times(1));
        lab.costs().bill(List.of(row("i-0123456789abcdef0", 1, Map.of(), "5")));
        BillQuery query = new BillQuery(LATELY, CostMetric.BILLED, KEYS);
        try (CostLedger ledger = lab.ledger(CostLab.PLENTY)) {
            List<Charge> first = new ArrayList<>();
            BillReading.Read denied = (BillReading.Read) ledger.read(query, first::add);
            long paid = lab.paidCalls();
            ledger.read(query, charge -> {});
            assertThat(lab.paidCalls()).isEqualTo(paid);
            lab.clock().pass(Duration.ofMinutes(11));
            List<Charge> second = new ArrayList<>();
            ledger.read(query, second::add);

            assertThat(denied.facts().notes())
                    .anyMatch(note -> note.contains("ce:GetCostAndUsageWithResources"))
                    .anyMatch(note -> note.contains("costs nothing for 10 minutes"));
            assertThat(byResource(first)).containsOnlyKeys("NotTold");
            assertThat(byResource(second)).containsOnlyKeys("i-0123456789abcdef0");
        }
    }

    @Test
    void r64_what_was_named_before_a_denial_or_a_throttling_stays_and_nothing_more_is_asked()
            throws InterruptedException {
        lab.costs()
                .bill(List.of(
                        row("i-0123456789abcdef0", 1, Map.of(), "5"),
                        inService("Amazon Relational Database Service", "3"),
                        inService("Amazon Simple Queue Service", "2")));
        for (LabFault fault : List.of(LabFault.DENIED, LabFault.THROTTLED)) {
            lab.lab()
                    .disturb(
                            call -> call.operation().equals(CostExplorer.RESOURCES.name())
                                    && !call.body().contains(COMPUTE),
                            fault);
            lab.lab().forgetCalls();

            assertThat(byResource(lines(lab, KEYS)))
                    .isEqualTo(Map.of("i-0123456789abcdef0", new BigDecimal("5"), "NotTold", new BigDecimal("5")));
            assertThat(lab.lab().calls())
                    .noneMatch(call -> call.operation().equals(CostExplorer.RESOURCES.name())
                            && call.body().contains("Queue"));
            assertThat(notes())
                    .anyMatch(note -> note.contains("1 of 3 services told their resources, and the resources of some"))
                    .anyMatch(note -> note.contains("costs nothing for 10 minutes"));
        }
    }

    @Test
    void r64_an_outage_is_not_taken_for_an_account_that_has_not_opted_in() throws InterruptedException {
        lab.lab().disturb(call -> call.operation().equals(CostExplorer.RESOURCES.name()), LabFault.BAD_GATEWAY);
        lab.costs().bill(List.of(row("i-0123456789abcdef0", 1, Map.of(), "5")));

        assertThat(notes())
                .anyMatch(note -> note.contains("the resources of some services could not be read"))
                .noneMatch(note -> note.contains("switched on"));
    }
}
