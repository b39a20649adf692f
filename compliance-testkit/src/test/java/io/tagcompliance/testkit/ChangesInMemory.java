package io.tagcompliance.testkit;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.TagChangeLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A cloud that tells who changed its tags, and what it was asked. */
final class ChangesInMemory extends CloudAround implements TagChangeLog {
    private final Function<Resource, Changes> log;
    private final List<String> asked = new ArrayList<>();

    private ChangesInMemory(CloudProvider cloud, Function<Resource, Changes> log) {
        super(cloud);
        this.log = log;
    }

    /** Over a cloud, by a log. */
    static ChangesInMemory of(CloudProvider cloud, Function<Resource, Changes> log) {
        return new ChangesInMemory(cloud, log);
    }

    static Changes by(String principal, Resource resource) {
        return new Changes.Known(resource.id(), List.of(new Change("Owner", principal, Instant.EPOCH)));
    }

    static Changes forgotten(Resource resource) {
        return new Changes.Forgotten(resource.id());
    }

    /** The names of the resources that were looked up, in that order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public List<Changes> changes(List<Resource> resources, Instant since) {
        resources.forEach(resource -> asked.add(resource.name()));
        return resources.stream().map(log).toList();
    }

    @Override
    public Optional<TagChangeLog> tagChanges() {
        return Optional.of(this);
    }
}
