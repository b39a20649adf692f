package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.Breakdown;
import io.tagcompliance.core.check.Breakdown.TagFigures;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.Figures;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts and score as the page of the tools defines them. */
class CheckEstateTest {
    private static final TagPolicy POLICY = Estates.policy("\"required_tags\":[{\"name\":\"Owner\",\"applies_to\":"
            + "[\"ec2:instance\",\"rds:db\"]},{\"name\":\"Env\",\"allowed_values\":[\"prod\"],\"severity\":\"warning\","
            + "\"applies_to\":[\"ec2:instance\"]}]");

    @Test
    void the_laws_of_counts_hold_on_random_estates() throws InterruptedException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Resource> estate = randomEstate(random);
            ComplianceCheck check = check(InMemoryCloud.of(estate), CheckRequest.EVERYTHING);
            Figures figures = check.figures();
            Counts counts = figures.counts();

            assertThat(counts.total()).isEqualTo(estate.size());
            assertThat(counts.total()).isEqualTo(counts.notApplicable() + counts.applicable() + counts.exempt());
            assertThat(counts.applicable())
                    .isEqualTo(counts.compliant() + counts.nonCompliant() + counts.notEvaluated());
            assertThat(counts.notEvaluated()).isEqualTo(applicableWithUnknownTags(estate));
            assertThat(counts.notEvaluated() > 0).isEqualTo(figures.score() instanceof Score.Withheld);
            for (List<Figures> parts : partsOf(check.breakdown())) {
                assertThat(parts.stream()
                                .mapToInt(part -> part.counts().total())
                                .sum())
                        .isEqualTo(counts.total());
                assertThat(parts.stream()
                                .mapToInt(part -> part.counts().nonCompliant())
                                .sum())
                        .isEqualTo(counts.nonCompliant());
                assertThat(parts.stream().mapToInt(Figures::violations).sum()).isEqualTo(figures.violations());
            }
            assertThat(check.violations().stream()
                            .mapToInt(found -> found.violations().size())
                            .sum())
                    .isEqualTo(figures.violations());
        }
    }

    private static List<Resource> randomEstate(Random random) {
        List<Resource> estate = new ArrayList<>();
        for (int number = random.nextInt(40); number > 0; number--) {
            String place = List.of("eu-west-1", "us-east-1").get(random.nextInt(2)) + " "
                    + List.of("ec2:instance", "rds:db", "sqs:queue").get(random.nextInt(3)) + " n-" + number;
            TagReading tags = switch (random.nextInt(8)) {
                case 0 -> new TagReading.Unknown(Estates.DENIED);
                case 1, 2, 3 -> TagReading.known(Map.of());
                default -> TagReading.known(Map.of("Owner", "me", "Env", random.nextBoolean() ? "prod" : "x"));
            };
            estate.add(Estates.in(new AccountId("a" + random.nextInt(3)), Estates.resource(place, tags)));
        }
        return estate;
    }

    private static long applicableWithUnknownTags(List<Resource> estate) {
        return estate.stream()
                .filter(resource -> resource.tags() instanceof TagReading.Unknown)
                .filter(resource -> !resource.type().equals(new ResourceType("sqs:queue")))
                .count();
    }

    private static List<List<Figures>> partsOf(Breakdown breakdown) {
        return List.of(
                breakdown.byCloud().stream().map(Breakdown.Part::figures).toList(),
                breakdown.byType().stream().map(Breakdown.Part::figures).toList(),
                breakdown.byAccount().stream().map(Breakdown.Part::figures).toList(),
                breakdown.byRegion().stream().map(Breakdown.Part::figures).toList());
    }

    @Test
    void warnings_are_listed_and_cost_no_compliance_and_the_filter_by_severity_changes_the_list_only()
            throws InterruptedException {
        InMemoryCloud cloud = InMemoryCloud.of(List.of(
                Estates.resource("eu-west-1 ec2:instance a", Map.of("Owner", "me")),
                Estates.resource("eu-west-1 ec2:instance b", Map.of()),
                Estates.resource("eu-west-1 rds:db c", Map.of())));
        ComplianceCheck all = check(cloud, CheckRequest.EVERYTHING);
        ComplianceCheck errors = check(cloud, listing(Severity.ERROR));
        ComplianceCheck warnings = check(cloud, listing(Severity.WARNING));

        assertThat(all.figures().counts()).isEqualTo(new Counts(0, 1, 2, 0, 0));
        assertThat(all.figures().score()).isEqualTo(new Score.Known(1 / 3.0));
        assertThat(names(all)).containsExactly("b", "c", "a");
        assertThat(names(errors)).containsExactly("b", "c");
        assertThat(names(warnings)).containsExactly("a", "b");
        assertThat(List.of(errors.figures(), warnings.figures())).containsOnly(all.figures());
        assertThat(all.breakdown().byTag())
                .containsExactly(
                        new TagFigures("Env", "required_tags.Env", 2, 2),
                        new TagFigures("Owner", "required_tags.Owner", 2, 2));
    }

    private static CheckRequest listing(Severity severity) {
        return new CheckRequest(ResourceFilter.EVERYTHING, Set.of(severity), Freshness.READ_NOW);
    }

    private static List<String> names(ComplianceCheck check) {
        return check.violations().stream().map(found -> found.resource().name()).toList();
    }

    @Test
    void a_gap_withholds_the_score_of_the_whole_and_of_the_parts_it_reaches_into() throws InterruptedException {
        InMemoryCloud cloud = InMemoryCloud.of(List.of(
                Estates.resource("eu-west-1 ec2:instance a", Map.of("Owner", "me")),
                Estates.resource("us-east-1 rds:db b", Map.of()),
                Estates.resource("us-east-1 ec2:instance c", Map.of())));
        cloud.inflict(new Trouble.RegionDenied(new Region("us-east-1")));
        ComplianceCheck check = check(cloud, CheckRequest.EVERYTHING);

        assertThat(check.figures().score()).isEqualTo(new Score.Withheld(new Score.Known(1)));
        assertThat(check.facts().coverage().isComplete()).isFalse();
        assertThat(check.facts().coverage().gaps())
                .extracting(ScanGap::extent)
                .containsExactly(new Extent.OfRegion(Cloud.AWS, InMemoryCloud.ACCOUNT, new Region("us-east-1")));
        assertThat(check.breakdown().byRegion())
                .extracting(part -> part.figures().score())
                .containsExactly(new Score.Known(1));
        assertThat(check.breakdown().byAccount())
                .extracting(part -> part.figures().score())
                .containsExactly(new Score.Withheld(new Score.Known(1)));
    }

    @Test
    void unknown_tags_withhold_the_score_and_are_named_with_their_reason() throws InterruptedException {
        InMemoryCloud cloud = InMemoryCloud.of(List.of(
                Estates.resource("eu-west-1 ec2:instance a", Map.of("Owner", "me")),
                Estates.resource("eu-west-1 ec2:instance b", new TagReading.Unknown(Estates.DENIED))));
        ComplianceCheck check = check(cloud, CheckRequest.EVERYTHING);

        assertThat(check.figures().counts()).isEqualTo(new Counts(0, 1, 0, 1, 0));
        assertThat(check.figures().score()).isEqualTo(new Score.Withheld(new Score.Known(1)));
        assertThat(check.facts().coverage().unknownTags()).containsExactly(Map.entry(Estates.DENIED, 1));
    }

    @Test
    void an_estate_with_nothing_applicable_has_no_score() throws InterruptedException {
        ComplianceCheck nothing = check(InMemoryCloud.of(List.of()), CheckRequest.EVERYTHING);
        ComplianceCheck queues = check(
                InMemoryCloud.of(List.of(Estates.resource("eu-west-1 sqs:queue q", Map.of()))),
                CheckRequest.EVERYTHING);

        assertThat(nothing.figures().score()).isEqualTo(new Score.NothingApplicable());
        assertThat(queues.figures().score()).isEqualTo(new Score.NothingApplicable());
        assertThat(nothing.breakdown().byCloud())
                .extracting(Breakdown.Part::cloud)
                .containsExactly(Cloud.AWS);
    }

    @Test
    void a_cloud_that_is_not_configured_is_a_gap_and_neither_0_nor_100_percent() throws InterruptedException {
        Scope scope = new Scope(Set.of(Cloud.GCP, Cloud.AZURE), Set.of(), Set.of(), Set.of());
        ComplianceCheck check =
                check(InMemoryCloud.withContractEstate(), about(new ResourceFilter(scope, Set.of(), Map.of())));

        assertThat(check.figures().score()).isEqualTo(new Score.Withheld(new Score.NothingApplicable()));
        assertThat(check.facts().coverage().gaps())
                .extracting(ScanGap::extent)
                .containsExactly(new Extent.OfCloud(Cloud.AZURE), new Extent.OfCloud(Cloud.GCP));
        assertThat(check.facts().coverage().gaps())
                .extracting(gap -> gap.failure().kind())
                .containsOnly(ReadFailure.Kind.UNSUPPORTED);
        assertThat(check.breakdown().byCloud()).isEmpty();
    }

    @Test
    void a_filter_by_tags_takes_exact_matches_and_keeps_what_may_have_them() throws InterruptedException {
        InMemoryCloud cloud = InMemoryCloud.of(List.of(
                Estates.resource("eu-west-1 ec2:instance a", Map.of("Owner", "me")),
                Estates.resource("eu-west-1 ec2:instance b", Map.of("Owner", "ME")),
                Estates.resource("eu-west-1 ec2:instance c", Map.of("owner", "me")),
                Estates.resource("eu-west-1 ec2:instance d", new TagReading.Unknown(Estates.DENIED))));
        ResourceFilter mine = new ResourceFilter(Scope.EVERYTHING, Set.of(), Map.of("Owner", "me"));

        assertThat(check(cloud, about(mine)).figures().counts()).isEqualTo(new Counts(0, 1, 0, 1, 0));
    }

    @Test
    void a_filter_by_region_and_type_looks_nowhere_else() throws InterruptedException {
        Scope scope = new Scope(
                Set.of(),
                Set.of(),
                Set.of(new Region("us-east-1"), new Region("nowhere-1")),
                Set.of(new ResourceType("SQS:queue")));
        ComplianceCheck check =
                check(InMemoryCloud.withContractEstate(), about(new ResourceFilter(scope, Set.of(), Map.of())));

        assertThat(check.figures().counts().total()).isEqualTo(4);
        assertThat(check.breakdown().byType()).hasSize(1);
    }

    private static CheckRequest about(ResourceFilter filter) {
        return new CheckRequest(filter, Set.of(Severity.values()), Freshness.READ_NOW);
    }

    private static ComplianceCheck check(InMemoryCloud cloud, CheckRequest request) throws InterruptedException {
        return TagCompliance.judgedBy(POLICY).reading(cloud).build().check().check(request, Patience.UNLIMITED);
    }
}
