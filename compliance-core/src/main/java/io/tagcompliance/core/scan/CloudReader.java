package io.tagcompliance.core.scan;

import io.tagcompliance.core.resource.Extent;
import io.tagcompliance.core.resource.Region;
import io.tagcompliance.core.resource.ScanGap;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudException;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.Reach;
import io.tagcompliance.core.spi.ScanSink;
import io.tagcompliance.policy.ResourceType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads that part of a scope that lies in one cloud. */
final class CloudReader {
    private final CloudProvider provider;

    CloudReader(CloudProvider provider) {
        this.provider = provider;
    }

    /** Reads it into the sink; a cloud that can't be asked at all is a gap as wide as the cloud. */
    void read(Scope scope, ScanSink sink) throws InterruptedException {
        try {
            Optional<Scope> own = ownPartOf(scope);
            if (own.isPresent()) {
                provider.inventory().scan(own.get(), sink);
            }
        } catch (CloudException failed) {
            sink.gap(new ScanGap(new Extent.OfCloud(provider.cloud()), failed.failure(), ScanGap.Kept.NOTHING));
        }
    }

    /** The scope without the types and regions of other clouds; empty where nothing of it lies here. */
    private Optional<Scope> ownPartOf(Scope scope) {
        if (!scope.includes(provider.cloud())) {
            return Optional.empty();
        }
        if (scope.types().isEmpty() && scope.regions().isEmpty()) {
            return Optional.of(new Scope(Set.of(provider.cloud()), scope.accounts(), Set.of(), Set.of()));
        }
        Reach reach = provider.inventory().reach();
        Set<ResourceType> types = common(scope.types(), reach.types());
        Set<Region> regions = common(scope.regions(), reach.regions());
        boolean elsewhere = (types.isEmpty() && !scope.types().isEmpty())
                || (regions.isEmpty() && !scope.regions().isEmpty());
        return elsewhere
                ? Optional.empty()
                : Optional.of(new Scope(Set.of(provider.cloud()), scope.accounts(), regions, types));
    }

    private static <T> Set<T> common(Set<T> asked, Set<T> reachable) {
        Set<T> common = new HashSet<>(asked);
        common.retainAll(reachable);
        return common;
    }
}
