package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.RegionsRead;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AwsScanTest extends AwsLabTest {
    private static final int PAGES = Math.ceilDiv(EACH, LabPaging.PAGE);
    private static final Set<String> ALL_AT_ONCE =
            Set.of("ec2:DescribeAddresses", "ec2:DescribeVpnConnections", "es:ListDomainNames");

    /** Parents are listed for themselves and for what is in them. */
    private static final Set<String> SHARED = Set.of("ecs:ListClusters", "eks:ListClusters");

    /** By itself the SDK begins five for each of its hundreds of clients. */
    @Test
    void timeouts_of_all_clients_take_one_thread_which_ends_with_the_cloud() throws Exception {
        Set<Thread> before = timeoutThreads();
        scan();
        Set<Thread> begun = timeoutThreads();
        begun.removeAll(before);

        assertThat(begun).extracting(Thread::getName).containsExactly("aws-timeouts");
        cloud.close();
        for (Thread thread : begun) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    private static Set<Thread> timeoutThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sdk-ScheduledExecutor")
                        || thread.getName().equals("aws-timeouts"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void reads_every_resource_and_its_tags_and_finishes_every_cell() throws Exception {
        CollectingSink scan = scan();

        assertThat(scan.resources()).hasSize(CELLS * EACH);
        assertThat(tags(scan.resources())).isEqualTo(truth(resource -> true));
        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.finished()).hasSize(CELLS).isEqualTo(scan.planned());
    }

    @Test
    void lists_each_page_once_and_reads_the_tags_of_long_lists_in_a_chain_each() throws Exception {
        scan();
        Map<String, Long> counts =
                lab.calls().stream().collect(Collectors.groupingBy(LabCall::operation, Collectors.counting()));

        assertThat(counts.get("sts:GetCallerIdentity")).isEqualTo(1);
        assertThat(AwsTypes.ALL)
                .filteredOn(type -> type.listing() instanceof Listing.Pages && !SHARED.contains(operation(type)))
                .hasSizeGreaterThan(75)
                .allSatisfy(type -> assertThat(counts.get(operation(type)))
                        .as(operation(type))
                        .isEqualTo((long) LabEstate.regionsOf(type).size()
                                * (ALL_AT_ONCE.contains(operation(type)) ? 1 : PAGES)));
    }

    /** Nine of twelve were ever tagged, so a chain of a type is one page; three types without a second page share a chain. */
    @Test
    void asks_for_tags_once_for_each_type_whose_list_carries_none() throws Exception {
        scan();

        long cells = AwsTypes.ALL.stream()
                .filter(type -> type.tags() instanceof AwsType.Separate)
                .mapToLong(type -> LabEstate.regionsOf(type).size())
                .sum();
        assertThat(lab.calls()).filteredOn(calls("tag:GetResources")).hasSize((int) cells);
    }

    @Test
    void a_list_by_parents_asks_each_parent_once() throws Exception {
        scan(of("ecs:service", "eks:nodegroup"));

        assertThat(lab.calls()).filteredOn(calls("ecs:ListServices")).hasSize(3 * EACH);
        assertThat(lab.calls()).filteredOn(calls("eks:ListNodegroups")).hasSize(3 * EACH);
        assertThat(lab.calls()).filteredOn(calls("eks:DescribeNodegroup")).hasSize(3 * EACH);
    }

    private static String operation(AwsType type) {
        return type.listing().operation().name();
    }

    @Test
    void lists_a_bucket_in_its_own_region_and_nowhere_else() throws Exception {
        CollectingSink scan = scan(of("s3:bucket"));

        assertThat(tags(scan.resources()))
                .isEqualTo(truth(resource -> resource.type().name().equals("s3:bucket")));
        assertThat(scan.resources())
                .allMatch(bucket ->
                        bucket.name().contains(bucket.location().region().text()));
    }

    @Test
    void makes_no_call_outside_the_regions_of_the_scope() throws Exception {
        CollectingSink scan = scan(in(LabEstate.OREGON));

        assertThat(tags(scan.resources())).isEqualTo(truth(in(LabEstate.OREGON)::includes));
        assertThat(lab.calls()).extracting(LabCall::region).containsOnly("us-west-2");
    }

    @Test
    void makes_no_call_outside_the_regions_of_the_settings() throws Exception {
        try (AwsCloud one = lab.cloud(new AwsSettings(Set.of(LabEstate.VIRGINIA)))) {
            CollectingSink sink = new CollectingSink();
            one.inventory().scan(Scope.EVERYTHING, sink);
            one.inventory().scan(in(LabEstate.IRELAND), sink);
        }

        assertThat(lab.calls()).isNotEmpty().extracting(LabCall::region).containsOnly("us-east-1");
    }

    @Test
    void asks_for_the_enabled_regions_where_none_is_named_and_tells_which_were_read() throws Exception {
        try (AwsCloud everywhere = lab.cloud(AwsSettings.DEFAULT)) {
            CollectingSink sink = new CollectingSink();
            everywhere.inventory().scan(ALL, sink);

            assertThat(tags(sink.resources())).isEqualTo(truth(resource -> true));
            assertThat(lab.calls()).extracting(LabCall::operation).containsOnlyOnce("ec2:DescribeRegions");
            assertThat(RegionsRead.of(sink.finished()))
                    .containsExactly(new RegionsRead(
                            Cloud.AWS,
                            LabEstate.ACCOUNT,
                            List.of(LabEstate.IRELAND, Region.GLOBAL, LabEstate.VIRGINIA, LabEstate.OREGON)));
        }
    }

    @Test
    void asks_nobody_for_another_cloud_or_a_region_that_is_not_read() throws Exception {
        scan(new Scope(Set.of(Cloud.AZURE), Set.of(), Set.of(), Set.of()));
        scan(in(new Region("ap-south-1")));

        assertThat(lab.calls()).isEmpty();
    }

    @Test
    void reads_what_lies_in_no_region_where_only_that_is_asked_for() throws Exception {
        CollectingSink scan = scan(in(Region.GLOBAL));

        assertThat(scan.resources())
                .isNotEmpty()
                .allSatisfy(resource -> assertThat(resource.location().region()).isEqualTo(Region.GLOBAL));
        assertThat(lab.calls()).extracting(LabCall::region).containsOnly("us-east-1");
    }

    @Test
    void asks_only_who_it_is_where_the_scope_names_another_account() throws Exception {
        scan(new Scope(Set.of(), Set.of(new AccountId("999999999999")), Set.of(), Set.of()));

        assertThat(operations(lab.calls())).containsExactly("sts:GetCallerIdentity");
    }

    @Test
    void does_not_ask_for_tags_where_lists_carry_them_or_are_empty() throws Exception {
        scan(of("ec2:instance", "ec2:volume", "rds:db"));
        assertThat(operations(lab.calls())).doesNotContain("tag:GetResources");

        try (AwsLab emptyLab = new AwsLab(LabEstate.ofEverything(0));
                AwsCloud empty = emptyLab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            CollectingSink sink = new CollectingSink();
            empty.inventory().scan(ALL, sink);

            // of what lies in no Region only the accounts of the organisation, which has one endpoint for all Regions
            assertThat(sink.finished()).hasSize(AwsTypes.ALL.size() - GLOBAL_TYPES + 1);
            assertThat(operations(emptyLab.calls())).doesNotContain("tag:GetResources");
        }
    }

    @Test
    void asks_for_the_tags_of_the_types_in_scope_only() throws Exception {
        scan(of("sqs:queue"));

        assertThat(lab.calls())
                .filteredOn(calls("tag:GetResources"))
                .isNotEmpty()
                .allMatch(call -> call.mentions("sqs") && !call.mentions("sns") && !call.mentions("s3"));
    }

    @Test
    void r63_an_empty_page_with_a_token_is_no_end() throws Exception {
        // Firehose has no tokens: its lists go on after the last name of a page
        lab.paging().beginWithAnEmptyPage(call -> !call.service().equals("firehose"));

        assertThat(tags(scan().resources())).isEqualTo(truth(resource -> true));
    }

    @Test
    void plans_cells_before_it_reads_them_and_knows_its_account() throws Exception {
        assertThat(cloud.inventory().accounts()).containsExactly(LabEstate.ACCOUNT);
        assertThat(scan(in(LabEstate.IRELAND)).planned())
                .hasSize(AwsTypes.ALL.size() - GLOBAL_TYPES)
                .contains(new Extent.Cell(Cloud.AWS, LabEstate.ACCOUNT, LabEstate.IRELAND, S3Buckets.TYPE.type()));
    }

    @Test
    void never_tagged_is_known_to_have_no_tags() throws Exception {
        assertThat(scan(of("sns:topic")).resources())
                .filteredOn(topic -> topic.name().equals("name-005"))
                .hasSize(3)
                .allMatch(topic -> topic.tags().equals(TagReading.known(Map.of())));
    }
}
