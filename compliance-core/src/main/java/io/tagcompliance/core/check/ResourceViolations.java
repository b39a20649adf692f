package io.tagcompliance.core.check;

import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import java.util.List;

/** A resource and the rules that it fails: at least one, in the order of the policy. */
public record ResourceViolations(Resource resource, List<Violation> violations) {
    public ResourceViolations {
        violations = List.copyOf(violations);
    }
}
