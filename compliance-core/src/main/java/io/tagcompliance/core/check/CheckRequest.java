package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.policy.Severity;
import java.util.Set;

/**
 * A question of {@link CheckTagCompliance}.
 *
 * @param filter    which resources
 * @param listed    the severities of the violations that are listed; counts and score don't depend on it
 * @param freshness whether a remembered scan will do
 */
public record CheckRequest(ResourceFilter filter, Set<Severity> listed, Freshness freshness) {
    /** Everything, whatever its severity, from a remembered scan if there is one. */
    public static final CheckRequest EVERYTHING =
            new CheckRequest(ResourceFilter.EVERYTHING, Set.of(Severity.values()), Freshness.REMEMBERED_WILL_DO);

    public CheckRequest {
        listed = Set.copyOf(listed);
    }
}
