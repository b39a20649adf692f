package io.tagcompliance.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.cost.BillQuery;
import io.tagcompliance.core.cost.BillReading;
import io.tagcompliance.core.cost.BillingPeriod;
import io.tagcompliance.core.cost.Charge;
import io.tagcompliance.core.cost.ChargeKind;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.CostMetric;
import io.tagcompliance.core.spi.CostLedger;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.TagKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that people have put together or saved again: what can't be read is refused, and nothing is left out without a word. */
class OddExportsTest {
    private static final BillingPeriod MONTH = BillingPeriod.of(YearMonth.of(2026, 10));
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-11-29T00:00:00Z"));
    private static final String FOCUS =
            "ChargeCategory,ChargePeriodStart,BilledCost,BillingCurrency,ResourceId,ServiceName,ProviderName,Tags";

    @TempDir
    private Path directory;

    /** What comes of an export, and its lines. */
    private record Read(BillReading reading, List<Charge> lines) {
        String refusal() {
            return ((BillReading.Unknown) reading).failure().remedy();
        }

        List<String> notes() {
            return ((BillReading.Read) reading).facts().notes();
        }

        Charge only() {
            assertThat(lines).hasSize(1);
            return lines.getFirst();
        }

        BigDecimal total() {
            return ((BillReading.Read) reading).facts().totals().getFirst().amount();
        }
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
    }

    private Read read(Path path) throws InterruptedException {
        List<Charge> lines = new ArrayList<>();
        try (CostLedger ledger = BillFiles.at(path, LATER)) {
            BillQuery query = new BillQuery(MONTH, CostMetric.BILLED, Set.of(new TagKey("Owner")));
            return new Read(ledger.read(query, lines::add), lines);
        }
    }

    private Read read(String... lines) throws IOException, InterruptedException {
        return read(file("bill.csv", lines));
    }

    private static String row(String day, String cost) {
        return "Usage," + day + "," + cost + ",USD,arn:aws:s3:::one,Amazon S3,AWS,{}";
    }

    @Test
    void a_day_that_is_written_otherwise_is_refused_with_its_row_and_not_left_out() throws Exception {
        for (String day : List.of("2026/10/05", "2026-10-5", "2026-10-5 0:00", "10/05/2026", "05.10.2026")) {
            assertThat(read(FOCUS, row("2026-10-01T00:00:00Z", "100"), row(day, "50"))
                            .refusal())
                    .as(day)
                    .contains("a row of the bill has a cost", "row 2");
        }
    }

    @Test
    void a_row_that_begins_like_a_comment_is_a_row() throws Exception {
        Read read = read(
                "Tags,ChargeCategory,ChargePeriodStart,BilledCost,BillingCurrency",
                "#x,Usage,2026-10-01,50,USD",
                "{},Usage,2026-10-01,100,USD");

        assertThat(read.refusal()).contains("tags of a row");
    }

    @Test
    void a_row_with_too_few_cells_is_refused_with_its_line() throws Exception {
        List<String> lines = new ArrayList<>(Collections.nCopies(30_000, row("2026-10-01", "1")));
        lines.addFirst(FOCUS);
        lines.set(25_000, "Usage,2026-10-02");

        assertThat(read(lines.toArray(String[]::new)).refusal()).contains("line 25001");
        assertThat(read(FOCUS, "Usage,2026-10-02", row("2026-10-01", "1")).refusal())
                .contains("fewer cells")
                .doesNotContain("line");
    }

    @Test
    void of_several_files_the_one_that_can_not_be_read_is_told() throws Exception {
        file("a.csv", FOCUS, row("2026-10-01", "1"));
        file("b.csv", "");
        Files.writeString(directory.resolve("b.csv"), "");
        assertThat(read(directory).refusal()).contains("empty", "file 2 of 2");

        file("b.csv", "one;two", "1;2");
        assertThat(read(directory).refusal()).contains("commas");
    }

    @Test
    void null_in_a_column_of_a_tag_is_no_owner() throws Exception {
        Read read = read(
                "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UnblendedCost,lineItem/CurrencyCode,resourceTags/user:Owner",
                "Usage,2026-10-01T00:00:00Z,20,USD,NULL");

        assertThat(read.only().tags().asMap()).isEmpty();
    }

    @Test
    void keys_in_two_cases_are_two_keys() throws Exception {
        String columns = "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UnblendedCost,lineItem/CurrencyCode";
        Read read = read(
                columns + ",resourceTags/user:Owner,resourceTags/user:owner,resourceTags/user:owner_1",
                "Usage,2026-10-01T00:00:00Z,20,USD,,core,other");

        assertThat(read.only().tags().asMap()).isEqualTo(Map.of("owner", "core", "owner_1", "other"));
    }

    @Test
    void the_map_of_all_tags_has_those_of_resources_among_others() throws Exception {
        Read read = read(
                "line_item_line_item_type,line_item_usage_start_date,line_item_unblended_cost,line_item_currency_code,tags",
                "Usage,2026-10-01,20,USD,\"{\"\"resourceTags/Owner\"\": \"\"core\"\", \"\"accountTag/Owner\"\": \"\"all\"\"}\"");

        assertThat(read.only().tags().asMap()).isEqualTo(Map.of("Owner", "core"));
    }

