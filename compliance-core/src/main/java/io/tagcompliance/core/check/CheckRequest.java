package io.tagcompliance.core.check;

import io.tagcompliance.core.scan.Freshness;
import io.tagcompliance.policy.Severity;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A question of {@link CheckTagCompliance}.
 *
 * @param filter    which resources
 * @param listed    the severities of the violations that are listed; counts and score don't depend on it
 * @param freshness whether a remembered scan will do
 * @param keep      what goes into the history
 * @param leastCost resources that cost less a month are not listed; counts and score don't depend on it
 */
public record CheckRequest(
        ResourceFilter filter, Set<Severity> listed, Freshness freshness, Keep keep, BigDecimal leastCost) {
    /** Everything, whatever its severity, from a remembered scan if there is one. */
    public static final CheckRequest EVERYTHING = new CheckRequest(
            ResourceFilter.EVERYTHING,
            Set.of(Severity.values()),
            Freshness.REMEMBERED_WILL_DO,
            Keep.AS_USUAL,
            BigDecimal.ZERO);

    /** One of which the usual goes into the history. */
    public CheckRequest(ResourceFilter filter, Set<Severity> listed, Freshness freshness) {
        this(filter, listed, freshness, Keep.AS_USUAL, BigDecimal.ZERO);
    }

    public CheckRequest {
        listed = Set.copyOf(listed);
    }
}
