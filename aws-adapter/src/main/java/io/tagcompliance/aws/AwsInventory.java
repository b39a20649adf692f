package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudAccount;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.ResourceType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources of the accounts that the operator lets us read. */
final class AwsInventory implements ResourceInventory {
    private final AwsEstate estate;

    AwsInventory(AwsEstate estate) {
        this.estate = estate;
    }

    @Override
    public Reach reach() {
        Set<Region> reachable = new HashSet<>(estate.regions().reachable());
        if (estate.regions().ofGlobals(Scope.EVERYTHING).isPresent()) {
            reachable.add(Region.GLOBAL);
        }
        return new Reach(AwsTypes.names(), reachable);
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        estate.access().clients().refuseIfClosed();
        return Workers.with(workers -> estate
                .accounts()
                .all(() -> estate.accounts().own(Scope.EVERYTHING))
                .stream()
                .map(CloudAccount::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        estate.access().clients().refuseIfClosed();
        refuseUnreadable(scope.types());
        Workers.with(workers -> {
            new AwsScan(estate, workers, scope, sink).run();
            return scope;
        });
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        estate.access().clients().refuseIfClosed();
        return Workers.with(workers -> new AwsSearch(estate, workers).find(ids));
    }

    private static void refuseUnreadable(Set<ResourceType> types) {
        String refused = types.stream()
                .filter(type -> !AwsTypes.names().contains(type))
                .sorted()
                .map(ResourceType::name)
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw CloudException.unsupported("aws:Scan", "These types are not read on AWS: " + refused + ".");
        }
    }
}
