package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.Abstention;
import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.Advice;
import io.tagcompliance.core.advice.Evidence;
import io.tagcompliance.core.advice.EvidenceClass;
import io.tagcompliance.core.advice.SuggestRequest;
import io.tagcompliance.core.advice.TagSuggestion;
import io.tagcompliance.core.advice.TagSuggestions;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.spi.CreatorLog.Creator;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What resources of the same creator tell, where nothing else does. */
class CreatorEvidenceTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final TagPolicy OWNER = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
    private static final Map<String, String> A = Map.of("Owner", "team-a");
    private static final Map<String, String> B = Map.of("Owner", "team-b");

    /** The letter with which a name begins tells who made it. */
    private static Creator byFirstLetter(Resource resource) {
        return CreatorsInMemory.by("mallory-" + resource.name().charAt(0), resource);
    }

    private static Tagged twoTeams() {
        return new Tagged()
                .with(6, "sqs:queue a", A)
                .with(6, "sqs:queue b", B)
                .with("sqs:queue b-x", Map.of("Owner", ""));
    }

    /** Names tell nothing, since the last one's has no word of theirs. */
    private static Tagged namedApart(Tagged estate, String last) {
        return estate.but(1, resource -> Estates.resource("eu-west-1 sqs:queue " + last, resource.tags()));
    }

    @Test
    void the_team_of_whoever_made_it_is_suggested_where_only_that_tells() throws InterruptedException {
        CreatorsInMemory cloud =
                CreatorsInMemory.of(namedApart(twoTeams(), "bx").resources(), CreatorEvidenceTest::byFirstLetter);

        TagSuggestions found = ask(cloud, "bx");

        assertThat(suggestions(found)).singleElement().satisfies(one -> {
            assertThat(one.value()).isEqualTo("team-b");
            assertThat(one.evidence())
                    .singleElement()
                    .satisfies(evidence -> assertThat(evidence)
                            .returns(EvidenceClass.CREATOR, Evidence::kind)
                            .returns("", Evidence::by)
                            .returns(6, Evidence::votes)
                            .returns(6, Evidence::of));
            assertThat(one.evidence().getFirst().precision().trials()).isEqualTo(12);
            assertThat(one.confidence()).isBetween(0.5, 0.9);
        });
        assertThat(found.toString()).doesNotContain("mallory");
    }

    @Test
    void creators_who_work_for_several_teams_tell_nothing() throws InterruptedException {
        CreatorsInMemory cloud = CreatorsInMemory.of(
                namedApart(twoTeams(), "bx").resources(), resource -> CreatorsInMemory.by("pipeline", resource));

        assertThat(why(ask(cloud, "bx"))).isEqualTo(Why.SPLIT);
    }

    @Test
    void creators_that_were_wrong_where_it_could_be_checked_are_not_relied_on() throws InterruptedException {
        Tagged estate = new Tagged()
                .with(4, "sqs:queue a", A)
                .with(2, "sqs:queue a-odd", B)
                .with(4, "sqs:queue c", B)
                .with(2, "sqs:queue c-odd", A)
                .with("sqs:queue x", Map.of());
        CreatorsInMemory cloud =
                CreatorsInMemory.of(namedApart(estate, "ax").resources(), CreatorEvidenceTest::byFirstLetter);

        assertThat(why(ask(cloud, "ax"))).isEqualTo(Why.NOT_SURE_ENOUGH);
    }

    @Test
    void an_unknown_creator_is_no_evidence_and_nobody_else_is_looked_up() throws InterruptedException {
        for (Function<Resource, Creator> log : List.<Function<Resource, Creator>>of(
                resource -> new Creator.Forgotten(resource.id()),
                resource -> new Creator.Unreadable(resource.id(), Estates.DENIED))) {
            CreatorsInMemory cloud =
                    CreatorsInMemory.of(namedApart(twoTeams(), "bx").resources(), log);

            assertThat(why(ask(cloud, "bx"))).isEqualTo(Why.SPLIT);
            assertThat(cloud.asked()).containsExactly("bx");
        }
    }

    @Test
    void others_of_unknown_creators_have_no_vote() throws InterruptedException {
        CreatorsInMemory cloud = CreatorsInMemory.of(
                namedApart(twoTeams(), "bx").resources(),
                resource -> resource.name().equals("bx")
                        ? CreatorsInMemory.by("mallory", resource)
                        : new Creator.Forgotten(resource.id()));

        assertThat(why(ask(cloud, "bx"))).isEqualTo(Why.SPLIT);
    }

    @Test
    void the_log_is_not_asked_where_the_scan_tells_enough_or_nothing_is_lacking() throws InterruptedException {
        Tagged estate = new Tagged().with(12, "sqs:queue a", A).with("sqs:queue x", Map.of());
        CreatorsInMemory cloud = CreatorsInMemory.of(estate.resources(), CreatorEvidenceTest::byFirstLetter);

        assertThat(suggestions(ask(cloud, "x", "a-1"))).hasSize(1);
        assertThat(cloud.asked()).isEmpty();
    }

    @Test
    void the_log_is_not_asked_for_keys_that_the_policy_does_not_name() throws InterruptedException {
        CreatorsInMemory cloud =
                CreatorsInMemory.of(namedApart(twoTeams(), "bx").resources(), CreatorEvidenceTest::byFirstLetter);
        try (TagCompliance compliance =
                TagCompliance.judgedBy(OWNER).reading(cloud).build()) {
            String id = Estates.id("sqs", "eu-west-1", "bx").text();

            assertThat(why(compliance
                            .suggestions()
                            .suggest(SuggestRequest.of(List.of(id), List.of(new TagKey("Fancy"))), Patience.UNLIMITED)))
                    .isEqualTo(Why.NO_EVIDENCE);
        }
        assertThat(cloud.asked()).isEmpty();
    }

    @Test
    void a_few_are_looked_up_those_first_that_were_made_about_the_same_time() throws InterruptedException {
        Tagged estate = new Tagged()
                .with(40, "sqs:queue a", A)
                .but(40, Tagged.made("2026-01-01T00:00:00Z"))
                .with(40, "sqs:queue b", B)
                .but(40, Tagged.made("2026-11-01T00:00:00Z"))
                .with(7, "sqs:queue x", Map.of());
        estate.but(
                7,
                resource -> Tagged.made("2026-11-02T00:00:00Z")
                        .apply(Estates.resource(
                                "eu-west-1 sqs:queue b" + resource.name().replace("-", ""), resource.tags())));
        CreatorsInMemory cloud = CreatorsInMemory.of(estate.resources(), CreatorEvidenceTest::byFirstLetter);

        TagSuggestions found = ask(cloud, "bx1", "bx2", "bx3", "bx4", "bx5", "bx6", "bx7");

        assertThat(cloud.asked()).hasSize(20).doesNotHaveDuplicates().startsWith("bx1", "bx2", "bx3", "bx4", "bx5");
        assertThat(cloud.asked().subList(5, 20)).allMatch(name -> name.startsWith("b-"));
        assertThat(suggestions(found))
                .hasSize(5)
                .extracting(TagSuggestion::value)
                .containsOnly("team-b");
    }

    private static TagCompliance remembering(CreatorsInMemory cloud) {
        SettableClock clock = new SettableClock(NOON);
        return TagCompliance.judgedBy(OWNER)
                .reading(cloud)
                .remembering(new InMemoryCache(clock), Retention.DEFAULT)
                .at(clock)
                .build();
    }

    @Test
    void what_was_looked_up_is_not_asked_again_while_the_scan_is_remembered() throws InterruptedException {
        CreatorsInMemory cloud =
                CreatorsInMemory.of(namedApart(twoTeams(), "bx").resources(), CreatorEvidenceTest::byFirstLetter);
        try (TagCompliance compliance = remembering(cloud)) {
            TagSuggestions first = ask(compliance, "bx");
            assertThat(cloud.asked()).hasSize(13);

            assertThat(ask(compliance, "bx").resources()).isEqualTo(first.resources());
            assertThat(cloud.asked()).hasSize(13);
        }
    }

    @Test
    void what_could_not_be_read_keeps_nothing_else_from_being_asked() throws InterruptedException {
        Tagged estate =
                new Tagged().with(6, "sqs:queue a", A).with(6, "sqs:queue b", B).with(7, "sqs:queue x", Map.of());
        CreatorsInMemory cloud = CreatorsInMemory.of(
                estate.resources(), resource -> new Creator.Unreadable(resource.id(), Estates.DENIED));
        try (TagCompliance compliance = remembering(cloud)) {
            String[] all = {"x-1", "x-2", "x-3", "x-4", "x-5", "x-6", "x-7"};
            ask(compliance, all);
            ask(compliance, all);
        }
        assertThat(cloud.asked()).hasSize(10).contains(new String[] {"x-6", "x-7"});
    }

    @Test
    void the_same_name_in_another_account_is_somebody_else() throws InterruptedException {
        Tagged estate = new Tagged()
                .with(6, "sqs:queue a", A)
                .but(6, Tagged.in("222222222222"))
                .with(6, "sqs:queue b", B)
                .with(6, "sqs:queue c", A)
                .with("sqs:queue x", Map.of());
        CreatorsInMemory cloud =
                CreatorsInMemory.of(namedApart(estate, "ax").resources(), CreatorEvidenceTest::byFirstLetter);

        assertThat(why(ask(cloud, "ax"))).isEqualTo(Why.SPLIT);
        assertThat(cloud.asked()).hasSize(13).noneMatch(name -> name.startsWith("a-"));
    }

    private static TagSuggestions ask(CreatorsInMemory cloud, String... queues) throws InterruptedException {
        try (TagCompliance compliance =
                TagCompliance.judgedBy(OWNER).reading(cloud).build()) {
            return ask(compliance, queues);
        }
    }

    private static TagSuggestions ask(TagCompliance compliance, String... queues) throws InterruptedException {
        List<String> ids = List.of(queues).stream()
                .map(name -> Estates.id("sqs", "eu-west-1", name).text())
                .toList();
        return compliance.suggestions().suggest(SuggestRequest.of(ids, List.of()), Patience.UNLIMITED);
    }

    private static List<TagSuggestion> suggestions(TagSuggestions found) {
        return found.resources().stream()
                .flatMap(one -> ((Advice.Given) one).suggestions().stream())
                .toList();
    }

    private static Why why(TagSuggestions found) {
        Advice.Given given = (Advice.Given) found.resources().getFirst();
        assertThat(given.suggestions()).isEmpty();
        return given.abstained().stream().map(Abstention::why).findFirst().orElseThrow();
    }
}
