package io.tagcompliance.core.resource;

/** Where a resource lies. */
public record Location(AccountId account, Region region, ResourceGroup group) {
    public Location(AccountId account, Region region) {
        this(account, region, ResourceGroup.NONE);
    }
}
