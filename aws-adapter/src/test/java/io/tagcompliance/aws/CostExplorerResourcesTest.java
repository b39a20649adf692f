package io.tagcompliance.aws;

import static io.tagcompliance.aws.LabUsage.COMPUTE;
import static io.tagcompliance.aws.LabUsage.KEYS;
import static io.tagcompliance.aws.LabUsage.LATELY;
import static io.tagcompliance.aws.LabUsage.OLDEST;
import static io.tagcompliance.aws.LabUsage.RIGHT;
import static io.tagcompliance.aws.LabUsage.byResource;
import static io.tagcompliance.aws.LabUsage.lines;
import static io.tagcompliance.aws.LabUsage.row;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.attribution.AttributionRequest;
import io.tagcompliance.core.attribution.CostAttribution;
import io.tagcompliance.core.attribution.CostBucket;
import io.tagcompliance.core.attribution.CurrencyShare;
import io.tagcompliance.core.attribution.Grouping;
import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.testkit.ChargeRow;
import io.tagcompliance.testkit.PlainAttribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of the last 14 days Cost Explorer tells resources, where the account has opted in; where it doesn't, nothing gets worse. */
@Timeout(120)
class CostExplorerResourcesTest {
    private static final PlainAttribution PLAIN =
            new PlainAttribution(Map.of("CostCenter", Set.of("cc-1", "cc-2"), "Owner", Set.of()));

    private final CostLab lab = new CostLab();

    @BeforeEach
    void opt_in() {
        lab.costs().tellResourcesSince(OLDEST);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private CurrencyShare share() throws InterruptedException {
        return attribution(CostLab.PLENTY).shares().getFirst();
    }

    private CostAttribution.Known attribution(int mostPaidCalls) throws InterruptedException {
        AttributionRequest request =
                AttributionRequest.ofLastMonth().over(LATELY).by(new Grouping.ByResourceType());
        return (CostAttribution.Known) lab.attribution(request, lab.ledger(mostPaidCalls));
    }

    private List<String> notes() throws InterruptedException {
        return attribution(CostLab.PLENTY).bill().notes();
    }

    private long callsForResources() {
        return lab.lab().calls().stream()
                .filter(call -> call.operation().equals(CostExplorer.RESOURCES.name()))
                .count();
    }

    @Test
    void usage_without_a_resource_is_told_apart_from_resources_without_tags() throws InterruptedException {
        lab.costs().bill(List.of(row("i-0123456789abcdef0", 1, Map.of(), "5"), row("", 1, Map.of(), "3")));

        assertThat(share().of(CostBucket.ACTIONABLE_GAP).amount()).isEqualByComparingTo("5");
        assertThat(share().of(CostBucket.NO_RESOURCE_ID).amount()).isEqualByComparingTo("3");
        assertThat(share().breakdown())
                .filteredOn(slice -> slice.category().equals("ec2:instance"))
                .singleElement()
                .satisfies(slice -> assertThat(slice.resources()).isEqualTo(1));
        assertThat(notes()).anyMatch(note -> note.contains("the resources of 1 of 1 services"));
    }

    @Test
    void what_a_resource_cost_is_told_for_the_period_with_and_without_keys() throws InterruptedException {
        String volume = "arn:aws:ec2:eu-west-1:111111111111:volume/vol-0123456789abcdef0";
        lab.costs().bill(List.of(row(volume, 1, RIGHT, "5"), row(volume, 9, RIGHT, "2.5"), row("", 1, Map.of(), "1")));

        for (Set<TagKey> keys : List.of(KEYS, Set.<TagKey>of())) {
            List<Charge> lines = lines(lab, keys);

            assertThat(byResource(lines))
                    .containsEntry(volume, new BigDecimal("7.5"))
                    .containsEntry("NoResource", new BigDecimal("1"));
            assertThat(lines)
                    .filteredOn(line -> line.what() instanceof Charged.OfResource)
                    .allSatisfy(
                            line -> assertThat(line.place().account().text()).isEqualTo("111111111111"));
        }
    }

    @Test
    void a_bucket_has_the_partition_of_the_account_that_pays_since_its_name_tells_none() throws InterruptedException {
        ChargeRow bucket = row("my-bucket", 1, Map.of(), "5");
        ChargePlace place = new ChargePlace(
                Cloud.AWS, bucket.place().account(), bucket.place().region(), "Amazon Simple Storage Service");
        lab.costs()
                .bill(List.of(new ChargeRow(
                        bucket.day(),
                        bucket.kind(),
                        place,
                        bucket.what(),
                        Tags.NONE,
                        bucket.effective(),
                        bucket.billed())));
        for (String region : List.of("eu-west-1", "us-gov-west-1", "cn-north-1")) {
            List<Charge> lines = new ArrayList<>();
            try (CostLedger ledger = lab.ledgerOf(new Region(region))) {
                ledger.read(new BillQuery(LATELY, CostMetric.BILLED, KEYS), lines::add);
            }

            String partition = Account.partitionOf(new Region(region)).id();
            assertThat(byResource(lines)).containsOnlyKeys("arn:" + partition + ":s3:::my-bucket");
        }
    }

    @Test
    void the_buckets_are_those_of_the_plainest_reference() throws InterruptedException {
        for (long seed = 1; seed <= 12; seed++) {
            List<ChargeRow> rows = likeRealBills(LabBills.of(seed, LATELY, List.of(LabBills.USD, LabBills.EUR)));
            lab.costs().bill(rows);
            Map<Currency, Map<CostBucket, BigDecimal>> expected = PLAIN.split(rows, CostMetric.EFFECTIVE);

            assertThat(attribution(CostLab.PLENTY).shares()).allSatisfy(share -> {
                Map<CostBucket, BigDecimal> plain = requireNonNull(expected.get(share.currency()));
                assertThat(share.reconciles()).isTrue();
                for (CostBucket bucket : List.of(CostBucket.DIRECT, CostBucket.ACTIONABLE_GAP, CostBucket.NOT_USAGE)) {
                    assertThat(share.of(bucket).amount()).as("%s", bucket).isEqualByComparingTo(plain.get(bucket));
                }
            });
        }
    }

    /** A resource has the same tags all the time, and what has no resource has none. */
    private static List<ChargeRow> likeRealBills(List<ChargeRow> rows) {
        Set<String> services = rows.stream()
                .filter(row -> row.what() instanceof Charged.OfResource)
                .map(row -> row.place().service())
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> row.kind() != ChargeKind.USAGE
                        || services.contains(row.place().service()))
                .map(row -> row.what() instanceof Charged.OfResource resource
                        ? tagged(row, Math.floorMod(resource.id().hashCode(), 3) == 0 ? RIGHT : Map.of("Owner", "bob"))
                        : tagged(row, Map.of()))
                .toList();
    }

