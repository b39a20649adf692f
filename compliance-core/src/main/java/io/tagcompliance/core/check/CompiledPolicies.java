package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.ColumnVerdicts;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.spi.PolicySource;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The policy in force, compiled once for as long as it stays in force. Safe for many threads. */
public final class CompiledPolicies {
    private final PolicySource source;
    private final AtomicReference<InForce> last;
    private final ScanVerdicts verdicts = new ScanVerdicts();

    public CompiledPolicies(PolicySource source) {
        this.source = source;
        this.last = new AtomicReference<>(compile(source.current()));
    }

    /** A policy and its compiled form. */
    public record InForce(PolicyInForce source, CompiledPolicy compiled) {}

    /** The one in force now. */
    public InForce current() {
        PolicyInForce now = source.current();
        InForce compiled = last.get();
        if (compiled.source().equals(now)) {
            return compiled;
        }
        InForce anew = compile(now);
        last.set(anew);
        return anew;
    }

    /** What the policy says of a scan, with what is remembered of that. */
    ColumnVerdicts verdicts(InForce inForce, ResourceColumns columns, Ancestry ancestry) {
        return verdicts.of(inForce.compiled(), columns, ancestry);
    }

    /** How resources of any time stand under the policy in force, at that time; nothing of it is remembered. */
    public Counts count(ResourceColumns resources, Instant judgedAt) {
        CompiledPolicy compiled = current().compiled();
        ColumnVerdicts judged = new ColumnVerdicts(compiled, resources, site -> Lineage.NONE);
        Tally tally = new Tally();
        for (int row = 0; row < resources.size(); row++) {
            tally.count(judged.verdict(resources, row, judgedAt));
        }
        return tally.figures(false).counts();
    }

    private static InForce compile(PolicyInForce inForce) {
        return new InForce(inForce, CompiledPolicy.of(inForce.policy()));
    }
}
