package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.Proposal;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ShowTaggingPolicy;
import io.tagcompliance.core.check.UntaggedRequest;
import io.tagcompliance.core.check.UntaggedRequest.Missing;
import io.tagcompliance.core.check.UntaggedResources;
import io.tagcompliance.core.check.Validation;
import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.ScanKey;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is untagged, does this resource comply, what are the rules: and the object that answers. */
class OtherQuestionsTest {
    private static final TagPolicy POLICY = Estates.policy("\"required_tags\":[{\"name\":\"Owner\",\"applies_to\":"
            + "[\"ec2:instance\"]}],\"optional_tags\":[{\"name\":\"Project\",\"applies_to\":[\"ec2:instance\"]}],"
            + "\"tag_naming_rules\":{\"case_sensitivity\":false}");
    private static final Resource NEVER_TAGGED = Estates.resource("eu-west-1 ec2:instance never", Map.of());
    private static final Resource BY_AWS_ONLY =
            Estates.resource("eu-west-1 sqs:queue byaws", Map.of("aws:cloudformation:stack-name", "s"));
    private static final Resource TIDY = Estates.resource("eu-west-1 ec2:instance tidy", Map.of("OWNER", "me"));
    private static final Resource HALF = Estates.resource("eu-west-1 ec2:instance half", Map.of("Project", "x"));
    private static final Resource UNKNOWN =
            Estates.resource("eu-west-1 ec2:instance secret", new TagReading.Unknown(Estates.DENIED));

    private final InMemoryCloud cloud = InMemoryCloud.of(List.of(NEVER_TAGGED, BY_AWS_ONLY, TIDY, HALF, UNKNOWN));
    private final TagCompliance compliance =
            TagCompliance.judgedBy(POLICY).reading(cloud).build();

    @Test
    void resources_that_were_never_tagged_or_only_by_aws_itself_have_no_tags() throws InterruptedException {
        UntaggedResources untagged = untagged(new Missing.AllTags());

        assertThat(untagged.untagged())
                .containsExactly(
                        new UntaggedResources.Untagged(
                                NEVER_TAGGED, List.of(new TagKey("Owner")), new MonthlyCost.Unknown()),
                        new UntaggedResources.Untagged(BY_AWS_ONLY, List.of(), new MonthlyCost.Unknown()));
        assertThat(untagged.looked()).isEqualTo(5);
        assertThat(untagged.unknown()).isEqualTo(1);
        assertThat(untagged.facts().coverage().isComplete()).isFalse();
    }

    @Test
    void any_required_finds_what_lacks_a_key_that_is_required_of_it() throws InterruptedException {
        assertThat(untagged(new Missing.AnyRequired()).untagged())
                .extracting(UntaggedResources.Untagged::resource)
                .containsExactly(HALF, NEVER_TAGGED);
    }

    @Test
    void named_keys_are_looked_for_whatever_the_policy_requires() throws InterruptedException {
        Missing keys = new Missing.AnyOf(Set.of(new TagKey("owner"), new TagKey("project")));

        assertThat(untagged(keys).untagged())
                .containsExactly(
                        new UntaggedResources.Untagged(HALF, List.of(new TagKey("owner")), new MonthlyCost.Unknown()),
                        new UntaggedResources.Untagged(
                                NEVER_TAGGED,
                                List.of(new TagKey("owner"), new TagKey("project")),
                                new MonthlyCost.Unknown()),
                        new UntaggedResources.Untagged(TIDY, List.of(new TagKey("project")), new MonthlyCost.Unknown()),
                        new UntaggedResources.Untagged(
                                BY_AWS_ONLY,
                                List.of(new TagKey("owner"), new TagKey("project")),
                                new MonthlyCost.Unknown()));
    }

    private UntaggedResources untagged(Missing missing) throws InterruptedException {
        UntaggedRequest request = new UntaggedRequest(ResourceFilter.EVERYTHING, missing, Freshness.READ_NOW);
        return compliance.untagged().find(request, Patience.UNLIMITED);
    }

