package io.tagcompliance.server.conformance;

import io.tagcompliance.server.offer.Offer;

/** What the conformance suite calls by name. Never part of the product. */
public final class FixtureOffer {
    private FixtureOffer() {}

    public static Offer offer() {
        return new Offer(
                new Offer.Product("conformance-fixtures", "1", "Fixtures of the conformance suite."),
                FixtureTools.entries(),
                FixtureResources.entries(),
                FixtureResources.templates(),
                FixturePrompts.entries());
    }
}
