package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.advice.Abstention;
import io.tagcompliance.core.advice.Abstention.Why;
import io.tagcompliance.core.advice.Advice;
import io.tagcompliance.core.advice.Evidence;
import io.tagcompliance.core.advice.EvidenceClass;
import io.tagcompliance.core.advice.SuggestRequest;
import io.tagcompliance.core.advice.TagSuggestion;
import io.tagcompliance.core.resource.ParentLink;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each kind of evidence suggests, and where nothing is. */
class SuggestTagsTest {
    private static final TagPolicy OWNER = Estates.policy("\"required_tags\":[{\"name\":\"Owner\"}]");
    private static final Map<String, String> A = Map.of("Owner", "team-a");
    private static final Map<String, String> B = Map.of("Owner", "team-b");
    private static final Map<String, String> NONE = Map.of();
    private static final String STACK = "aws:cloudformation:stack-name";

    @Test
    void what_is_of_one_stack_has_the_tags_of_that_stack() throws InterruptedException {
        Tagged estate = new Tagged()
                .with(6, "sqs:queue a", Map.of(STACK, "shop", "Owner", "team-a"))
                .with(6, "sqs:queue b", Map.of(STACK, "etl", "Owner", "team-b"))
                .with("sqs:queue x", Map.of(STACK, "shop"));

        assertSuggests(estate, "team-a", EvidenceClass.HARD_LINK, "stack");
    }

    @Test
    void a_volume_has_the_tags_of_the_machine_that_it_is_attached_to() throws InterruptedException {
        Tagged estate = new Tagged();
        for (String id : List.of("i-1", "i-2", "i-3", "i-4", "i-5", "i-6")) {
            Map<String, String> tags = id.equals("i-6") ? A : B;
            estate.with("ec2:instance instance/" + id, tags)
                    .with("ec2:volume vol-" + id, tags)
                    .but(1, Tagged.of(ParentLink.Kind.INSTANCE, id));
        }
        estate.with("ec2:volume x", NONE).but(1, Tagged.of(ParentLink.Kind.INSTANCE, "i-6"));

        assertSuggests(estate, "team-a", EvidenceClass.HARD_LINK, "instance");
    }

    @Test
    void the_tags_of_the_account_itself_are_evidence() throws InterruptedException {
        Tagged estate = new Tagged()
                .with("organizations:account account/o-1/111111111111", A)
                .with(5, "sqs:queue q", A)
                .with("sqs:queue x", NONE);

        assertThat(evidence(estate)).extracting(Evidence::kind).contains(EvidenceClass.PARENT_TAGS);
    }

    @Test
    void an_account_or_a_group_of_one_mind_is_evidence() throws InterruptedException {
        Tagged estate = new Tagged()
                .with(6, "sqs:queue q", A)
                .but(6, Tagged.inGroup("web"))
                .with("sns:topic x", NONE)
                .but(1, Tagged.inGroup("WEB"));

        assertSuggests(estate, "team-a", EvidenceClass.RESOURCE_GROUP, "");
        assertSuggests(estate, "team-a", EvidenceClass.ACCOUNT, "");
    }

    @Test
    void another_tag_tells_the_value() throws InterruptedException {
        Tagged estate = new Tagged()
                .with(6, "sqs:queue q", Map.of("Application", "web", "Owner", "team-a"))
                .with(6, "sqs:queue r", Map.of("Application", "etl", "Owner", "team-b"))
                .with("sns:topic x", Map.of("Application", "etl"));

        assertSuggests(estate, "team-b", EvidenceClass.CO_OCCURRENCE, "application");
    }

    @Test
    void those_of_its_type_in_the_account_are_evidence() throws InterruptedException {
        Tagged estate =
                new Tagged().with(6, "sqs:queue q", A).with(6, "sns:topic t", B).with("sqs:queue x", NONE);

        assertSuggests(estate, "team-a", EvidenceClass.NEIGHBOURS, "");
    }