    @Test
    void each_id_is_validated_by_itself_in_the_order_asked_duplicates_too() throws InterruptedException {
        ResourceId denied = HALF.id();
        cloud.inflict(new Trouble.LookupDenied(denied));
        String absent = cloud.absentId().text();
        String foreign = "//compute.googleapis.com/projects/p/zones/z/instances/i";

        List<Validation> rows = compliance
                .validate()
                .validate(List.of(
                        "i-bare",
                        TIDY.id().text(),
                        absent,
                        denied.text(),
                        foreign,
                        TIDY.id().text(),
                        UNKNOWN.id().text()))
                .rows();

        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).isInstanceOf(Validation.NoIdentifier.class);
        assertThat(rows.get(1)).isEqualTo(new Validation.Evaluated(TIDY, new Verdict.Judged(List.of(), List.of())));
        assertThat(rows.get(2)).isEqualTo(new Validation.Absent(cloud.absentId()));
        assertThat(((Validation.Unreadable) rows.get(3)).failure().kind()).isEqualTo(ReadFailure.Kind.ACCESS_DENIED);
        assertThat(((Validation.Unreadable) rows.get(4)).failure().remedy())
                .isEqualTo("no configured source reads this cloud");
        assertThat(rows.get(5)).isEqualTo(rows.get(1));
        assertThat(rows.get(6)).isEqualTo(new Validation.Evaluated(UNKNOWN, new Verdict.NotEvaluated(Estates.DENIED)));
        assertThat(cloud.scans()).isZero();
    }

    @Test
    void a_cloud_that_cannot_be_asked_for_single_resources_leaves_the_other_rows_as_they_are()
            throws InterruptedException {
        ReadFailure down = new ReadFailure(ReadFailure.Kind.UNAVAILABLE, "gcp:Get", "try again later");
        ScriptedCloud broken = new ScriptedCloud(Cloud.GCP, (scope, sink) -> {
            throw CloudException.of(down, new IllegalStateException("cause"));
        });
        String foreign = "//compute.googleapis.com/projects/p/zones/z/instances/i";

        try (TagCompliance both =
                TagCompliance.judgedBy(POLICY).reading(broken).reading(cloud).build()) {
            List<Validation> rows =
                    both.validate().validate(List.of(foreign, TIDY.id().text())).rows();

            assertThat(((Validation.Unreadable) rows.getFirst()).failure()).isEqualTo(down);
            assertThat(rows.get(1)).isInstanceOf(Validation.Evaluated.class);
        }
    }

    @Test
    void what_one_source_of_a_cloud_found_counts_though_another_knows_nothing_of_it() throws InterruptedException {
        ScriptedCloud other = ScriptedCloud.of((scope, sink) -> {});

        for (TagCompliance both : List.of(
                TagCompliance.judgedBy(POLICY).reading(other).reading(cloud).build(),
                TagCompliance.judgedBy(POLICY).reading(cloud).reading(other).build())) {
            assertThat(both.validate().validate(List.of(TIDY.id().text())).rows())
                    .singleElement()
                    .isInstanceOf(Validation.Evaluated.class);
        }
    }

    @Test
    void proposed_tags_are_judged_without_a_resource() {
        Proposal instance = new Proposal(Cloud.AWS, new ResourceType("ec2:instance"), Place.UNKNOWN, Tags.NONE);
        Proposal queue = new Proposal(Cloud.AWS, new ResourceType("sqs:queue"), Place.UNKNOWN, Tags.NONE);

        List<Validation> rows =
                compliance.validate().validateProposed(List.of(instance, queue)).rows();
        assertThat(((Verdict.Judged) ((Validation.WouldBe) rows.getFirst()).verdict()).compliant())
                .isFalse();
        assertThat(rows.get(1)).isEqualTo(new Validation.WouldBe(queue, new Verdict.NotApplicable()));
    }

    @Test
    void the_policy_is_shown_whole_by_type_and_by_key() {
        ShowTaggingPolicy.Rules all = compliance.policy().show(new ShowTaggingPolicy.Question.Everything());
        ShowTaggingPolicy.Rules queues = compliance
                .policy()
                .show(new ShowTaggingPolicy.Question.OfType(Cloud.AWS, new ResourceType("sqs:queue"), Place.UNKNOWN));

        assertThat(all.required()).isEqualTo(POLICY.required());
        assertThat(all.optional()).isEqualTo(POLICY.optional());
        assertThat(queues.required()).isEmpty();
        assertThat(queues.optional()).isEmpty();
        assertThat(all.about(new TagKey("PROJECT")).required()).isEmpty();
        assertThat(all.about(new TagKey("PROJECT")).optional()).hasSize(1);
        assertThat(all.policy().origin()).isEqualTo("given by the program");
    }

    @Test
    void a_policy_that_changes_is_in_force_at_the_next_question() {
        AtomicReference<TagPolicy> inForce = new AtomicReference<>(POLICY);
        PolicySource source = () -> PolicySource.of(inForce.get()).current();
        TagCompliance changing = TagCompliance.judgedBy(source).reading(cloud).build();
        ShowTaggingPolicy.Question all = new ShowTaggingPolicy.Question.Everything();
        assertThat(changing.policy().show(all).required()).hasSize(1);

        inForce.set(Estates.policyFile("phase-1.json"));
        assertThat(changing.policy().show(all).required()).hasSize(3);
    }

    @Test
    void the_facade_remembers_reads_in_a_name_goes_by_a_clock_and_closes_its_clouds() throws InterruptedException {
        ScriptedCloud closable = ScriptedCloud.of((scope, sink) -> {});
        MapCache cache = new MapCache();
        SettableClock clock = new SettableClock(Instant.EPOCH);
        ScanKey.Reader reader = new ScanKey.Reader("t", "c", "e");
        TagCompliance facade = TagCompliance.judgedBy(POLICY)
                .reading(closable)
                .remembering(cache, Retention.DEFAULT)
                .as(reader)
                .at(clock)
                .build();

        facade.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
        facade.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
        assertThat(closable.scans()).isEqualTo(1);
        assertThat(cache.scans.keySet()).extracting(ScanKey::reader).containsExactly(reader);
        assertThat(facade.clouds()).containsExactly(closable);
        facade.close();
        assertThat(closable.isClosed()).isTrue();
    }

    @Test
    void without_a_cache_nothing_is_remembered() throws InterruptedException {
        compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
        compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);

        assertThat(cloud.scans()).isEqualTo(2);
    }
}
