package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.testkit.CollectingSink;
import io.tagcompliance.testkit.ContractEstate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every service has a wire format of its own for tags, and most have two ways to them. */
class AwsTagsTest {

    /** A resource of each type for each set of tags that is easily spoiled. */
    private static LabEstate awkward() {
        List<Map<String, String>> tags = ContractEstate.awkwardTags();
        return new LabEstate(AwsTypes.ALL.stream()
                .flatMap(type -> IntStream.range(0, tags.size())
                        .mapToObj(number -> LabEstate.resource(
                                type.type().name(),
                                LabEstate.regionsOf(type).getFirst(),
                                "name-" + number,
                                TagReading.known(tags.get(number)))))
                .toList());
    }

    private static CollectingSink scan(AwsLab lab) throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        try (AwsCloud cloud = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND, LabEstate.VIRGINIA)))) {
            cloud.inventory().scan(AwsLabTest.ALL, sink);
        }
        return sink;
    }

    @Test
    void keep_every_byte_in_each_format() throws Exception {
        LabEstate estate = awkward();
        try (AwsLab lab = new AwsLab(estate)) {
            assertThat(AwsLabTest.tags(scan(lab).resources())).isEqualTo(AwsLabTest.tags(estate.resources()));
        }
    }

    @Test
    void keep_every_byte_where_each_service_is_asked_itself() throws Exception {
        LabEstate estate = awkward();
        try (AwsLab lab = new AwsLab(estate)) {
            lab.disturb(AwsLabTest.calls("tag:GetResources"), LabFault.DENIED);

            assertThat(AwsLabTest.tags(scan(lab).resources())).isEqualTo(AwsLabTest.tags(estate.resources()));
        }
    }

    /** These chains are the longest of a scan, and one slow list is not to keep them waiting. */
    @Test
    void the_tags_of_large_types_are_read_while_another_list_is_still_to_open() throws Exception {
        CountDownLatch tagsAsked = new CountDownLatch(2);
        AtomicBoolean late = new AtomicBoolean();
        try (AwsLab lab = new AwsLab(LabEstate.ofEverything(LabPaging.PAGE + 2))) {
            lab.disturb(AwsLabTest.calls("tag:GetResources"), (call, answer, exchange) -> {
                tagsAsked.countDown();
                LabFault.send(exchange, answer);
            });
            lab.disturb(AwsLabTest.calls("glue:ListJobs"), (call, answer, exchange) -> {
                late.compareAndSet(false, !waits(tagsAsked));
                LabFault.send(exchange, answer);
            });
            CollectingSink scan = scan(lab);

            assertThat(late).isFalse();
            assertThat(scan.gaps()).isEmpty();
        }
    }

    /** Some lists give thousands on a page, of which the tags are many pages. */
    @Test
    void types_with_more_than_a_page_of_tags_have_a_chain_each_though_their_lists_have_one_page() throws Exception {
        TagReading tagged = TagReading.known(Map.of("Owner", "a"));
        LabEstate estate = new LabEstate(Stream.of("sqs:queue", "sns:topic")
                .flatMap(type -> IntStream.range(0, TaggedResources.PAGE + 1)
                        .mapToObj(number -> LabEstate.resource(type, LabEstate.IRELAND, "name-" + number, tagged)))
                .toList());
        try (AwsLab lab = new AwsLab(estate)) {
            lab.paging().ofSize(1_000);
            CollectingSink scan = scan(lab);

            assertThat(AwsLabTest.tags(scan.resources())).isEqualTo(AwsLabTest.tags(estate.resources()));
            assertThat(lab.calls())
                    .filteredOn(AwsLabTest.calls("tag:GetResources", LabEstate.IRELAND))
                    .anyMatch(call -> call.mentions("sqs"))
                    .anyMatch(call -> call.mentions("sns"))
                    .noneMatch(call -> call.mentions("sqs") && call.mentions("sns"));
        }
    }

    /** Lists and tags meet a thousand at a time. */
    @Test
    void a_type_of_more_than_two_thousand_has_all_of_them_with_the_tags_of_each() throws Exception {
        LabEstate estate = new LabEstate(IntStream.range(0, 2_001)
                .mapToObj(number -> LabEstate.resource(
                        "sqs:queue",
                        LabEstate.IRELAND,
                        "name-" + number,
                        TagReading.known(Map.of("Owner", "team-" + number))))
                .toList());
        try (AwsLab lab = new AwsLab(estate)) {
            lab.paging().ofSize(1_000);

            assertThat(AwsLabTest.tags(scan(lab).resources())).isEqualTo(AwsLabTest.tags(estate.resources()));
        }
    }

    private static Stream<Resource> tagged(String type, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> LabEstate.resource(
                        type, LabEstate.IRELAND, "name-" + number, TagReading.known(Map.of("Owner", "a"))));
    }

    /** The types that each call to the Tagging API names, whatever the order, in a scan of those. */
    private static List<Set<String>> typesOfTagCalls(Stream<Resource> estate) throws InterruptedException {
        List<Resource> resources = estate.toList();
        List<String> filters = List.of("sqs", "sns", "lambda:function", "dynamodb:table");
        try (AwsLab lab = new AwsLab(new LabEstate(resources))) {
            CollectingSink scan = AwsTrapsTest.scan(lab, "sqs:queue", "sns:topic", "lambda:function", "dynamodb:table");

            assertThat(AwsLabTest.tags(scan.resources())).isEqualTo(AwsLabTest.tags(resources));
            return lab.calls().stream()
                    .filter(AwsLabTest.calls("tag:GetResources"))
                    .map(call -> filters.stream().filter(call::mentions).collect(Collectors.toSet()))
                    .toList();
        }
    }

    @Test
    void small_types_share_one_call_that_names_them() throws Exception {
        assertThat(typesOfTagCalls(Stream.concat(tagged("sqs:queue", 3), tagged("sns:topic", 3))))
                .containsExactly(Set.of("sqs", "sns"));
    }

    @Test
    void a_type_of_many_pages_that_is_the_only_one_shares_its_chain_with_the_small_ones() throws Exception {
        assertThat(typesOfTagCalls(Stream.concat(tagged("sqs:queue", LabPaging.PAGE + 2), tagged("sns:topic", 3))))
                .containsExactly(Set.of("sqs", "sns"), Set.of("sqs", "sns"));
    }

    @Test
    void of_several_types_only_those_of_many_pages_have_a_chain_each() throws Exception {
        Stream<Resource> busy =
                Stream.of("sqs:queue", "lambda:function").flatMap(type -> tagged(type, LabPaging.PAGE + 2));
        Stream<Resource> small = Stream.of("sns:topic", "dynamodb:table").flatMap(type -> tagged(type, 3));

        assertThat(typesOfTagCalls(Stream.concat(busy, small)))
                .containsExactlyInAnyOrder(
                        Set.of("sqs"),
                        Set.of("sqs"),
                        Set.of("lambda:function"),
                        Set.of("lambda:function"),
                        Set.of("sns", "dynamodb:table"));
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void the_name_tag_names_what_has_no_name_of_its_own() throws Exception {
        TagReading named = TagReading.known(Map.of("Name", "till 7"));
        LabEstate estate = new LabEstate(Stream.of("ec2:instance", "ec2:volume", "s3:bucket")
                .map(type -> LabEstate.resource(type, LabEstate.IRELAND, "id-1", named))
                .toList());
        try (AwsLab lab = new AwsLab(estate)) {
            assertThat(scan(lab).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("till 7", "till 7", "id-1");
        }
    }

    @Test
    void an_instance_is_as_old_as_its_oldest_disk_and_what_aws_does_not_say_is_unknown() throws Exception {
        LabEstate estate = new LabEstate(Stream.of("ec2:instance", "sqs:queue")
                .map(type -> LabEstate.resource(type, LabEstate.IRELAND, "id-1", TagReading.known(Map.of())))
                .toList());
        try (AwsLab lab = new AwsLab(estate)) {
            assertThat(scan(lab).resources())
                    .extracting(Resource::creation)
                    .containsExactlyInAnyOrder(
                            new Creation.At(Instant.parse("2025-06-07T08:09:10Z")), Creation.UNKNOWN);
        }
    }

    @Test
    void what_is_being_deleted_is_no_resource() throws Exception {
        LabEstate estate = new LabEstate(Stream.of("ec2:volume", "rds:db")
                .map(type -> LabEstate.resource(type, LabEstate.IRELAND, "gone-1", TagReading.known(Map.of())))
                .toList());
        try (AwsLab lab = new AwsLab(estate)) {
            CollectingSink scan = scan(lab);

            assertThat(scan.resources()).isEmpty();
            assertThat(scan.gaps()).isEmpty();
            assertThat(lab.calls())
                    .filteredOn(AwsLabTest.calls("ec2:DescribeInstances"))
                    .allMatch(call -> call.mentions("stopped") && !call.mentions("terminated"));
        }
    }
}
