package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.DraftPolicy.Draft;
import io.tagcompliance.core.check.ExplainVerdict.Answer;
import io.tagcompliance.core.check.ResourceFilter;
import io.tagcompliance.core.check.ShowTaggingPolicy.Question;
import io.tagcompliance.core.check.ShowTaggingPolicy.Rules;
import io.tagcompliance.core.check.TestPolicy;
import io.tagcompliance.core.check.Validation;
import io.tagcompliance.core.evaluation.RuleOutcome;
import io.tagcompliance.core.evaluation.RuleOutcome.Because;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Waiver;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PolicyExample.Outcome;
import io.tagcompliance.policy.PolicyRule;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.json.PolicyReader;
import io.tagcompliance.policy.json.PolicyReading;
import io.tagcompliance.policy.json.PolicyWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The use-cases over a policy that uses the whole language. */
class WholePolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final TagPolicy FULL = Estates.policyFile("full.json");
    private static final Map<String, String> TIDY =
            Map.of("CostCenter", "CC-1001", "Environment", "staging", "Owner", "a@example.com");

    private final SettableClock clock = new SettableClock(NOW);

    @Test
    void exempt_resources_are_counted_apart_and_every_exemption_is_shown() throws InterruptedException {
        Resource legacy =
                NamedResources.database("legacy-crm", Map.of("Environment", "production", "Owner", "a@example.com"));
        Resource other =
                NamedResources.database("other", Map.of("Environment", "production", "Owner", "a@example.com"));

        ComplianceCheck check = check(FULL, legacy, other, NamedResources.database("tidy", TIDY));
        assertThat(check.figures().counts().exempt()).isEqualTo(1);
        assertThat(check.figures().counts().applicable()).isEqualTo(2);
        assertThat(check.figures().counts().total()).isEqualTo(3);
        assertThat(check.violations())
                .extracting(found -> found.resource().id())
                .containsExactly(other.id());
        assertThat(check.waived().exemptions()).singleElement().satisfies(use -> {
            assertThat(use.exemption().id()).isEqualTo("legacy-crm");
            assertThat(use.resources()).isEqualTo(1);
        });

        clock.pass(Duration.between(NOW, Instant.parse("2027-04-01T00:00:00Z")));
        ComplianceCheck later = check(FULL, legacy, other);
        assertThat(later.figures().counts().exempt()).isZero();
        assertThat(later.figures().counts().nonCompliant()).isEqualTo(2);
        assertThat(later.waived().exemptions().getFirst().resources()).isZero();
    }

    @Test
    void a_new_resource_is_compliant_and_counted_as_in_grace_until_the_moment_it_ends() throws InterruptedException {
        Resource young = NamedResources.madeAt(
                NOW.minus(Duration.ofDays(7)).plusMillis(1),
                NamedResources.database("young", Map.of("Environment", "staging", "Owner", "a@example.com")));

        ComplianceCheck check = check(FULL, young);
        assertThat(check.figures().counts().compliant()).isEqualTo(1);
        assertThat(check.waived().inGrace()).isEqualTo(1);
        clock.pass(Duration.ofMillis(1));
        assertThat(check(FULL, young).figures().counts().nonCompliant()).isEqualTo(1);
    }

    @Test
    void a_key_is_inherited_from_account_and_group_where_the_scan_holds_them() throws InterruptedException {
        Map<String, String> withoutCostCenter = Map.of("Environment", "staging", "Owner", "a@example.com");
        Resource inGroup = NamedResources.inGroup("Billing", NamedResources.database("grouped", withoutCostCenter));
        Resource group = NamedResources.inGroup(
                "", NamedResources.stack("billing", Map.of("CostCenter", "CC-2002", "Environment", "staging")));
        Resource wrongGroup = NamedResources.inGroup(
                "", NamedResources.stack("billing", Map.of("CostCenter", "nonsense", "Environment", "staging")));
        Resource account = NamedResources.account(Map.of("CostCenter", "CC-3003", "Environment", "staging"));

        assertThat(check(FULL, inGroup, group).figures().counts().compliant()).isEqualTo(2);
        assertThat(check(FULL, inGroup, wrongGroup).figures().counts().nonCompliant())
                .isEqualTo(2);
        assertThat(check(FULL, inGroup, wrongGroup, account).violations())
                .extracting(found -> found.resource().id())
                .containsExactly(wrongGroup.id());
        assertThat(check(FULL, inGroup).figures().counts().nonCompliant()).isEqualTo(1);
    }

    @Test
    void a_filter_and_a_single_question_inherit_as_the_whole_does() throws InterruptedException {
        Resource child = NamedResources.database("child", Map.of("Environment", "staging", "Owner", "a@example.com"));
        Resource account = NamedResources.account(Map.of("CostCenter", "CC-3003", "Environment", "staging"));
        TagCompliance compliance = over(FULL, child, account);
        ResourceFilter databases = new ResourceFilter(
                new Scope(Set.of(), Set.of(), Set.of(new Region("eu-west-1")), Set.of(new ResourceType("rds:db"))),
                Set.of(),
                Map.of());

        ComplianceCheck filtered =
                compliance.check().check(new CheckRequest(databases, Set.of(), Freshness.READ_NOW), Patience.UNLIMITED);
        assertThat(filtered.figures().counts().compliant()).isEqualTo(1);
        assertThat(filtered.figures().counts().total()).isEqualTo(1);
        Validation.Evaluated single = (Validation.Evaluated) compliance
                .validate()
                .validate(List.of(child.id().text()))
                .rows()
                .getFirst();
        assertThat(((Verdict.Judged) single.verdict()).compliant()).isTrue();
        Answer.Explained explained =
                (Answer.Explained) compliance.explain().explain(child.id().text());
        assertThat(words(explained.explanation().rules().getFirst())).isEqualTo("INHERITED");
    }

    @Test
    void an_explanation_says_of_each_rule_what_came_of_it_and_why() throws InterruptedException {
        Resource resource = NamedResources.database(
                "db", Map.of("cost-center", "CC-1001", "Environment", "production", "aPassword", "x"));
        Answer.Explained explained = (Answer.Explained)
                over(FULL, resource).explain().explain(resource.id().text());

        assertThat(explained.explanation().rules())
                .extracting(outcome -> outcome.rule().id() + " " + words(outcome))
                .containsExactly(
                        "cost-center [known_alias]",
                        "environment ITS_TAG_IS_RIGHT",
                        "owner [missing_required_tag]",
                        "optional_tags.Project NOT_THERE",
                        "data-class [condition_not_met]",
                        "no-password [prohibited_tag]");
    }

    @Test
    void an_explanation_says_what_is_waived_and_what_nobody_knows() throws InterruptedException {
        Resource legacy =
                NamedResources.database("legacy-crm", Map.of("Environment", "production", "Owner", "a@example.com"));
        Resource denied = new Resource(
                legacy.id(),
                legacy.type(),
                legacy.location(),
                legacy.name(),
                new TagReading.Unknown(Estates.DENIED),
                Creation.UNKNOWN);

        assertThat(explained(legacy)).contains("cost-center exempt", "data-class exempt", "owner ITS_TAG_IS_RIGHT");
        assertThat(explained(denied)).hasSize(6).allMatch(line -> line.endsWith(" unknown"));
        assertThat(over(FULL).explain().explain(legacy.id().text()))
                .isEqualTo(new Answer.NotThere(new Validation.Absent(legacy.id())));
        assertThat(over(FULL).explain().explain("i-123"))
                .isInstanceOfSatisfying(
                        Answer.NotThere.class,
                        none -> assertThat(none.why()).isInstanceOf(Validation.NoIdentifier.class));
    }

    private List<String> explained(Resource resource) throws InterruptedException {
        Answer.Explained explained = (Answer.Explained)
                over(FULL, resource).explain().explain(resource.id().text());
        return explained.explanation().rules().stream()
                .map(outcome -> outcome.rule().id() + " " + words(outcome))
                .toList();
    }

    private static String words(RuleOutcome outcome) {
        return switch (outcome) {
            case RuleOutcome.Passed passed -> passed.because().name();
            case RuleOutcome.Failed failed ->
                failed.violations().stream().map(one -> one.issue()).toList().toString();
            case RuleOutcome.Waived waived ->
                waived.waivers().getFirst() instanceof Waiver.Exempted ? "exempt" : "in grace";
            case RuleOutcome.NotEvaluated unknown -> "unknown";
        };
    }

    @Test
    void a_condition_that_is_not_fulfilled_asks_for_nothing() throws InterruptedException {
        assertThat(explained(NamedResources.database("tidy", TIDY)))
                .contains("data-class " + Because.CONDITION_NOT_FULFILLED);
    }

    @Test
    void the_tests_of_a_policy_pass_or_fail_by_what_it_says() {
        TagPolicy policy = Estates.policy("""
                "required_tags": [{ "id": "owner", "name": "Owner", "grace": "2d" }],
                "exemptions": [{ "id": "old", "resources": ["arn:*:old"], "rules": ["owner"], "reason": "r", "owner": "o",
                  "expires": "2026-12-31" }],
                "tests": [
                  { "name": "right", "resource_type": "sqs:queue", "tags": { "Owner": "me" }, "expect": "compliant" },
                  { "name": "wrong", "resource_type": "sqs:queue", "tags": { "Owner": "me" }, "expect": "non_compliant" },
                  { "name": "listed", "resource_type": "sqs:queue", "tags": {}, "expect": ["Owner:missing_required_tag"] },
                  { "name": "new", "resource_type": "sqs:queue", "age": "47h", "tags": {}, "expect": [] },
                  { "name": "too old", "resource_type": "sqs:queue", "age": "48h", "tags": {}, "expect": [] },
                  { "name": "exempt", "resource_type": "sqs:queue", "resource_id": "arn:x:old", "tags": {}, "on": "2026-12-31",
                    "expect": "exempt" },
                  { "name": "expired", "resource_type": "sqs:queue", "resource_id": "arn:x:old", "tags": {}, "on": "2027-01-01",
                    "expect": "exempt" }]
                """);

        List<TestPolicy.Result> results = new TestPolicy(clock).test(policy);
        assertThat(results)
                .filteredOn(TestPolicy.Result::passed)
                .extracting(result -> result.example().name())
                .containsExactly("right", "listed", "new", "exempt");
        assertThat(results.get(6).verdict()).isEqualTo(Outcome.NON_COMPLIANT);
        assertThat(results.get(6).issues()).containsExactly("Owner:missing_required_tag");
    }

    @Test
    void the_rules_for_a_type_in_an_account_are_the_ones_that_win_there() {
        TagCompliance compliance = over(FULL);
        ResourceType instance = new ResourceType("ec2:instance");

        Rules sandbox = compliance.policy().show(new Question.OfType(Cloud.AWS, instance, place("999999999999")));
        Rules elsewhere = compliance.policy().show(new Question.OfType(Cloud.AWS, instance, place("111111111111")));
        assertThat(ids(sandbox.required())).containsExactly("cost-center", "environment-sandbox", "owner");
        assertThat(ids(elsewhere.required())).containsExactly("cost-center", "environment", "owner");
        assertThat(sandbox.conditional()).isEmpty();
        assertThat(ids(sandbox.prohibited())).containsExactly("no-password");
        assertThat(ids(compliance
                        .policy()
                        .show(new Question.OfAccount("111111111111"))
                        .required()))
                .containsExactly("cost-center", "environment", "owner");
        assertThat(compliance.policy().show(new Question.Everything()).exemptions())
                .hasSize(1);
        assertThat(ids(compliance
                        .policy()
                        .show(new Question.Everything())
                        .about(new TagKey("db_PASSWORD"))
                        .prohibited()))
                .containsExactly("no-password");
    }

    private static Place place(String account) {
        return new Place(account, "", "", "");
    }

    private static List<String> ids(List<? extends PolicyRule> rules) {
        return rules.stream().map(rule -> rule.id().text()).toList();
    }

    @Test
    void a_draft_takes_the_keys_that_are_common_under_their_commonest_names() throws InterruptedException {
        List<Resource> estate = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            estate.add(NamedResources.database(
                    "db-" + number,
                    Map.of(
                            number < 15 ? "CostCenter" : "cost_center",
                            "CC-" + (1000 + number),
                            number < 9 ? "env" : "Env",
                            number < 14 ? "prod" : "Prod",
                            "aws:createdBy",
                            "someone",
                            number < 12 ? "Owner" : "x",
                            "u" + number + "@example.com",
                            number == 3 ? "Once" : "y",
                            "z" + number)));
        }
        estate.add(NamedResources.database("never", Map.of()));
        Draft draft = over(FULL, estate.toArray(Resource[]::new))
                .draft()
                .draft(ResourceFilter.EVERYTHING, Patience.UNLIMITED);

        TagRule costCenter = rule(draft, "CostCenter");
        assertThat(draft.known()).isEqualTo(21);
        assertThat(costCenter.demand().aliases()).containsExactly(new TagKey("cost_center"));
        assertThat(costCenter.values().getFirst()).hasToString("Matches[pattern=CC-\\d+, valueCase=EXACT]");
        assertThat(rule(draft, "Env").demand().allowedValues()).hasToString("[prod]");
        assertThat(rule(draft, "Env").values().getFirst().toString()).contains("synonyms={prod=[Prod]}");
        assertThat(rule(draft, "Owner").values().getFirst())
                .hasToString("Matches[pattern=[^@\\s]+@example\\.com, valueCase=EXACT]");
        assertThat(ids(draft.policy().required())).contains("CostCenter", "Env", "Owner");
        assertThat(ids(draft.policy().optional())).doesNotContain("Once", "aws:createdBy");
        assertThat(PolicyReader.read(PolicyWriter.write(draft.policy()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new PolicyReading.Accepted(draft.policy()));
    }

    private static TagRule rule(Draft draft, String key) {
        return draft.policy()
                .rules()
                .all()
                .filter(rule -> rule.id().text().equals(key))
                .map(TagRule.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private ComplianceCheck check(TagPolicy policy, Resource... resources) throws InterruptedException {
        return over(policy, resources).check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
    }

    private TagCompliance over(TagPolicy policy, Resource... resources) {
        return TagCompliance.judgedBy(policy)
                .reading(InMemoryCloud.of(List.of(resources)))
                .at(clock)
                .build();
    }
}
