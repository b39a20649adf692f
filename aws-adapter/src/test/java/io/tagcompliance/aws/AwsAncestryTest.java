package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.aws.AwsSettings.Accounts;
import io.tagcompliance.aws.AwsSettings.Role;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Counts;
import io.tagcompliance.core.check.ExplainVerdict.Answer;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.Score;
import io.tagcompliance.core.check.Validation;
import io.tagcompliance.core.evaluation.RuleOutcome;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.core.spi.PolicySource.Health;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.testkit.CollectingSink;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tags that are inherited from accounts and stacks, and what that is read for. */
@Timeout(60)
class AwsAncestryTest {
    private static final AccountId SHOP = new AccountId("222222222222");
    private static final Region IRELAND = LabEstate.IRELAND;
    private static final Role ROLE = new Role(LabOrganization.ROLE, LabOrganization.EXTERNAL_ID, "jane doe");
    private static final TagReading IN_STACK = TagReading.known(Map.of("aws:cloudformation:stack-name", "shop"));
    private static final Resource ORPHAN = LabEstate.resource("sqs:queue", IRELAND, "orphan", LabEstate.untagged());
    private static final Resource CHILD = LabEstate.resource("sqs:queue", IRELAND, "child", IN_STACK);
    private static final Resource OWNED =
            LabEstate.resource("sqs:queue", IRELAND, "owned", TagReading.known(Map.of("Owner", "a")));
    private static final Resource STACK =
            LabEstate.resource("cloudformation:stack", IRELAND, "shop", TagReading.known(Map.of("Owner", "a")));
    private static final Resource ACCOUNT = LabEstate.resource(
            "organizations:account", Region.GLOBAL, LabEstate.ACCOUNT.text(), TagReading.known(Map.of("Owner", "a")));

    private final AwsLab lab = new AwsLab(new LabEstate(List.of(ORPHAN, CHILD, OWNED, STACK, ACCOUNT)).alsoIn(SHOP));

    @AfterEach
    void close() {
        lab.close();
    }

    private TagCompliance compliance(String parent, AwsSettings settings) {
        return TagCompliance.judgedBy(policy(parent))
                .reading(lab.cloud(settings))
                .build();
    }

    private static PolicySource policy(String parent) {
        String json = "{\"version\":\"2.1\",\"required_tags\":[{\"name\":\"Owner\",\"inherit_from\":[\"%s\"]}]}"
                .formatted(parent);
        TagPolicy policy = ((PolicyReading.Accepted) PolicyReader.read(json.getBytes(StandardCharsets.UTF_8))).policy();
        return () -> new PolicyInForce(policy, "test", new Health.Sound());
    }

    private static AwsSettings both(Set<Region> regions) {
        return new AwsSettings(
                new LinkedHashSet<>(regions), new Accounts.Listed(Set.of(LabEstate.ACCOUNT, SHOP), ROLE));
    }

    private static ResourceFilter queues(Set<AccountId> accounts, Set<Region> regions) {
        return new ResourceFilter(
                new Scope(Set.of(), accounts, regions, Set.of(new ResourceType("sqs:queue"))), Set.of(), Map.of());
    }

    private static ComplianceCheck check(TagCompliance compliance, ResourceFilter filter) throws InterruptedException {
        return compliance
                .check()
                .check(new CheckRequest(filter, Set.of(Severity.ERROR), Freshness.READ_NOW), Patience.UNLIMITED);
    }

    /** A stack called shop in each of two Regions, and what both made. */
    private ComplianceCheck checkOfTwoStacks(Map<String, String> ofIreland, Map<String, String> ofElsewhere)
            throws InterruptedException {
        Region elsewhere = LabEstate.VIRGINIA;
        LabEstate estate = new LabEstate(List.of(
                LabEstate.resource("cloudformation:stack", IRELAND, "shop", TagReading.known(ofIreland)),
                LabEstate.resource("cloudformation:stack", elsewhere, "shop", TagReading.known(ofElsewhere)),
                LabEstate.resource("sqs:queue", IRELAND, "of-ireland", IN_STACK),
                LabEstate.resource("sqs:queue", elsewhere, "of-elsewhere", IN_STACK),
                LabEstate.resource("iam:role", Region.GLOBAL, "of-either", IN_STACK)));
        ResourceFilter made = new ResourceFilter(
                new Scope(
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(new ResourceType("sqs:queue"), new ResourceType("iam:role"))),
                Set.of(),
                Map.of());
        try (AwsLab twoStacks = new AwsLab(estate);
                TagCompliance compliance = TagCompliance.judgedBy(policy("resource_group"))
                        .reading(twoStacks.cloud(new AwsSettings(Set.of(IRELAND, elsewhere))))
                        .build()) {
            return check(compliance, made);
        }
    }

    @Test
    void of_two_stacks_of_one_name_each_hands_on_to_what_lies_in_its_own_region() throws InterruptedException {
        for (boolean ireland : List.of(true, false)) {
            Map<String, String> owned = Map.of("Owner", "a");
            ComplianceCheck check = checkOfTwoStacks(ireland ? owned : Map.of(), ireland ? Map.of() : owned);

            assertThat(check.violations())
                    .extracting(found -> found.resource().name())
                    .containsExactly(ireland ? "of-elsewhere" : "of-ireland");
        }
    }