    @Test
    void a_whole_word_of_the_name_is_evidence_and_a_part_of_one_is_not() throws InterruptedException {
        Tagged estate = new Tagged().with(6, "sqs:queue prod-q", A).with(6, "sqs:queue product-q", B);

        assertSuggests(copy(estate).with("sns:topic prod-x", NONE), "team-a", EvidenceClass.NAME, "");
        assertSuggests(copy(estate).with("sns:topic product-x", NONE), "team-b", EvidenceClass.NAME, "");
        assertThat(abstention(copy(estate).with("sns:topic preprod-domain", NONE)))
                .isEqualTo(Why.SPLIT);
    }

    /** Where all that is known agrees and was right as often, the strongest kind of evidence comes first. */
    @Test
    void evidence_stands_in_the_order_of_its_strength() throws InterruptedException {
        Map<String, String> web = Map.of("Application", "web");
        Map<String, String> webOfA = Map.of("Application", "web", "Owner", "team-a");
        Tagged grouped = new Tagged().with(12, "sqs:queue shop-q", webOfA).but(12, Tagged.inGroup("g"));
        Tagged ofOneMind = new Tagged().with(12, "sqs:queue shop-q", webOfA);
        Tagged ofTwo = copy(ofOneMind).with(12, "sns:topic etl-t", Map.of("Application", "etl", "Owner", "team-b"));

        assertThat(kinds(copy(stacks())
                        .with("sqs:queue shop-x", Map.of(STACK, "s1", "Application", "web"))
                        .but(1, Tagged.inGroup("g"))))
                .startsWith(EvidenceClass.HARD_LINK, EvidenceClass.PARENT_TAGS);
        assertThat(kinds(copy(grouped).with("sqs:queue shop-x", web).but(1, Tagged.inGroup("g"))))
                .containsExactly(EvidenceClass.RESOURCE_GROUP, EvidenceClass.ACCOUNT, EvidenceClass.CO_OCCURRENCE);
        assertThat(kinds(copy(ofOneMind).with("sqs:queue shop-x", web)))
                .containsExactly(EvidenceClass.ACCOUNT, EvidenceClass.CO_OCCURRENCE, EvidenceClass.NEIGHBOURS);
        assertThat(kinds(copy(ofTwo).with("sqs:queue shop-x", web)))
                .containsExactly(EvidenceClass.CO_OCCURRENCE, EvidenceClass.NEIGHBOURS, EvidenceClass.NAME);
    }

    /** Six of two queues each, in a group, in an account that has the tag itself. */
    private static Tagged stacks() {
        Tagged estate = new Tagged().with("organizations:account account/o-1/111111111111", A);
        for (int stack = 1; stack <= 6; stack++) {
            Map<String, String> tags = Map.of(STACK, "s" + stack, "Application", "web", "Owner", "team-a");
            estate.with(2, "sqs:queue shop-q" + stack, tags).but(2, Tagged.inGroup("g"));
        }
        return estate;
    }

    private static List<EvidenceClass> kinds(Tagged estate) throws InterruptedException {
        return evidence(estate).stream().map(Evidence::kind).toList();
    }

    @Test
    void nobody_votes_for_itself() throws InterruptedException {
        Tagged estate = new Tagged().with(3, "sqs:queue q", A).with("sqs:queue x", Map.of("Owner", ""));

        assertThat(abstention(estate)).isEqualTo(Why.NOT_SURE_ENOUGH);
        assertThat(abstention(new Tagged().with(2, "sqs:queue q", A).with("sqs:queue x", NONE)))
                .isEqualTo(Why.TOO_FEW_VOTES);
    }

    @Test
    void a_stack_of_a_hundred_has_one_vote_outside_of_itself() throws InterruptedException {
        Map<String, String> inStack = Map.of(STACK, "shop", "Application", "web", "Owner", "team-a");
        Tagged estate =
                new Tagged().with(100, "sqs:queue q", inStack).with("sns:topic x", Map.of("Application", "web"));

        assertThat(abstention(estate)).isEqualTo(Why.TOO_FEW_VOTES);
    }

