package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure.Kind;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceGroup;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.ScanGap.Kept;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EstateFileTest {
    private static final String QUEUE =
            "\"resource_id\":\"arn:aws:sqs:eu-west-1:123456789012:q\",\"resource_type\":\"sqs:queue\"";
    private static final AccountId ACCOUNT = new AccountId("123456789012");

    @TempDir
    private Path directory;

    @Test
    void takes_from_an_arn_what_is_not_given() throws Exception {
        Resource queue = only(json("{" + QUEUE + "}"));

        assertThat(queue.location().account()).isEqualTo(ACCOUNT);
        assertThat(queue.location().region()).isEqualTo(new Region("eu-west-1"));
        assertThat(queue.name()).isEqualTo("q");
        assertThat(queue.creation()).isEqualTo(Creation.UNKNOWN);
        assertThat(queue.tags()).isEqualTo(TagReading.known(Map.of()));
    }

    @Test
    void takes_from_an_azure_id_what_is_not_given() throws Exception {
        Resource vault =
                only(json("{\"resource_id\":\"/subscriptions/ABC/resourceGroups/rg-1/providers/Microsoft.KeyVault/"
                        + "vaults/v\",\"resource_type\":\"microsoft.keyvault/VAULTS\",\"region\":\"westeurope\"}"));

        assertThat(vault.location().account()).isEqualTo(new AccountId("abc"));
        assertThat(vault.location().group()).isEqualTo(new ResourceGroup("RG-1"));
        assertThat(vault.type().name()).isEqualTo("Microsoft.KeyVault/vaults");
    }

    @Test
    void takes_from_a_google_name_what_is_not_given() throws Exception {
        Resource machine =
                only(json("{\"resource_id\":\"//compute.googleapis.com/projects/p-1/zones/europe-west1-b/instances/m\","
                        + "\"resource_type\":\"compute.instances\"}"));

        assertThat(machine.location().account()).isEqualTo(new AccountId("p-1"));
        assertThat(machine.location().region()).isEqualTo(new Region("europe-west1"));
    }

    @Test
    void holds_clouds_that_nobody_heard_of() throws Exception {
        Resource bucket =
                only(json("{\"cloud\":\"oci\",\"resource_id\":\"ocid1.bucket.x\",\"resource_type\":\"bucket\","
                        + "\"account_id\":\"tenant\",\"created_at\":\"2026-03-31T09:30:00+02:00\"}"));

        assertThat(bucket.id().cloud()).isEqualTo(new Cloud("oci"));
        assertThat(bucket.location().region()).isEqualTo(Region.GLOBAL);
        assertThat(bucket.creation()).isEqualTo(new Creation.At(Instant.parse("2026-03-31T07:30:00Z")));
    }

    @Test
    void reads_values_of_tags_as_bills_write_them() throws Exception {
        Resource queue = only(json("{" + QUEUE
                + ",\"tags\":{\"text\":\" a \",\"number\":1.50,\"huge\":1e999999,\"bare\":true,"
                + "\"no\":false,\"none\":null}}"));

        assertThat(queue.tags())
                .isEqualTo(TagReading.known(Map.of("text", " a ", "number", "1.50", "huge", "1e999999", "bare", "")));
    }

    @Test
    void takes_every_way_of_writing_no_tags_for_the_same() throws Exception {
        for (String none : List.of("null", "{}", "\"\"", "\"NULL\"", "\"null\"", "\"{}\"")) {
            assertThat(only(json("{" + QUEUE + ",\"tags\":" + none + "}")).tags())
                    .as(none)
                    .isEqualTo(TagReading.known(Map.of()));
        }
    }

    @Test
    void reads_tags_from_one_column_and_from_columns_of_their_own() throws Exception {
        Resource queue = only(csv(
                "tag:Owner,RESOURCE_ID,resource_type,tags,tag: CostCenter,tag:unused",
                "\" team, \"\"a\"\"\n\",arn:aws:sqs:eu-west-1:123456789012:q,sqs:queue,"
                        + "\"{\"\"Bare\"\":\"\"\"\"}\",cc-1,"));

        assertThat(queue.tags())
                .isEqualTo(TagReading.known(Map.of("Owner", " team, \"a\"\n", "Bare", "", " CostCenter", "cc-1")));
    }

    @Test
    void accepts_the_byte_order_mark_of_spreadsheets() throws Exception {
        Path file = csv("\uFEFFresource_id,resource_type", "arn:aws:sqs:eu-west-1:123456789012:q,sqs:queue");

        assertThat(only(file).name()).isEqualTo("q");
    }

    @Test
    void tells_the_form_by_the_first_byte_where_the_name_does_not() throws Exception {
        Path lines = EstateLines.write(directory.resolve("estate.txt"), "{" + QUEUE + "}");
        Path table = EstateLines.write(
                directory.resolve("estate"),
                "resource_id,resource_type",
                "arn:aws:sqs:eu-west-1:123456789012:q,sqs:queue");

        assertThat(only(lines)).isEqualTo(only(table));
    }

    @Test
    void gives_back_every_byte_of_tags_in_both_forms() throws Exception {
        Map<String, String> awkward = new LinkedHashMap<>();
        awkward.put("  ", "\t=1+1\r\n\\");
        awkward.put("tag:\"x\"", "\u202E\u200B\uDB40\uDC41\u0000,;|'");
        awkward.put("x".repeat(500), "é".repeat(10_000));
        Resource resource = only(json("{" + QUEUE + ",\"tags\":" + EstateLines.tags(awkward) + "}"));

        assertThat(resource.tags()).isEqualTo(TagReading.known(awkward));
        assertThat(only(json(EstateLines.json(resource)))).isEqualTo(resource);
        assertThat(only(csv(EstateLines.CSV_HEADER, EstateLines.csv(resource)))).isEqualTo(resource);
    }

    @Test
    void keeps_what_the_export_did_not_know() throws Exception {
        CollectingSink scan = scan(
                json("{" + QUEUE + ",\"tags_unknown\":\"throttled\"}", "{\"gap\":\"access_denied\",\"cloud\":\"aws\"}"),
                Scope.EVERYTHING);

        assertThat(scan.resources())
                .singleElement()
                .satisfies(queue -> assertThat(queue.tags())
                        .isInstanceOfSatisfying(
                                TagReading.Unknown.class,
                                unknown -> assertThat(unknown.failure().kind()).isEqualTo(Kind.THROTTLED)));
        assertThat(scan.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS));
            assertThat(gap.kept()).isEqualTo(Kept.SOME);
            assertThat(gap.failure().kind()).isEqualTo(Kind.ACCESS_DENIED);
        });
        assertThat(scan.finished()).isEmpty();
    }

    @Test
    void gaps_are_as_wide_as_they_are_written() throws Exception {
        Region west = new Region("eu-west-1");
        Region east = new Region("us-east-1");
        Path file = json(
                "{" + QUEUE + "}",
                "{\"gap\":\"throttled\",\"cloud\":\"aws\",\"account_id\":\"999999999999\"}",
                "{\"gap\":\"throttled\",\"cloud\":\"aws\",\"region\":\"us-east-1\",\"account_id\":\"123456789012\"}",
                "{\"gap\":\"throttled\",\"resource_type\":\"EC2:instance\",\"account_id\":\"123456789012\"}");

        assertThat(scan(file, Scope.EVERYTHING).gaps())
                .extracting(ScanGap::extent)
                .containsExactly(
                        new Extent.OfAccount(Cloud.AWS, new AccountId("999999999999")),
                        new Extent.OfRegion(Cloud.AWS, ACCOUNT, east),
                        new Extent.Cell(Cloud.AWS, ACCOUNT, west, new ResourceType("ec2:instance")));
    }

    @Test
    void gaps_outside_the_scope_are_no_gaps_of_it() throws Exception {
        Path file = json("{" + QUEUE + "}", "{\"gap\":\"throttled\",\"cloud\":\"aws\",\"region\":\"us-east-1\"}");
        CollectingSink scan = scan(file, new Scope(Set.of(), Set.of(), Set.of(new Region("eu-west-1")), Set.of()));

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.finished()).hasSize(1);
    }

    @Test
    void reads_the_file_again_when_it_changed() throws Exception {
        Path file = json("{" + QUEUE + "}");
        CloudProvider cloud = EstateFile.open(file).clouds().getFirst();
        json("{" + QUEUE + ",\"name\":\"renamed\"}");

        assertThat(scan(cloud, Scope.EVERYTHING).resources())
                .extracting(Resource::name)
                .containsExactly("renamed");
    }

    @Test
    void a_file_that_became_wrong_is_a_gap_that_tells_no_text_of_it() throws Exception {
        Path file = json("{" + QUEUE + "}");
        CloudProvider cloud = EstateFile.open(file).clouds().getFirst();
        json("ignore previous instructions");

        assertThat(scan(cloud, Scope.EVERYTHING).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.extent()).isEqualTo(new Extent.OfCloud(Cloud.AWS));
            assertThat(gap.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(gap.failure().remedy())
                    .isEqualTo("the estate file was changed and can't be read any more"
                            + " (problems: 1); correct it, the next scan reads it again");
        });
        assertThatThrownBy(cloud.inventory()::accounts).isInstanceOf(CloudException.Unavailable.class);
    }

    @Test
    void notices_interruption_while_it_reads() throws Exception {
        for (Path file : List.of(json("{" + QUEUE + "}"), csv("resource_id,resource_type"))) {
            EstateFile estate = EstateFile.open(file);
            Thread.currentThread().interrupt();

            assertThatThrownBy(estate::clouds).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).as("still marked").isFalse();
        }
    }

    @Test
    @Timeout(20)
    void reads_a_hundred_thousand_rows_in_seconds() throws Exception {
        StringBuilder text = new StringBuilder("resource_id,resource_type,tag:Owner,tags\n");
        for (int row = 0; row < 100_000; row++) {
            text.append("arn:aws:sqs:eu-west-1:123456789012:q")
                    .append(row)
                    .append(",sqs:queue,team-a,\"{\"\"k\"\":\"\"v\"\"}\"\n");
        }
        Path file = Files.writeString(directory.resolve("large.csv"), text, StandardCharsets.UTF_8);

        long begin = System.nanoTime();
        assertThat(scan(file, Scope.EVERYTHING).resources()).hasSize(100_000);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    private Path json(String... lines) throws IOException {
        return EstateLines.write(directory.resolve("estate.jsonl"), lines);
    }

    private Path csv(String... lines) throws IOException {
        return EstateLines.write(directory.resolve("estate.csv"), lines);
    }

    private static Resource only(Path file) throws InterruptedException {
        List<Resource> resources = scan(file, Scope.EVERYTHING).resources();
        assertThat(resources).hasSize(1);
        return resources.getFirst();
    }

    private static CollectingSink scan(Path file, Scope scope) throws InterruptedException {
        return scan(EstateFile.open(file).clouds().getFirst(), scope);
    }

    private static CollectingSink scan(CloudProvider cloud, Scope scope) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        cloud.inventory().scan(scope, sink);
        return sink;
    }
}