    @Test
    void what_lies_in_no_region_inherits_of_stacks_of_one_name_only_what_is_the_same() throws InterruptedException {
        ComplianceCheck differing = checkOfTwoStacks(Map.of("Owner", "a"), Map.of("Owner", "b"));
        ComplianceCheck same = checkOfTwoStacks(Map.of("Owner", "a"), Map.of("Owner", "a"));

        assertThat(differing.figures().counts()).isEqualTo(new Counts(0, 2, 0, 1, 0));
        assertThat(differing.facts().coverage().unknownTags().keySet())
                .singleElement()
                .satisfies(failure -> assertThat(failure.remedy()).contains("several Regions"));
        assertThat(same.figures().score()).isEqualTo(new Score.Known(1));
    }

    private Stream<LabCall> calls(String service) {
        return lab.calls().stream().filter(call -> call.service().equals(service));
    }

    @Test
    void stacks_are_read_only_in_the_accounts_and_regions_of_the_question() throws InterruptedException {
        lab.disturb(
                call -> call.service().equals("cloudformation")
                        && call.account().equals(SHOP.text()),
                LabFault.DENIED);
        try (TagCompliance compliance = compliance("resource_group", both(Set.copyOf(LabEstate.REGIONS)))) {
            ComplianceCheck check = check(compliance, queues(Set.of(LabEstate.ACCOUNT), Set.of(IRELAND)));

            assertThat(check.figures().score()).isEqualTo(new Score.Known(2.0 / 3));
            assertThat(check.facts().coverage().isComplete()).isTrue();
            assertThat(calls("cloudformation"))
                    .isNotEmpty()
                    .allMatch(call -> call.account().equals(LabEstate.ACCOUNT.text()))
                    .allMatch(call -> call.region().equals(IRELAND.text()));
            assertThat(lab.organization().entered(SHOP.text())).isZero();
        }
    }

    @Test
    void one_whose_stack_could_not_be_read_is_not_evaluated_and_the_others_are() throws InterruptedException {
        lab.disturb(
                call -> call.service().equals("cloudformation")
                        && call.account().equals(SHOP.text()),
                LabFault.DENIED);
        try (TagCompliance compliance = compliance("resource_group", both(Set.of(IRELAND)))) {
            ComplianceCheck check = check(compliance, queues(Set.of(), Set.of()));

            assertThat(check.figures().counts()).isEqualTo(new Counts(0, 3, 2, 1, 0));
            assertThat(check.violations())
                    .extracting(found -> found.resource().name())
                    .containsExactly("orphan", "orphan");
            assertThat(check.facts().coverage().gaps()).isEmpty();
            assertThat(check.facts().coverage().unknownTags()).hasSize(1).allSatisfy((failure, resources) -> {
                assertThat(failure.kind()).isEqualTo(ReadFailure.Kind.ACCESS_DENIED);
                assertThat(failure.remedy()).contains("inherited").contains("cloudformation:DescribeStacks");
                assertThat(resources).isEqualTo(1);
            });
        }
    }

    @Test
    void where_nobody_lacks_a_key_parents_that_could_not_be_read_withhold_no_score() throws InterruptedException {
        lab.disturb(call -> call.service().equals("cloudformation"), LabFault.DENIED);
        ResourceFilter owned = new ResourceFilter(queues(Set.of(), Set.of()).scope(), Set.of(), Map.of("Owner", "a"));
        try (TagCompliance compliance = compliance("resource_group", new AwsSettings(Set.of(IRELAND)))) {
            assertThat(check(compliance, owned).figures().score()).isEqualTo(new Score.Known(1));
        }
    }

    @Test
    void an_account_that_could_not_be_read_makes_nobody_miss_a_tag() throws InterruptedException {
        lab.disturb(call -> call.service().equals("organizations"), LabFault.DENIED);
        try (TagCompliance compliance = compliance("account", new AwsSettings(Set.of(IRELAND)))) {
            ComplianceCheck check = check(compliance, queues(Set.of(), Set.of()));
            assertThat(check.figures().counts()).isEqualTo(new Counts(0, 1, 0, 2, 0));
            assertThat(check.violations()).isEmpty();

            Validation single = compliance
                    .validate()
                    .validate(List.of(ORPHAN.id().text()))
                    .rows()
                    .getFirst();
            assertThat(((Validation.Evaluated) single).verdict()).isInstanceOf(Verdict.NotEvaluated.class);
            Answer.Explained explained =
                    (Answer.Explained) compliance.explain().explain(ORPHAN.id().text());
            assertThat(explained.explanation().rules()).singleElement().isInstanceOf(RuleOutcome.NotEvaluated.class);
        }
    }

    @Test
    void accounts_are_asked_at_their_only_endpoint_and_nothing_else_leaves_the_regions() throws InterruptedException {
        try (TagCompliance compliance = compliance("account", both(Set.of(IRELAND)))) {
            ComplianceCheck check = check(compliance, queues(Set.of(LabEstate.ACCOUNT), Set.of(IRELAND)));

            assertThat(check.figures().score()).isEqualTo(new Score.Known(1));
            assertThat(calls("organizations"))
                    .isNotEmpty()
                    .allMatch(call -> call.region().equals("us-east-1"));
            assertThat(lab.calls())
                    .filteredOn(call -> !call.service().equals("organizations"))
                    .extracting(LabCall::region)
                    .containsOnly(IRELAND.text());
            assertThat(lab.organization().entered(SHOP.text())).isZero();
        }
    }

    @Test
    void who_may_not_list_accounts_by_the_operators_list_says_so() throws InterruptedException {
        CollectingSink sink = new CollectingSink();
        AwsSettings shopOnly = new AwsSettings(Set.of(IRELAND), new Accounts.Listed(Set.of(SHOP), ROLE));
        try (AwsCloud cloud = lab.cloud(shopOnly)) {
            cloud.inventory().scan(AwsLabTest.of("organizations:account"), sink);
        }
        assertThat(sink.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.failure().remedy()).contains("not among aws_accounts"));
    }
}
