package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.testkit.CollectingSink;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Resource Explorer as a guide to what has to be asked. */
@Timeout(60)
class AwsGuideTest {
    private static final Region VIRGINIA = LabEstate.VIRGINIA;
    private final Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
    private static final LabEstate ESTATE =
            new LabEstate(Stream.concat(queues(LabEstate.IRELAND, 1_200), Stream.of(topic(), table()))
                    .toList());

    private final AwsLab lab = new AwsLab(ESTATE);
    private final AwsCloud cloud = lab.cloud(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)));

    private static Stream<Resource> queues(Region region, int many) {
        return IntStream.range(0, many)
                .mapToObj(number ->
                        LabEstate.resource("sqs:queue", region, "queue-%04d".formatted(number), LabEstate.untagged()));
    }

    private static Resource topic() {
        return LabEstate.resource("sns:topic", LabEstate.OREGON, "unknown-to-the-index", LabEstate.untagged());
    }

    private static Resource table() {
        return LabEstate.resource("dynamodb:table", VIRGINIA, "table", LabEstate.untagged());
    }

    @AfterEach
    void close() {
        cloud.close();
        lab.close();
    }

    private CollectingSink scan() throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        cloud.inventory().scan(Scope.EVERYTHING, sink);
        return sink;
    }

    private List<LabCall> calls(Predicate<LabCall> some) {
        return lab.calls().stream().filter(some).toList();
    }

    private static Predicate<LabCall> service(String name) {
        return call -> call.service().equals(name);
    }

    private Guide guide() {
        AwsEstate estate =
                AwsEstate.of(AwsAccess.of(new AwsSettings(new LinkedHashSet<>(LabEstate.REGIONS)), lab.connection()));
        try (estate) {
            Account own = estate.accounts().own(Scope.EVERYTHING);
            return new ResourceExplorer(Place.of(estate.access(), own, LabEstate.IRELAND), LabEstate.REGIONS::contains)
                    .guide();
        }
    }

    @Test
    void asks_only_where_the_index_has_something_and_finds_everything() throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources()).hasSize(ESTATE.resources().size());
        assertThat(scan.censuses()).singleElement().satisfies(census -> {
            assertThat(census.method()).isEqualTo(new Census.Method.Indexed(anHourAgo));
            assertThat(census.unread()).containsExactly(Map.entry("iot:thing", 1));
        });
        assertThat(calls(service("lambda"))).isEmpty();
        assertThat(calls(service("dynamodb"))).extracting(LabCall::region).containsOnly("us-east-1");
    }

    @Test
    void asks_for_everything_in_a_region_that_has_no_index_of_its_own() throws Exception {
        lab.explorer().index(resource -> !resource.location().region().equals(LabEstate.IRELAND), anHourAgo);
        lab.explorer().forgetTheIndexOf(LabEstate.IRELAND);

        assertThat(scan().resources()).hasSize(ESTATE.resources().size());
        assertThat(calls(service("lambda"))).extracting(LabCall::region).containsOnly("eu-west-1");
    }

    @Test
    void asks_for_everything_in_a_region_whose_index_is_new_or_being_changed() throws Exception {
        lab.explorer().index(resource -> !resource.location().region().equals(LabEstate.IRELAND), anHourAgo);
        lab.explorer().make(LabEstate.IRELAND, Instant.now().minus(Duration.ofHours(35)));
        lab.explorer().update(LabEstate.OREGON);

        assertThat(scan().resources()).hasSize(ESTATE.resources().size());
        assertThat(calls(service("lambda"))).extracting(LabCall::region).containsOnly("eu-west-1", "us-west-2");
    }

    @Test
    void an_aggregator_that_is_being_filled_is_no_guide_at_all() throws Exception {
        lab.explorer().index(resource -> false, anHourAgo);
        lab.explorer().make(LabEstate.VIRGINIA, anHourAgo);

        CollectingSink scan = scan();

        assertThat(scan.resources()).hasSize(ESTATE.resources().size());
        assertThat(scan.censuses())
                .singleElement()
                .satisfies(census -> assertThat(census.method()).isInstanceOf(Census.Method.Listed.class));
    }

    @Test
    void an_index_that_does_not_say_when_it_was_made_is_no_guide_in_its_region() throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);
        lab.disturb(call -> call.path().equals("/GetIndex") && call.region().equals("eu-west-1"), LabFault.DENIED);

        assertThat(scan().resources()).hasSize(ESTATE.resources().size());
        assertThat(calls(service("lambda"))).extracting(LabCall::region).containsOnly("eu-west-1");
    }

    @Test
    void says_when_it_heard_last_of_the_region_of_which_it_heard_least_lately() throws Exception {
        Instant tenHoursAgo = Instant.now().minus(Duration.ofHours(10));
        lab.explorer().index(resource -> true, anHourAgo);
        lab.explorer().lag(LabEstate.OREGON, tenHoursAgo);

        assertThat(scan().censuses())
                .singleElement()
                .satisfies(census -> assertThat(census.method()).isEqualTo(new Census.Method.Indexed(tenHoursAgo)));
    }

    @Test
    void asks_for_everything_in_a_region_of_which_it_heard_nothing_lately() throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);
        lab.explorer().lag(LabEstate.OREGON, Instant.now().minus(Duration.ofDays(3)));

        assertThat(scan().censuses())
                .singleElement()
                .satisfies(census -> assertThat(census.method()).isEqualTo(new Census.Method.Indexed(anHourAgo)));
        assertThat(calls(service("lambda"))).extracting(LabCall::region).containsOnly("us-west-2");
    }

    @Test
    void asks_everywhere_for_a_divided_type_of_which_it_does_not_know_every_part() throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);
        scan();
        assertThat(calls(service("elasticloadbalancing"))).isEmpty();

        lab.explorer().forgetTheType("elasticloadbalancing:loadbalancer/gwy");
        scan();
        assertThat(calls(service("elasticloadbalancing")))
                .extracting(LabCall::region)
                .contains("eu-west-1", "us-east-1", "us-west-2");
    }

    @Test
    void asks_everywhere_for_types_to_which_the_index_is_blind() throws Exception {
        lab.explorer().index(resource -> !resource.type().name().equals("sns:topic"), anHourAgo);

        assertThat(scan().resources())
                .filteredOn(resource -> resource.type().name().equals("sns:topic"))
                .hasSize(1);
        assertThat(calls(service("sns"))).extracting(LabCall::region).contains("eu-west-1", "us-east-1", "us-west-2");
    }

    @Test
    void reads_five_hundred_a_page_since_a_page_of_a_thousand_comes_without_a_token() {
        lab.explorer().index(resource -> true, anHourAgo);

        assertThat(guide()).isInstanceOfSatisfying(Guide.Index.class, index -> {
            assertThat(index.found())
                    .containsEntry(new Guide.Spot(new ResourceType("sqs:queue"), LabEstate.IRELAND), 1_200);
            assertThat(index.unread()).containsEntry("iot:thing", 1);
            assertThat(index.asOf()).isEqualTo(anHourAgo);
        });
        assertThat(calls(call -> call.path().equals("/ListResources")))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.number("MaxResults")).isEqualTo("500"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
    void takes_no_view_that_leaves_something_out_or_has_no_tags_and_lists_everything(LabView trap) throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);
        lab.explorer().view(trap);

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources()).hasSize(ESTATE.resources().size());
        assertThat(scan.censuses()).singleElement().satisfies(census -> {
            assertThat(census.method()).isEqualTo(new Census.Method.Listed());
            assertThat(census.limit()).contains("no unfiltered view with tags");
        });
        assertThat(calls(call -> call.path().equals("/ListResources"))).isEmpty();
    }

    @Test
    void takes_the_whole_view_among_traps() {
        lab.explorer().index(resource -> true, anHourAgo);

        assertThat(guide()).isInstanceOf(Guide.Index.class);
        assertThat(calls(call -> call.path().equals("/ListResources")))
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(call.field("ViewArn")).isEqualTo(LabView.WHOLE.arn(LabEstate.ACCOUNT.text())));
    }

    @Test
    void a_view_that_refuses_is_no_guide_and_everything_is_listed() throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);
        lab.disturb(
                call -> call.path().equals("/ListResources"),
                (call, answer, exchange) -> LabFault.send(exchange, LabAnswer.error(call, 400, "ValidationException")));

        CollectingSink scan = scan();

        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.resources()).hasSize(ESTATE.resources().size());
        assertThat(scan.censuses()).singleElement().satisfies(census -> {
            assertThat(census.method()).isEqualTo(new Census.Method.Listed());
            assertThat(census.limit()).contains("Resource Explorer was not used");
        });
        assertThat(calls(call -> call.path().equals("/ListResources"))).hasSize(1);
    }

    @Test
    void never_searches_since_a_search_stops_at_a_thousand_without_a_word() throws Exception {
        lab.explorer().index(resource -> true, anHourAgo);

        assertThat(scan().resources())
                .hasSizeGreaterThan(1_000)
                .hasSize(ESTATE.resources().size());
        assertThat(calls(service("resource-explorer-2")))
                .extracting(LabCall::action)
                .contains("ListResources")
                .doesNotContain("Search");
    }

    @Test
    void an_index_that_heard_of_nothing_lately_is_no_guide() throws Exception {
        lab.explorer().index(resource -> false, Instant.now().minus(Duration.ofDays(3)));

        assertThat(scan().resources()).hasSize(ESTATE.resources().size());
    }

    @Test
    void an_account_without_resource_explorer_is_listed_in_full_at_the_cost_of_one_call() throws Exception {
        lab.disturb(service("resource-explorer-2"), LabFault.BAD_GATEWAY);

        CollectingSink scan = scan();

        assertThat(scan.resources()).hasSize(ESTATE.resources().size());
        assertThat(scan.censuses()).singleElement().satisfies(census -> {
            assertThat(census.method()).isEqualTo(new Census.Method.Listed());
            assertThat(census.limit()).contains("not at all").contains("Resource Explorer was not used");
        });
        assertThat(calls(service("resource-explorer-2"))).hasSize(1);
    }

    @Test
    void says_that_what_lies_in_no_region_is_not_read_where_its_region_is_left_out() throws Exception {
        CollectingSink sink = new CollectingSink();
        try (AwsCloud ireland = lab.cloud(new AwsSettings(Set.of(LabEstate.IRELAND)))) {
            ireland.inventory().scan(Scope.EVERYTHING, sink);
        }

        assertThat(sink.censuses())
                .singleElement()
                .satisfies(census -> assertThat(census.limit()).contains("us-east-1 is not among aws_regions"));
        assertThat(scan().censuses())
                .singleElement()
                .satisfies(census -> assertThat(census.limit()).doesNotContain("aws_regions"));
    }

    @Test
    void a_view_in_a_region_that_is_not_read_is_not_asked() {
        lab.explorer().index(resource -> true, anHourAgo);
        AwsEstate estate = AwsEstate.of(AwsAccess.of(AwsSettings.DEFAULT, lab.connection()));
        try (estate) {
            Account own = estate.accounts().own(Scope.EVERYTHING);
            Guide guide = new ResourceExplorer(
                            Place.of(estate.access(), own, LabEstate.IRELAND), LabEstate.IRELAND::equals)
                    .guide();

            assertThat(guide).isInstanceOf(Guide.Nothing.class);
        }
        assertThat(calls(service("resource-explorer-2")))
                .extracting(LabCall::region)
                .containsOnly("eu-west-1");
    }
}