    private static ChargeRow tagged(ChargeRow row, Map<String, String> tags) {
        return new ChargeRow(
                row.day(), row.kind(), row.place(), row.what(), Tags.of(tags), row.effective(), row.billed());
    }

    @Test
    void whatever_the_tags_and_the_rounding_everything_adds_up() throws InterruptedException {
        lab.costs().roundTo(7);
        for (long seed = 30; seed <= 41; seed++) {
            List<ChargeRow> rows = LabBills.of(seed, LATELY, List.of(LabBills.USD));
            lab.costs().bill(rows);
            BigDecimal direct = requireNonNull(
                            PLAIN.split(rows, CostMetric.EFFECTIVE).get(LabBills.USD))
                    .get(CostBucket.DIRECT);

            CurrencyShare share = share();

            assertThat(share.reconciles()).isTrue();
            assertThat(share.of(CostBucket.DIRECT).amount().subtract(direct).abs())
                    .isLessThan(new BigDecimal("0.0001"));
        }
    }

    @Test
    void of_a_day_on_which_two_keys_changed_the_sum_by_tags_stays_and_names_nobody() throws InterruptedException {
        lab.costs()
                .bill(List.of(
                        row("i-0123456789abcdef0", 1, Map.of(), "5"),
                        row("i-0123456789abcdef0", 2, Map.of(), "2"),
                        row("i-0123456789abcdef0", 2, RIGHT, "3"),
                        row("i-0123456789abcdef0", 3, RIGHT, "5")));

        assertThat(byResource(lines(lab, KEYS)))
                .containsEntry("i-0123456789abcdef0", new BigDecimal("10"))
                .containsEntry("NotTold", new BigDecimal("5"));
        assertThat(share().of(CostBucket.DIRECT).amount()).isEqualByComparingTo("8");
    }

