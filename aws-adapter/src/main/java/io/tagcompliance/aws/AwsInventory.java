package io.tagcompliance.aws;

import io.tagcompliance.core.resource.AccountId;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.Finding;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ResourceInventory;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources of the account that the credentials belong to. */
final class AwsInventory implements ResourceInventory {
    private final AwsAccess access;

    AwsInventory(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Reach reach() {
        return new Reach(AwsTypes.names(), access.regions().reachable());
    }

    @Override
    public Set<AccountId> accounts() throws InterruptedException {
        access.clients().refuseIfClosed();
        List<Region> askable = access.regions().askable(Scope.EVERYTHING);
        return Set.of(
                Workers.with(workers -> access.identity().account(askable)).id());
    }

    @Override
    public void scan(Scope scope, ScanSink sink) throws InterruptedException {
        access.clients().refuseIfClosed();
        refuseUnreadable(scope.types());
        Workers.with(workers -> {
            new AwsScan(access, workers, scope, sink).run();
            return scope;
        });
    }

    @Override
    public List<Finding> find(List<ResourceId> ids) throws InterruptedException {
        access.clients().refuseIfClosed();
        return Workers.with(workers -> new AwsSearch(access, workers).find(ids));
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