    @Test
    void of_an_account_of_which_nothing_is_known_nothing_is_said() throws InterruptedException {
        Tagged estate = new Tagged();
        for (int account = 1; account <= 6; account++) {
            estate.with(8, "sqs:queue q" + account + "app", Map.of("Owner", "team-" + account))
                    .but(8, Tagged.in("22222222222" + account));
        }
        estate.with("sqs:queue x-app", NONE).but(1, Tagged.in("333333333333"));

        assertThat(abstention(estate)).isEqualTo(Why.NO_EVIDENCE);
    }

    @Test
    void what_holds_over_accounts_is_said_in_a_new_one_and_what_does_not_is_not() throws InterruptedException {
        Tagged estate = new Tagged();
        for (int account = 1; account <= 6; account++) {
            estate.with(3, "sqs:queue a" + account + "q", Map.of("Application", "web", "Team", "t", "Owner", "team-a"))
                    .with(
                            3,
                            "sqs:queue b" + account + "q",
                            Map.of("Application", "etl", "Team", "t", "Owner", "team-b"))
                    .but(6, Tagged.in("22222222222" + account));
        }
        Tagged known =
                copy(estate).with("sqs:queue x", Map.of("Application", "etl")).but(1, Tagged.in("333333333333"));
        Tagged unknown = copy(estate).with("sqs:queue x", Map.of("Team", "t")).but(1, Tagged.in("333333333333"));

        assertSuggests(known, "team-b", EvidenceClass.CO_OCCURRENCE_ELSEWHERE, "application");
        assertThat(abstention(unknown)).isEqualTo(Why.SPLIT);
    }

    @Test
    void split_votes_say_nothing() throws InterruptedException {
        assertThat(abstention(new Tagged()
                        .with(6, "sqs:queue q", A)
                        .with(6, "sqs:queue q2", B)
                        .with("sqs:queue x", NONE)))
                .isEqualTo(Why.SPLIT);
    }

    @Test
    void a_value_that_is_not_allowed_on_that_resource_is_not_suggested() throws InterruptedException {
        TagPolicy policy = Estates.policy("\"required_tags\":[{\"name\":\"Owner\",\"applies_to\":[\"sqs:queue\"]},"
                + "{\"name\":\"Owner\",\"allowed_values\":[\"team-b\"],\"applies_to\":[\"sns:topic\"]}]");
        Tagged estate = new Tagged().with(6, "sqs:queue q", A).with("sns:topic x", NONE);

        assertThat(given(policy, estate).suggestions()).isEmpty();
        assertThat(given(policy, estate).abstained().getFirst().why()).isEqualTo(Why.NOT_ALLOWED);
    }

    @Test
    void a_value_that_a_rule_across_tags_forbids_is_not_suggested() throws InterruptedException {
        TagPolicy policy = Estates.policy(
                "\"required_tags\":[{\"name\":\"Owner\"}],\"conditional_tags\":[{\"id\":\"c\","
                        + "\"when\":{\"tag\":\"Legacy\",\"present\":true},\"require\":{\"name\":\"Owner\",\"allowed_values\":[\"team-b\"]}}]");
        Tagged estate = new Tagged().with(6, "sqs:queue q", A).with("sqs:queue x", Map.of("Legacy", "yes"));

        assertThat(given(policy, estate).suggestions()).isEmpty();
        assertThat(given(policy, estate).abstained().getFirst().why()).isEqualTo(Why.NOT_ALLOWED);
    }

    @Test
    void a_value_is_suggested_as_the_policy_spells_it() throws InterruptedException {
        TagPolicy policy = Estates.policy("\"required_tags\":[{\"name\":\"Owner\",\"allowed_values\":[\"Team-A\"],"
                + "\"enforcement\":{\"case_sensitive\":false}}]");
        Tagged estate = new Tagged().with(6, "sqs:queue q", A).with("sqs:queue x", NONE);

        assertThat(given(policy, estate).suggestions().getFirst().value()).isEqualTo("Team-A");
    }

