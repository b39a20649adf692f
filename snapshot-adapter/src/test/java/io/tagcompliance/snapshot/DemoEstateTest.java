package io.tagcompliance.snapshot;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.IdReading;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.Site;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CloudProvider.Source;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.CollectingSink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counts of the made-up company, as they are written down for its users. */
class DemoEstateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Map<String, Long> TYPES = Map.ofEntries(
            Map.entry("Microsoft.Compute/disks", 126L),
            Map.entry("Microsoft.Compute/virtualMachines", 90L),
            Map.entry("Microsoft.ContainerService/managedClusters", 2L),
            Map.entry("Microsoft.DBforPostgreSQL/flexibleServers", 6L),
            Map.entry("Microsoft.KeyVault/vaults", 20L),
            Map.entry("Microsoft.Network/loadBalancers", 10L),
            Map.entry("Microsoft.Network/publicIPAddresses", 22L),
            Map.entry("Microsoft.Sql/servers/databases", 30L),
            Map.entry("Microsoft.Storage/storageAccounts", 50L),
            Map.entry("Microsoft.Web/sites", 44L),
            Map.entry("bigquery.datasets", 37L),
            Map.entry("cloudfunctions.functions", 32L),
            Map.entry("compute.disks", 80L),
            Map.entry("compute.instances", 66L),
            Map.entry("container.clusters", 5L),
            Map.entry("dynamodb:table", 50L),
            Map.entry("ec2:elastic-ip", 19L),
            Map.entry("ec2:instance", 326L),
            Map.entry("ec2:natgateway", 10L),
            Map.entry("ec2:snapshot", 92L),
            Map.entry("ec2:volume", 375L),
            Map.entry("ecr:repository", 38L),
            Map.entry("ecs:cluster", 6L),
            Map.entry("ecs:service", 60L),
            Map.entry("eks:cluster", 3L),
            Map.entry("elasticache:cluster", 11L),
            Map.entry("elasticfilesystem:file-system", 10L),
            Map.entry("elasticloadbalancing:loadbalancer", 32L),
            Map.entry("kms:key", 22L),
            Map.entry("lambda:function", 200L),
            Map.entry("logs:log-group", 208L),
            Map.entry("rds:cluster", 8L),
            Map.entry("rds:db", 39L),
            Map.entry("run.services", 26L),
            Map.entry("s3:bucket", 152L),
            Map.entry("secretsmanager:secret", 59L),
            Map.entry("sns:topic", 24L),
            Map.entry("sqladmin.instances", 4L),
            Map.entry("sqs:queue", 58L),
            Map.entry("storage.buckets", 48L));

    private final List<Resource> estate = new ArrayList<>();
    private final CompiledPolicy policy =
            CompiledPolicy.of(((PolicyReading.Accepted) PolicyReader.read(DemoEstate.policyJson())).policy());

    @BeforeEach
    void scan() throws InterruptedException {
        for (CloudProvider cloud : DemoEstate.clouds()) {
            CollectingSink scan = new CollectingSink();
            cloud.inventory().scan(Scope.EVERYTHING, scan);
            assertThat(scan.gaps()).isEmpty();
            assertThat(scan.finished()).hasSize(cells(scan.resources()));
            estate.addAll(scan.resources());
        }
    }

    private static int cells(List<Resource> resources) {
        return (int) resources.stream()
                .map(one -> Records.cellOf(new Site(one.id().cloud(), one.type(), one.location())))
                .distinct()
                .count();
    }

    @Test
    void has_2500_resources_in_three_clouds() {
        assertThat(DemoEstate.clouds())
                .extracting(CloudProvider::cloud)
                .containsExactly(Cloud.AWS, Cloud.AZURE, Cloud.GCP);
        assertThat(DemoEstate.clouds()).extracting(CloudProvider::source).containsOnly(Source.FILE);
        assertThat(estate).hasSize(2_500);
        assertThat(countBy(resource -> resource.id().cloud().id()))
                .isEqualTo(Map.of("aws", 1_802L, "azure", 400L, "gcp", 298L));
    }

    @Test
    void has_twelve_accounts() {
        assertThat(countBy(resource -> resource.location().account().text()))
                .isEqualTo(Map.ofEntries(
                        Map.entry("104729000011", 386L),
                        Map.entry("104729000022", 605L),
                        Map.entry("104729000033", 290L),
                        Map.entry("104729000044", 183L),
                        Map.entry("104729000055", 154L),
                        Map.entry("104729000066", 126L),
                        Map.entry("104729000077", 58L),
                        Map.entry("5e1f0c11-7a01-4c00-8a00-0000000000a1", 182L),
                        Map.entry("5e1f0c11-7a01-4c00-8a00-0000000000b2", 86L),
                        Map.entry("5e1f0c11-7a01-4c00-8a00-0000000000c3", 132L),
                        Map.entry("quillmere-insights-prod", 185L),
                        Map.entry("quillmere-ml-lab", 113L)));
    }

    @Test
    void has_resources_that_were_never_tagged_in_six_accounts() {
        assertThat(estate.stream()
                        .filter(resource -> tagsOf(resource).isEmpty())
                        .collect(groupingBy(
                                resource -> resource.location().account().text(), counting())))
                .isEqualTo(Map.ofEntries(
                        Map.entry("104729000022", 110L),
                        Map.entry("104729000055", 35L),
                        Map.entry("104729000066", 102L),
                        Map.entry("5e1f0c11-7a01-4c00-8a00-0000000000b2", 30L),
                        Map.entry("5e1f0c11-7a01-4c00-8a00-0000000000c3", 24L),
                        Map.entry("quillmere-ml-lab", 40L)));
    }

    @Test
    void has_resources_that_only_the_cloud_itself_tagged() {
        assertThat(estate.stream()
                        .filter(resource -> !tagsOf(resource).isEmpty())
                        .filter(resource ->
                                ((TagReading.Known) resource.tags()).tags().hasNoneOfItsOwner()))
                .hasSize(8);
    }

    @Test
    void has_forty_types_that_the_catalogue_knows() {
        Map<String, Long> counts = countBy(resource -> resource.type().name());

        assertThat(counts).hasSize(40);
        assertThat(counts.keySet())
                .allMatch(
                        name -> TypeCatalogue.categoryOf(new ResourceType(name)).isPresent());
        assertThat(counts).isEqualTo(TYPES);
    }

    @Test
    void has_seven_regions() {
        assertThat(countBy(resource -> resource.location().region().text()))
                .isEqualTo(Map.ofEntries(
                        Map.entry("eu-central-1", 893L),
                        Map.entry("eu-west-1", 633L),
                        Map.entry("europe-west1", 201L),
                        Map.entry("northeurope", 126L),
                        Map.entry("us-central1", 97L),
                        Map.entry("us-east-1", 276L),
                        Map.entry("westeurope", 274L)));
    }

    @Test
    void keeps_its_policy_with_a_score_of_64_percent() {
        assertThat(score(estate)).isEqualTo(0.6444, within(0.0001));
    }

    @Test
    void its_accounts_differ() {
        assertThat(score(of("104729000011"))).isGreaterThan(0.9);
        assertThat(score(of("104729000022"))).isBetween(0.7, 0.8);
        assertThat(score(of("104729000044"))).isBetween(0.35, 0.5);
        assertThat(score(of("104729000055"))).isLessThan(0.25);
        assertThat(score(of("104729000066"))).isLessThan(0.1);
        assertThat(score(of("quillmere-insights-prod"))).isGreaterThan(0.85);
    }

    @Test
    void breaks_its_policy_in_every_way_that_the_policy_knows() {
        assertThat(estate.stream()
                        .flatMap(resource -> violations(resource).stream())
                        .map(Violation::issue))
                .contains("missing_required_tag", "invalid_value", "invalid_format", "naming_rule");
    }

    @Test
    void has_ids_that_tell_their_cloud() {
        assertThat(estate)
                .allSatisfy(resource ->
                        assertThat(IdReading.of(resource.id().text())).isEqualTo(new IdReading.Valid(resource.id())));
    }

    @Test
    void keeps_the_rules_that_the_clouds_have_for_tags() {
        assertThat(estate)
                .allSatisfy(resource -> tagsOf(resource).forEach((key, value) -> {
                    assertThat(key).matches("(?s).{1,128}");
                    assertThat(value).matches("(?s).{0,256}");
                }));
        assertThat(of(Cloud.GCP))
                .allSatisfy(resource -> tagsOf(resource).forEach((key, value) -> {
                    assertThat(key).matches("[a-z][a-z0-9_-]{0,62}");
                    assertThat(value).matches("[a-z0-9_-]{0,63}");
                }));
        assertThat(of(Cloud.AZURE)).allSatisfy(resource -> {
            Set<String> keys = tagsOf(resource).keySet();
            assertThat(keys).noneMatch(key -> key.matches(".*[<>%&\\\\?/].*"));
            assertThat(keys.stream().map(key -> key.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        });
    }

    @Test
    void only_ec2_and_azure_hold_characters_that_other_services_refuse() {
        assertThat(estate)
                .filteredOn(resource -> tagsOf(resource).values().stream().anyMatch(HostileTexts.ALL::contains))
                .hasSizeGreaterThan(HostileTexts.ALL.size())
                .allMatch(resource -> resource.type().name().startsWith("ec2:")
                        || resource.type().equals(new ResourceType("Microsoft.Compute/virtualMachines")));
    }

    @Test
    void holds_every_hostile_value() {
        Set<String> values = estate.stream()
                .flatMap(resource -> tagsOf(resource).values().stream())
                .collect(Collectors.toSet());

        assertThat(values).containsAll(HostileTexts.ALL);
    }

    @Test
    void is_the_same_to_the_last_byte_everywhere() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        estate.forEach(resource -> digest.update(EstateLines.json(resource).getBytes(StandardCharsets.UTF_8)));

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("63cc5b767b2bdd3b799dc12de1dcab8d41eb21a6a15215964dd65cc415c45d43");
    }

    private Map<String, Long> countBy(Function<Resource, String> property) {
        return estate.stream().collect(groupingBy(property, counting()));
    }

    private List<Resource> of(Cloud cloud) {
        return estate.stream()
                .filter(resource -> resource.id().cloud().equals(cloud))
                .toList();
    }

    private List<Resource> of(String account) {
        return estate.stream()
                .filter(resource -> resource.location().account().text().equals(account))
                .toList();
    }

    private double score(List<Resource> resources) {
        long compliant = resources.stream()
                .filter(resource ->
                        ((Verdict.Judged) policy.judge(Subject.of(resource, Lineage.NONE), NOW)).compliant())
                .count();
        return (double) compliant / resources.size();
    }

    private List<Violation> violations(Resource resource) {
        return ((Verdict.Judged) policy.judge(Subject.of(resource, Lineage.NONE), NOW)).violations();
    }

    private static Map<String, String> tagsOf(Resource resource) {
        return ((TagReading.Known) resource.tags()).tags().asMap();
    }
}