    @Test
    void what_aws_leaves_out_of_a_long_list_is_not_lost() throws InterruptedException {
        List<ChargeRow> rows = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            rows.add(row("i-0123456789abcdef" + at, 1, Map.of(), "1"));
        }
        lab.costs().bill(rows);
        lab.costs().tellResourcesUpTo(8);

        assertThat(byResource(lines(lab, KEYS))).hasSize(9).containsEntry("NotTold", new BigDecimal("2"));
        assertThat(share().total().amount()).isEqualByComparingTo("10");
    }

    @Test
    void a_resource_that_one_list_has_in_full_and_another_cut_off_names_nobody() throws InterruptedException {
        String cut = "i-0123456789abcdef0";
        lab.costs()
                .bill(List.of(
                        row(cut, 1, Map.of("CostCenter", "cc-1", "Owner", "ann"), "1"),
                        row(cut, 1, Map.of("CostCenter", "cc-1", "Owner", "bob"), "1"),
                        row("i-0123456789abcdef1", 1, Map.of(), "5"),
                        row("i-0123456789abcdef2", 2, Map.of("CostCenter", "cc-1", "Owner", "ann"), "4"),
                        row("i-0123456789abcdef2", 2, Map.of(), "1")));
        lab.costs().tellResourcesUpTo(2);

        assertThat(byResource(lines(lab, KEYS)))
                .isEqualTo(Map.of("i-0123456789abcdef1", new BigDecimal("5"), "NotTold", new BigDecimal("7")));
    }

    @Test
    void longer_ago_nothing_is_paid_for_resources() throws InterruptedException {
        lab.costs().bill(LabBills.of(1, CostLab.PERIOD, List.of(LabBills.USD)));

        assertThat(((CostAttribution.Known) lab.attribution()).bill().notes())
                .anyMatch(note -> note.contains("last 14 days only"));
        assertThat(callsForResources()).isZero();
    }

    @Test
    void an_account_that_has_not_opted_in_gets_the_sums_of_services_for_three_calls_more() throws InterruptedException {
        lab.costs().tellResourcesSince(LATELY.end());
        List<ChargeRow> rows = LabBills.of(3, LATELY, List.of(LabBills.USD));
        lab.costs().bill(rows);

        assertThat(notes()).anyMatch(note -> note.contains("switched on"));
        assertThat(callsForResources()).isEqualTo(3);
        assertThat(share().of(CostBucket.NO_RESOURCE_ID).amount()).isZero();
    }

    @Test
    void a_service_for_which_it_is_not_switched_on_stays_as_it_was() throws InterruptedException {
        lab.costs().tellResourcesSince(OLDEST, COMPUTE);
        lab.costs().bill(List.of(row("i-0123456789abcdef0", 1, Map.of(), "5"), row("", 1, Map.of(), "3")));

        assertThat(share().of(CostBucket.ACTIONABLE_GAP).amount()).isEqualByComparingTo("8");
    }

    @Test
    void the_dearest_services_are_asked_first_and_never_more_than_is_allowed() throws InterruptedException {
        lab.costs().bill(likeRealBills(LabBills.of(4, LATELY, List.of(LabBills.USD))));
        lab.attribution(AttributionRequest.ofLastMonth().over(LATELY), lab.ledger(CostLab.PLENTY));
        long withoutResources = lab.paidCalls() - callsForResources();
        for (int more = 0; more <= 12; more++) {
            lab.lab().forgetCalls();

            CostAttribution.Known known = attribution((int) withoutResources + more);

            assertThat(lab.paidCalls()).isLessThanOrEqualTo(more < 2 ? withoutResources : withoutResources + more);
            assertThat(known.shares()).allMatch(CurrencyShare::reconciles);
            String said = more < 2 ? "bill_paid_calls allows no calls" : "resources";
            assertThat(known.bill().notes()).anyMatch(note -> note.contains(said));
        }
        assertThat(notes()).noneMatch(note -> note.contains("bill_paid_calls"));
    }
}
