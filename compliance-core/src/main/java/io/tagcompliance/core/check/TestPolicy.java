package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.PolicyExample;
import io.tagcompliance.policy.PolicyExample.Age;
import io.tagcompliance.policy.PolicyExample.Day;
import io.tagcompliance.policy.PolicyExample.Expectation;
import io.tagcompliance.policy.PolicyExample.Outcome;
import io.tagcompliance.policy.PolicyExample.Specimen;
import io.tagcompliance.policy.TagPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs the tests that the author of a policy wrote into it. Asks no cloud. */
public final class TestPolicy {
    private final InstantSource clock;

    /** @param clock tells what today is to tests that name no day */
    public TestPolicy(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What came of one test.
     *
     * @param verdict what the policy says
     * @param issues  its violations, each as {@code key:issue}; those that are waived are not among them
     */
    public record Result(PolicyExample example, Outcome verdict, Set<String> issues, boolean passed) {}

    /** Every test of the policy, in order. */
    public List<Result> test(TagPolicy policy) {
        CompiledPolicy compiled = CompiledPolicy.of(policy);
        return policy.examples().stream().map(example -> run(example, compiled)).toList();
    }

    private Result run(PolicyExample example, CompiledPolicy policy) {
        Instant now = now(example.day());
        Verdict verdict = policy.judge(subject(example, now), now);
        Set<String> issues = issues(verdict);
        Outcome outcome = outcome(verdict);
        boolean passed = switch (example.expected()) {
            case Expectation.Verdict expected -> expected.outcome() == outcome;
            case Expectation.Violations expected -> expected.issues().equals(issues);
        };
        return new Result(example, outcome, issues, passed);
    }

    /** A day is judged at its very beginning, UTC. */
    private Instant now(Day day) {
        return switch (day) {
            case Day.Today today -> clock.instant();
            case Day.On on -> on.date().atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    private static Subject subject(PolicyExample example, Instant now) {
        Specimen specimen = example.specimen();
        Creation creation = switch (specimen.age()) {
            case Age.Of of -> new Creation.At(now.minus(of.since()));
            case Age.Unknown unknown -> Creation.UNKNOWN;
        };
        return new Subject(
                specimen.cloud(),
                specimen.type(),
                specimen.id(),
                specimen.place(),
                TagReading.known(example.tags()),
                creation,
                Lineage.NONE);
    }

    private static Set<String> issues(Verdict verdict) {
        Set<String> issues = new TreeSet<>();
        if (verdict instanceof Verdict.Judged judged) {
            judged.violations().forEach(violation -> issues.add(violation.tag() + ":" + violation.issue()));
        }
        return issues;
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotApplicable none -> Outcome.NOT_APPLICABLE;
            case Verdict.NotEvaluated unknown -> throw new IllegalStateException("the tags of a test are always known");
            case Verdict.Judged judged when judged.exempt() -> Outcome.EXEMPT;
            case Verdict.Judged judged -> judged.compliant() ? Outcome.COMPLIANT : Outcome.NON_COMPLIANT;
        };
    }
}
