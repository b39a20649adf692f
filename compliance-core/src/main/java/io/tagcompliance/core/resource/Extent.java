package io.tagcompliance.core.resource;

import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;

/** A part of an estate, as wide as a cloud or as narrow as one type in one region of one account. */
public sealed interface Extent {
    Cloud cloud();

    /** A whole cloud. */
    record OfCloud(Cloud cloud) implements Extent {}

    /** One account. */
    record OfAccount(Cloud cloud, AccountId account) implements Extent {}

    /** One region of an account. */
    record OfRegion(Cloud cloud, AccountId account, Region region) implements Extent {}

    /**
     * One type in one region of an account: the cell of which scopes are made. A type whose regions are listed by one
     * call has the region {@link Region#GLOBAL}.
     */
    record Cell(Cloud cloud, AccountId account, Region region, ResourceType type) implements Extent {}
}
