package io.tagcompliance.core.evaluation;

import static io.tagcompliance.core.evaluation.Policies.EC2_INSTANCE;
import static io.tagcompliance.core.evaluation.Policies.NOW;
import static io.tagcompliance.core.evaluation.Policies.oneOf;
import static io.tagcompliance.core.evaluation.Policies.rule;
import static io.tagcompliance.core.evaluation.Policies.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tagcompliance.core.evaluation.RuleOutcome.Because;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.core.resource.Tags;
import io.tagcompliance.policy.AppliesTo;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.Condition;
import io.tagcompliance.policy.ConditionalRule;
import io.tagcompliance.policy.Consequence;
import io.tagcompliance.policy.Demand;
import io.tagcompliance.policy.Exemption;
import io.tagcompliance.policy.Leniency;
import io.tagcompliance.policy.NamePattern;
import io.tagcompliance.policy.NamingRules;
import io.tagcompliance.policy.Parent;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.PlaceScope;
import io.tagcompliance.policy.PolicyHeader;
import io.tagcompliance.policy.PolicyRules;
import io.tagcompliance.policy.ProhibitedTag;
import io.tagcompliance.policy.RuleId;
import io.tagcompliance.policy.RuleScope;
import io.tagcompliance.policy.RuleText;
import io.tagcompliance.policy.Severity;
import io.tagcompliance.policy.TagKey;
import io.tagcompliance.policy.TagPolicy;
import io.tagcompliance.policy.TagRule;
import io.tagcompliance.policy.ValueRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each rule says of a resource, and why; what grace and exemptions change about it. */
class ExplanationTest {
    private static final RuleText TEXT = new RuleText("what for", "tell them", "https://example.com");
    private static final Place HERE = new Place("111", "eu-west-1", "shop", "db");
    private static final TagRule OWNER = lenient("Owner", Duration.ofDays(7), List.of(Parent.ACCOUNT));
    private static final ConditionalRule CLASSIFIED = conditional(
            new Condition.IsPresent(new TagKey("Data")),
            new Consequence.Require(Demand.of(new TagKey("DataClass"), List.of(oneOf("public", "secret")))));
    private static final ProhibitedTag SECRETS = new ProhibitedTag(
            new RuleId("no secrets"), new NamePattern("*password*"), at("111"), Severity.WARNING, TEXT);
    private static final TagRule PROJECT = rule("Project", oneOf("atlas"));
    private static final Exemption LEAVE = new Exemption(
            "leave",
            Set.of(new NamePattern("arn:*:db")),
            PlaceScope.ANYWHERE,
            Set.of(new RuleId("no secrets")),
            "because",
            "somebody",
            LocalDate.of(2026, 11, 24));
    private static final TagPolicy POLICY = new TagPolicy(
            new PolicyHeader("3.0", "", ""),
            Set.of(Cloud.AWS),
            new PolicyRules(
                    List.of(OWNER), List.of(PROJECT), List.of(CLASSIFIED), List.of(SECRETS), List.of(), Map.of()),
            NamingRules.NONE,
            List.of(LEAVE),
            List.of(),
            Map.of());

    @Test
    void each_rule_that_passes_says_why() {
        assertThat(outcomes(subject("Owner", "me", "Project", "atlas", "Data", "yes", "DataClass", "public")))
                .containsExactly(
                        new RuleOutcome.Passed(OWNER, Because.ITS_TAG_IS_RIGHT),
                        new RuleOutcome.Passed(PROJECT, Because.ITS_TAG_IS_RIGHT),
                        new RuleOutcome.Passed(CLASSIFIED, Because.ITS_TAG_IS_RIGHT),
                        new RuleOutcome.Passed(SECRETS, Because.NOT_THERE));
        assertThat(outcomes(inheriting("me")))
                .startsWith(
                        new RuleOutcome.Passed(OWNER, Because.INHERITED),
                        new RuleOutcome.Passed(PROJECT, Because.NOT_THERE),
                        new RuleOutcome.Passed(CLASSIFIED, Because.CONDITION_NOT_FULFILLED));
        assertThat(Because.CONDITION_NOT_FULFILLED.words()).isEqualTo("condition not fulfilled");
    }