    @Test
    void a_stack_is_known_by_whatever_the_export_makes_of_its_key() throws Exception {
        String columns =
                "line_item_line_item_type,line_item_usage_start_date,line_item_unblended_cost,line_item_currency_code";
        Map<String, String> stack = Map.of("aws:cloudformation:stack-name", "shop");

        assertThat(read(columns + ",resource_tags_aws_cloudformation_stack_name", "Usage,2026-10-01,20,USD,shop")
                        .only()
                        .tags()
                        .asMap())
                .isEqualTo(stack);
        assertThat(read(
                                columns + ",resource_tags",
                                "Usage,2026-10-01,20,USD,\"{\"\"aws_cloudformation_stack_name\"\": \"\"shop\"\"}\"")
                        .only()
                        .tags()
                        .asMap())
                .isEqualTo(stack);
    }

    @Test
    void a_machine_whose_region_is_not_told_gets_no_name_that_is_made_up() throws Exception {
        Read read = read(
                FOCUS + ",RegionId,SubAccountId",
                "Usage,2026-10-01,80,USD,i-0123456789abcdef0,Amazon Elastic Compute Cloud,AWS,{},,111111111111");

        assertThat(((Charged.OfResource) read.only().what()).id().text()).isEqualTo("i-0123456789abcdef0");
    }

    @Test
    void where_nobody_names_the_provider_full_ids_tell_it() throws Exception {
        String columns = "ChargeCategory,ChargePeriodStart,BilledCost,BillingCurrency,ResourceId,ServiceName";
        Read arn = read(columns, "Usage,2026-10-01,5,USD,arn:aws:s3:::invoices,Amazon S3");
        Read azure = read(
                columns,
                "Usage,2026-10-01,5,USD,/subscriptions/1/resourceGroups/g/providers/Microsoft.Compute/disks/d,Storage");
        Read nothing = read(columns, "Usage,2026-10-01,5,USD,i-0123456789abcdef0,Amazon EC2");

        assertThat(arn.only().place().cloud()).isEqualTo(Cloud.AWS);
        assertThat(azure.only().place().cloud()).isEqualTo(Cloud.AZURE);
        assertThat(azure.only().what())
                .isInstanceOfSatisfying(
                        Charged.OfResource.class,
                        disk -> assertThat(disk.type().name()).isEqualToIgnoringCase("Microsoft.Compute/disks"));
        assertThat(arn.notes()).noneMatch(note -> note.contains("ProviderName"));
        assertThat(nothing.notes()).anyMatch(note -> note.contains("ProviderName"));
    }

    @Test
    void a_provider_sells_what_companies_of_its_name_publish() throws Exception {
        String columns =
                "ChargeCategory,ChargePeriodStart,BilledCost,BillingCurrency,ServiceName,ProviderName,PublisherName";

        for (String parties : List.of(
                "Oracle,Oracle Corporation",
                "Alibaba Cloud,Alibaba Cloud (Singapore) Private Limited",
                "AWS,Amazon Web Services EMEA SARL",
                ",Microsoft")) {
            assertThat(read(columns, "Usage,2026-10-01,5,USD,Compute," + parties)
                            .only()
                            .kind())
                    .as(parties)
                    .isEqualTo(ChargeKind.USAGE);
        }
        assertThat(read(columns, "Usage,2026-10-01,5,USD,Search,Oracle,Elastic")
                        .only()
                        .kind())
                .isEqualTo(ChargeKind.MARKETPLACE);
        Read chinese = read(columns, "Usage,2026-10-01,5,USD,Compute,\u963f\u91cc\u4e91,\u817e\u8baf\u4e91");
        assertThat(chinese.only().kind()).isEqualTo(ChargeKind.MARKETPLACE);
        assertThat(chinese.notes()).noneMatch(note -> note.contains("ProviderName"));
    }

    @Test
    void what_the_figures_rest_on_is_told() throws Exception {
        Read early = read(FOCUS, row("2026-10-01", "1"));
        Read whole = read(FOCUS, row("2026-10-01", "1"), row("2026-10-31", "1"));
        Read odd = read(FOCUS, "Foo,2026-10-31,1,USD,arn:aws:s3:::one,Amazon S3,AWS,{}");
        Read untagged = read("ChargeCategory,ChargePeriodStart,BilledCost,BillingCurrency", "Usage,2026-10-31,1,USD");

        assertThat(early.notes()).anyMatch(note -> note.contains("2026-10-01"));
        assertThat(whole.notes()).noneMatch(note -> note.contains("last charge"));
        assertThat(odd.notes()).anyMatch(note -> note.contains("charge category"));
        assertThat(whole.notes()).noneMatch(note -> note.contains("charge category"));
        assertThat(untagged.notes())
                .anyMatch(note -> note.contains("no column of tags"))
                .noneMatch(note -> note.contains("Owner"));
        assertThat(whole.notes()).anyMatch(note -> note.contains("Owner"));
        assertThat(whole.total()).isEqualByComparingTo("2");
    }
}
