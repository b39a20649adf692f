package io.tagcompliance.aws;

import io.tagcompliance.aws.UsageByResource.Owner;
import io.tagcompliance.core.cost.ChargePlace;
import io.tagcompliance.core.cost.Charged;
import io.tagcompliance.core.cost.ResourceNames;
import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.policy.Cloud;

/** Where and for what usage is billed, as far as what Cost Explorer calls a resource tells it. Confined to one thread. */
final class BilledPlaces {
    private final ResourceNames names;

    /** @param payer who pays for all of it: a bill is of one partition */
    BilledPlaces(Account payer) {
        this.names = ResourceNames.ofPartition(payer.partition());
    }

    /** Where a service was used, of which nothing more is known. */
    static ChargePlace of(String service) {
        return new ChargePlace(
                Cloud.AWS, new AccountId(ResourceNames.UNKNOWN), new Region(ResourceNames.UNKNOWN), service);
    }

    /** Where usage was: ARNs tell it, short ids don't. */
    ChargePlace of(Owner owner, String service) {
        return owner instanceof Owner.Resource resource
                ? Arn.read(resource.name()).map(arn -> of(arn, service)).orElseGet(() -> of(service))
                : of(service);
    }

    private static ChargePlace of(Arn arn, String service) {
        return new ChargePlace(
                Cloud.AWS, new AccountId(known(arn.account())), new Region(known(arn.region())), service);
    }

    private static String known(String part) {
        return part.isBlank() ? ResourceNames.UNKNOWN : part;
    }

    Charged what(Owner owner, ChargePlace place) {
        return switch (owner) {
            case Owner.Resource resource -> names.charged(resource.name(), "", place);
            case Owner.Nobody nobody -> new Charged.NoResource();
            case Owner.Untold untold -> new Charged.NotTold();
        };
    }
}