    @Test
    void each_rule_that_fails_says_with_which_violations() {
        Subject subject = subject("Project", "x", "Data", "yes", "password1", "a", "Password2", "b");
        Violation missing = new Violation.MissingTag(OWNER);
        Violation wrong = new Violation.InvalidValue(
                PROJECT, (ValueRule.OneOf) PROJECT.values().getFirst(), "x");
        Violation unmet =
                new Violation.ConditionNotMet(CLASSIFIED, CLASSIFIED.then().key(), new FoundKey.Missing());
        List<Violation> prohibited = List.of(
                new Violation.ProhibitedKey(SECRETS, "password1", "a"),
                new Violation.ProhibitedKey(SECRETS, "Password2", "b"));

        assertThat(outcomes(subject))
                .containsExactly(
                        new RuleOutcome.Failed(OWNER, List.of(missing)),
                        new RuleOutcome.Failed(PROJECT, List.of(wrong)),
                        new RuleOutcome.Failed(CLASSIFIED, List.of(unmet)),
                        new RuleOutcome.Failed(SECRETS, prohibited));
        Verdict.Judged judged = (Verdict.Judged) explain(subject).verdict();
        assertThat(judged.violations())
                .containsExactly(missing, wrong, unmet, prohibited.getFirst(), prohibited.getLast());
        assertThat(judged.compliant()).isFalse();
        assertThat(judged.exempt()).isFalse();
    }

    @Test
    void rules_that_are_not_in_force_here_say_nothing() {
        Subject elsewhere = subject("arn:aws:x", new Place("222", "", "", ""), Creation.UNKNOWN, "Owner", "me");
        Subject azure = Subject.of(Cloud.AZURE, EC2_INSTANCE, TagReading.known(Map.of()));

        assertThat(outcomes(elsewhere)).extracting(RuleOutcome::rule).containsExactly(OWNER, PROJECT, CLASSIFIED);
        assertThat(explain(azure)).isEqualTo(new Explanation(new Verdict.NotApplicable(), List.of()));
    }

    @Test
    void of_unknown_tags_no_rule_knows_anything() {
        ReadFailure denied = new ReadFailure(ReadFailure.Kind.ACCESS_DENIED, "x:List", "allow it");
        Subject unknown = new Subject(
                Cloud.AWS, EC2_INSTANCE, "", HERE, new TagReading.Unknown(denied), Creation.UNKNOWN, Lineage.NONE);

        assertThat(explain(unknown).verdict()).isEqualTo(new Verdict.NotEvaluated(denied));
        assertThat(outcomes(unknown))
                .containsExactly(
                        new RuleOutcome.NotEvaluated(OWNER, denied),
                        new RuleOutcome.NotEvaluated(PROJECT, denied),
                        new RuleOutcome.NotEvaluated(CLASSIFIED, denied),
                        new RuleOutcome.NotEvaluated(SECRETS, denied));
    }

    @Test
    void a_new_resource_is_in_grace_until_the_very_instant() {
        Instant made = NOW.minus(Duration.ofDays(7)).plusNanos(1);
        Violation missing = new Violation.MissingTag(OWNER);

        assertThat(outcomes(subject("", HERE, new Creation.At(made))))
                .contains(new RuleOutcome.Waived(
                        OWNER, List.of(new Waiver.InGrace(missing, made.plus(Duration.ofDays(7))))));
        assertThat(outcomes(subject("", HERE, new Creation.At(made.minusNanos(1)))))
                .contains(new RuleOutcome.Failed(OWNER, List.of(missing)));
        assertThat(outcomes(subject("", HERE, Creation.UNKNOWN)))
                .contains(new RuleOutcome.Failed(OWNER, List.of(missing)));
    }

    @Test
    void a_rule_without_grace_lets_nothing_pass_however_new_it_is() {
        Subject fromTheFuture = subject("", HERE, new Creation.At(NOW.plusSeconds(60)), "Owner", "me", "Project", "x");

        assertThat(((Verdict.Judged) explain(fromTheFuture).verdict()).violations())
                .singleElement()
                .extracting(Violation::issue)
                .isEqualTo("invalid_value");
    }

    @Test
    void an_exemption_waives_what_its_rules_say_of_its_resources_until_its_day_is_over() {
        Violation found = new Violation.ProhibitedKey(SECRETS, "password", "x");
        Subject exempt = subject("arn:aws:rds:db", HERE, Creation.UNKNOWN, "Owner", "me", "password", "x");
        Subject other = subject("arn:aws:rds:db2", HERE, Creation.UNKNOWN, "Owner", "me", "password", "x");
        Waiver waiver = new Waiver.Exempted(found, LEAVE);

        assertThat(outcomes(exempt)).endsWith(new RuleOutcome.Waived(SECRETS, List.of(waiver)));
        assertThat(explain(exempt).verdict()).isEqualTo(new Verdict.Judged(List.of(), List.of(waiver)));
        assertThat(((Verdict.Judged) explain(exempt).verdict()).exempt()).isTrue();
        assertThat(outcomes(other)).endsWith(new RuleOutcome.Failed(SECRETS, List.of(found)));
        assertThat(CompiledPolicy.of(POLICY)
                        .explain(exempt, NOW.plus(Duration.ofDays(1)))
                        .rules())
                .endsWith(new RuleOutcome.Failed(SECRETS, List.of(found)));
    }

