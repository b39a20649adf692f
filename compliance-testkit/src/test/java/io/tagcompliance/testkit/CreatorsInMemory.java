package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.CreatorLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A cloud that tells who made its resources, and what it was asked. */
final class CreatorsInMemory extends CloudAround implements CreatorLog {
    private final Function<Resource, Creator> log;
    private final List<String> asked = new ArrayList<>();

    private CreatorsInMemory(CloudProvider cloud, Function<Resource, Creator> log) {
        super(cloud);
        this.log = log;
    }

    /** Over an estate, by a log. */
    static CreatorsInMemory of(List<Resource> estate, Function<Resource, Creator> log) {
        return new CreatorsInMemory(InMemoryCloud.of(estate), log);
    }

    static Creator by(String principal, Resource resource) {
        return new Creator.Known(resource.id(), principal, Instant.EPOCH);
    }

    /** The names of the resources that were looked up, in that order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Creator> creators(List<Resource> resources) {
        resources.forEach(resource -> asked.add(resource.name()));
        return resources.stream().map(log).toList();
    }

    @Override
    public Optional<CreatorLog> creators() {
        return Optional.of(this);
    }
}
