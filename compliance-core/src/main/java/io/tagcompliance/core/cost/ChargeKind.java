package io.tagcompliance.core.cost;

import java.util.Locale;

/** What a charge is for. Everything but usage is no resource's, so that no tag could give it to anybody. */
public enum ChargeKind {
    USAGE,
    TAX,
    CREDIT,
    REFUND,
    ADJUSTMENT,
    SUPPORT,
    /** A commitment or a subscription, bought. */
    PURCHASE,
    /** A commitment that was paid for and that nothing used. */
    UNUSED_COMMITMENT,
    /** Somebody else's product, sold through the cloud's market place. */
    MARKETPLACE;

    /** The name in answers: {@code unused_commitment}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