    @Test
    void a_resource_with_an_error_left_is_not_exempt() {
        Subject half = subject("arn:aws:rds:db", HERE, Creation.UNKNOWN, "password", "x");
        Verdict.Judged judged = (Verdict.Judged) explain(half).verdict();

        assertThat(judged.waivers()).hasSize(1);
        assertThat(judged.exempt()).isFalse();
        assertThat(new Verdict.Judged(List.of(), List.of(new Waiver.InGrace(new Violation.MissingTag(OWNER), NOW)))
                        .exempt())
                .isFalse();
    }

    @Test
    void a_tag_of_a_parent_counts_where_it_is_right() {
        CompiledPolicy policy = CompiledPolicy.of(POLICY);

        assertThat(policy.missingKeys(inheriting("me"), Tags.NONE)).isEmpty();
        assertThat(policy.missingKeys(inheriting(""), Tags.NONE)).containsExactly(new TagKey("Owner"));
        assertThat(policy.missingKeys(subject(), Tags.of(tags("owner", "x")))).isEmpty();
        assertThat(policy.missingKeys(subject(), Tags.of(tags("Owner", "")))).isEmpty();
    }

    @Test
    void every_violation_carries_what_its_rule_says_to_people() {
        Subject subject = subject("owner", "me", "Data", "yes", "password", "x", "Project", "y");
        List<Violation> found = ((Verdict.Judged) explain(subject).verdict()).violations();

        assertThat(found)
                .extracting(Violation::rule, Violation::tag, Violation::issue, Violation::severity, Violation::text)
                .containsExactly(
                        tuple(new RuleId("rule Owner"), "Owner", "wrong_key_case", Severity.ERROR, TEXT),
                        tuple(new RuleId("rule Project"), "Project", "invalid_value", Severity.ERROR, RuleText.NONE),
                        tuple(new RuleId("if"), "DataClass", "condition_not_met", Severity.ERROR, TEXT),
                        tuple(new RuleId("no secrets"), "password", "prohibited_tag", Severity.WARNING, TEXT));
        assertThat(new Violation.NamingBreach(new RuleId("n"), Severity.ERROR, "k", "v").text())
                .isEqualTo(RuleText.NONE);
    }

    private static Explanation explain(Subject subject) {
        return CompiledPolicy.of(POLICY).explain(subject, NOW);
    }

    private static List<RuleOutcome> outcomes(Subject subject) {
        return explain(subject).rules();
    }

    private static Subject subject(String... tags) {
        return subject("", HERE, Creation.UNKNOWN, tags);
    }

    private static Subject subject(String id, Place place, Creation creation, String... tags) {
        return new Subject(Cloud.AWS, EC2_INSTANCE, id, place, TagReading.known(tags(tags)), creation, Lineage.NONE);
    }

    /** Without tags of its own, in an account that has an owner. */
    private static Subject inheriting(String owner) {
        return new Subject(
                Cloud.AWS,
                EC2_INSTANCE,
                "",
                HERE,
                TagReading.known(Map.of()),
                Creation.UNKNOWN,
                new Lineage(Map.of(Parent.ACCOUNT, Tags.of(tags("Owner", owner)))));
    }

    private static TagRule lenient(String key, Duration grace, List<Parent> parents) {
        return new TagRule(
                new RuleId("rule " + key),
                Demand.of(new TagKey(key), List.of(Policies.matches(".+"))),
                Map.of(),
                RuleScope.EVERYTHING,
                new Leniency(grace, parents),
                Severity.ERROR,
                TEXT);
    }

    private static RuleScope at(String account) {
        return new RuleScope(
                AppliesTo.EVERYTHING, new PlaceScope(Set.of(), Set.of(account), Set.of(), Set.of(), Set.of()));
    }

    private static ConditionalRule conditional(Condition when, Consequence then) {
        return new ConditionalRule(new RuleId("if"), when, then, RuleScope.EVERYTHING, Severity.ERROR, TEXT);
    }
}
