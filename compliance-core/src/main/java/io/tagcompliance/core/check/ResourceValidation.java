package io.tagcompliance.core.check;

import io.tagcompliance.core.spi.PolicySource.PolicyInForce;
import java.util.List;

/** What came of validating resources and proposals: one row each, in the order asked; then the policy they were judged by. */
public record ResourceValidation(List<Validation> rows, PolicyInForce policy) {
    public ResourceValidation {
        rows = List.copyOf(rows);
    }
}
