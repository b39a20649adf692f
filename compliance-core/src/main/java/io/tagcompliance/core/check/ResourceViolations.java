package io.tagcompliance.core.check;

import io.tagcompliance.core.cost.MonthlyCost;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.resource.Resource;
import java.util.List;

/**
 * A resource and the rules that it fails.
 *
 * @param violations at least one, in the order of the policy
 * @param cost       of the last closed month, once for all of them
 */
public record ResourceViolations(Resource resource, List<Violation> violations, MonthlyCost cost) {
    public ResourceViolations {
        violations = List.copyOf(violations);
    }
}