    @Test
    void keys_of_the_cloud_protected_ones_and_right_ones_are_left_alone() throws InterruptedException {
        Tagged estate = new Tagged().with(6, "sqs:queue q", A).with("sqs:queue x", B);
        TagKey owner = new TagKey("Owner");
        SuggestRequest request = new SuggestRequest(
                List.of(last(estate).id().text()),
                List.of(owner, new TagKey("OWNER"), new TagKey(STACK)),
                Set.of(new TagKey("owner")),
                Freshness.REMEMBERED_WILL_DO);

        assertThat(ask(OWNER, estate, request).abstained())
                .extracting(Abstention::why)
                .containsExactly(Why.PROTECTED_KEY, Why.PROTECTED_KEY, Why.SYSTEM_KEY);
        assertThat(ask(OWNER, estate, request(estate, List.of(owner))).abstained())
                .containsExactly(new Abstention(owner, Why.ALREADY_RIGHT));
        assertThat(ask(OWNER, estate, request(estate, List.of())).abstained()).isEmpty();
    }

    @Test
    void of_unknown_tags_nobody_knows_what_they_lack() throws InterruptedException {
        Tagged estate =
                new Tagged().with(6, "sqs:queue q", A).with("sqs:queue x", NONE).but(1, SuggestTagsTest::unread);

        assertThat(abstention(estate)).isEqualTo(Why.TAGS_UNKNOWN);
    }

    @Test
    void what_is_not_there_is_told_from_what_could_not_be_read_and_from_no_identifier() throws InterruptedException {
        Tagged estate = new Tagged().with("sqs:queue x", A);
        String gone = Estates.id("sqs", "eu-west-1", "gone").text();
        try (TagCompliance compliance = TagCompliance.judgedBy(OWNER)
                .reading(InMemoryCloud.of(estate.resources()))
                .build()) {
            assertThat(compliance
                            .suggestions()
                            .suggest(SuggestRequest.of(List.of("i-1", gone), List.of()), Patience.UNLIMITED)
                            .resources())
                    .hasExactlyElementsOfTypes(Advice.NoIdentifier.class, Advice.Absent.class);
        }
        assertThatThrownBy(() -> SuggestRequest.of(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Resource unread(Resource resource) {
        return new Resource(
                resource.id(),
                resource.type(),
                resource.location(),
                resource.name(),
                new TagReading.Unknown(Estates.DENIED),
                resource.creation());
    }

    private static Tagged copy(Tagged estate) {
        Tagged copy = new Tagged();
        estate.resources()
                .forEach(resource -> copy.with("sqs:queue copied", NONE).but(1, any -> resource));
        return copy;
    }

    private static Resource last(Tagged estate) {
        return estate.resources().getLast();
    }

    private static void assertSuggests(Tagged estate, String value, EvidenceClass kind, String by)
            throws InterruptedException {
        List<TagSuggestion> suggestions = given(OWNER, estate).suggestions();
        assertThat(suggestions).singleElement().returns(value, TagSuggestion::value);
        assertThat(suggestions.getFirst().evidence())
                .anySatisfy(one -> assertThat(one).returns(kind, Evidence::kind).returns(by, Evidence::by));
    }

    private static List<Evidence> evidence(Tagged estate) throws InterruptedException {
        return given(OWNER, estate).suggestions().getFirst().evidence();
    }

    private static Why abstention(Tagged estate) throws InterruptedException {
        Advice.Given given = given(OWNER, estate);
        assertThat(given.suggestions()).isEmpty();
        return given.abstained().getFirst().why();
    }

    /** For the last resource of the estate. */
    private static Advice.Given given(TagPolicy policy, Tagged estate) throws InterruptedException {
        return ask(policy, estate, request(estate, List.of()));
    }

    private static SuggestRequest request(Tagged estate, List<TagKey> keys) {
        return SuggestRequest.of(List.of(last(estate).id().text()), keys);
    }

    private static Advice.Given ask(TagPolicy policy, Tagged estate, SuggestRequest request)
            throws InterruptedException {
        try (TagCompliance compliance = TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(estate.resources()))
                .build()) {
            return (Advice.Given) compliance
                    .suggestions()
                    .suggest(request, Patience.UNLIMITED)
                    .resources()
                    .getFirst();
        }
    }
}
