package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Explanation;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import java.util.List;

/** Explains the verdict on one resource: which rules hold for it, what each says, and why. Never scans. */
public final class ExplainVerdict {
    private final Sources sources;

    public ExplainVerdict(Sources sources) {
        this.sources = sources;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** The verdict, rule by rule. */
        record Explained(Resource resource, Explanation explanation, PolicyInForce policy) implements Answer {}

        /** It was not evaluated at all; the validation says why. */
        record NotThere(Validation why) implements Answer {}
    }

    /** @param id a full identifier of any cloud, as it came from outside */
    public Answer explain(String id) throws InterruptedException {
        Validation validation =
                new ValidateResourceTags(sources).validate(List.of(id)).rows().getFirst();
        if (!(validation instanceof Validation.Evaluated evaluated)) {
            return new Answer.NotThere(validation);
        }
        CompiledPolicies.InForce inForce = sources.policies().current();
        Ancestry ancestry = Ancestry.read(
                sources,
                inForce.compiled().policy(),
                Ancestry.scopeOf(List.of(evaluated.resource())),
                Patience.UNLIMITED);
        Subject subject = Subject.of(evaluated.resource(), ancestry.of(evaluated.resource()));
        Explanation explanation =
                inForce.compiled().explain(subject, sources.clock().instant());
        return new Answer.Explained(evaluated.resource(), explanation, inForce.source());
    }
}
