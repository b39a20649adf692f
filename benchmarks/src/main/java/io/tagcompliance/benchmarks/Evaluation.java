package io.tagcompliance.benchmarks;

import io.tagcompliance.benchmarks.PlainForm.Breach;
import io.tagcompliance.benchmarks.PlainForm.Plain;
import io.tagcompliance.core.evaluation.ColumnTally;
import io.tagcompliance.core.evaluation.ColumnVerdicts;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.PolicyBatch;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.policy.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One estate and one policy, judged in each form. */
final class Evaluation {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final CompiledPolicy policy = EightRules.compiled();
    private final PlainForm plain = PlainForm.ofTheJdk();
    private final PlainForm linear = PlainForm.inLinearTime();
    private final List<Plain> objects;
    private final List<Subject> subjects;
    private final ResourceColumns columns;
    private final ColumnVerdicts verdicts;
    private final Rows rows;

    private Evaluation(List<Resource> resources) {
        this.objects = resources.stream().map(Plain::of).toList();
        this.subjects =
                resources.stream().map(one -> Subject.of(one, Lineage.NONE)).toList();
        this.columns = ResourceColumns.copyOf(resources);
        this.verdicts = new ColumnVerdicts(policy, columns, site -> Lineage.NONE);
        this.rows = Rows.all(columns).where(row -> row > 0);
    }

    /** Of so many resources. */
    static Evaluation of(int size) {
        return new Evaluation(SyntheticEstate.objects(size));
    }

    /** Fails where any two forms differ: in any violation of any resource, or in any count. */
    void requireEqual() {
        PolicyBatch batch = policy.batch();
        int broken = 0;
        int nonCompliant = 0;
        for (int row = 0; row < subjects.size(); row++) {
            Verdict verdict = policy.judge(subjects.get(row), NOW);
            List<String> wrong = plain.judge(objects.get(row)).stream()
                    .map(breach -> breach.rule() + ":" + breach.issue())
                    .toList();
            require(linear.judge(objects.get(row)).equals(plain.judge(objects.get(row))), "patterns differ");
            require(wrong.equals(issues(verdict)), "the plain form says " + wrong + ", the policy " + verdict);
            require(batch.judge(subjects.get(row), NOW).equals(verdict), "a batch differs from " + verdict);
            require(verdicts.verdict(columns, row, NOW).equals(verdict), "a row differs from " + verdict);
            broken += wrong.size();
            nonCompliant += verdict instanceof Verdict.Judged judged && !judged.compliant() ? 1 : 0;
        }
        ColumnTally tally = whole(Set.of(Severity.values()));
        require(tally.asked().size() == 0, "columns left rows open");
        require(tally.sites().stream().mapToInt(site -> site.violations()).sum() == broken, "columns count otherwise");
        require(
                tally.sites().stream().mapToInt(site -> site.nonCompliant()).sum() == nonCompliant,
                "columns find others compliant");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static List<String> issues(Verdict verdict) {
        return verdict instanceof Verdict.Judged judged
                ? judged.violations().stream()
                        .map(violation -> violation.rule().text() + ":" + violation.issue())
                        .toList()
                : List.of();
    }

    /** Objects and hash maps. */
    int plain() {
        return breaches(plain);
    }

    /** The same, with patterns in linear time. */
    int linear() {
        return breaches(linear);
    }

    private int breaches(PlainForm form) {
        int breaches = 0;
        for (Plain object : objects) {
            List<Breach> found = form.judge(object);
            breaches += found.size();
        }
        return breaches;
    }

    /** The string form, each resource as if it came alone. */
    int strings() {
        int violations = 0;
        for (Subject subject : subjects) {
            violations += size(policy.judge(subject, NOW));
        }
        return violations;
    }

    /** The string form with the memory of a batch. */
    int batch() {
        PolicyBatch batch = policy.batch();
        int violations = 0;
        for (Subject subject : subjects) {
            violations += size(batch.judge(subject, NOW));
        }
        return violations;
    }

    private static int size(Verdict verdict) {
        return verdict instanceof Verdict.Judged judged ? judged.violations().size() : 0;
    }

    /** Columns, of which the values are known from a check before: every row but the first, so that nothing is remembered. */
    ColumnTally tally(Set<Severity> listed) {
        return verdicts.tally(columns, rows, NOW, listed);
    }

    /** The same of the whole scan. */
    ColumnTally whole(Set<Severity> listed) {
        return verdicts.tally(columns, Rows.all(columns), NOW, listed);
    }

    /** Columns as a first check meets them. */
    ColumnTally cold() {
        return new ColumnVerdicts(policy, columns, site -> Lineage.NONE)
                .tally(columns, Rows.all(columns), NOW, Set.of());
    }
}
