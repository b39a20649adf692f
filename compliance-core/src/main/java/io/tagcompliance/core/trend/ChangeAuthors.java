package io.tagcompliance.core.trend;

import static java.util.Objects.requireNonNull;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.core.spi.TagChangeLog;
import io.tagcompliance.core.spi.TagChangeLog.Changes;
import io.tagcompliance.policy.Cloud;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who made drifts, by the logs of the clouds that keep any: asked for few resources only, since such logs are slow. */
final class ChangeAuthors {
    private final List<CloudProvider> clouds;

    ChangeAuthors(List<CloudProvider> clouds) {
        this.clouds = List.copyOf(clouds);
    }

    /**
     * The time between two scans.
     *
     * @param since when the tags were still as they had been
     * @param until when the newer scan was begun; what was changed later, that scan need not have seen
     */
    record Between(Instant since, Instant until) {
        Optional<List<TagChangeLog.Change>> of(Changes said) {
            return switch (said) {
                case Changes.Known known ->
                    Optional.of(known.changes().stream()
                            .filter(change -> !change.at().isAfter(until))
                            .toList());
                case Changes.Forgotten forgotten -> Optional.of(List.of());
                case Changes.Unreadable unreadable -> Optional.empty();
            };
        }
    }

    /**
     * What logs say, by the rows of those that were looked up.
     *
     * @param first the rows of those of whom logs are asked, in that order, until it is enough for them
     */
    Map<Integer, List<TagChangeLog.Change>> heard(ResourceColumns resources, IntStream first, Between scans)
            throws InterruptedException {
        int[] rows = first.distinct().limit(TagChangeLog.MOST).toArray();
        Map<ResourceId, List<TagChangeLog.Change>> said =
                heard(Arrays.stream(rows).mapToObj(resources::get).toList(), scans);
        return Arrays.stream(rows)
                .boxed()
                .filter(row -> said.containsKey(resources.idOf(row)))
                .collect(Collectors.toMap(row -> row, row -> requireNonNull(said.get(resources.idOf(row)))));
    }

    /** What logs say, by the resources that were looked up: those whose cloud keeps none, or whose log can't be read, weren't. */
    private Map<ResourceId, List<TagChangeLog.Change>> heard(List<Resource> resources, Between scans)
            throws InterruptedException {
        Map<Cloud, List<Resource>> byCloud = resources.stream()
                .collect(Collectors.groupingBy(resource -> resource.id().cloud()));
        Map<ResourceId, List<TagChangeLog.Change>> heard = new HashMap<>();
        for (CloudProvider cloud : clouds) {
            Optional<TagChangeLog> log = cloud.tagChanges();
            List<Resource> of = byCloud.getOrDefault(cloud.cloud(), List.of());
            if (log.isPresent() && !of.isEmpty()) {
                log.get()
                        .changes(of, scans.since())
                        .forEach(changes -> scans.of(changes).ifPresent(said -> heard.put(changes.id(), said)));
            }
        }
        return heard;
    }

    /**
     * The last one who changed that very tag. Where the log says only that all tags were replaced, any of these may have changed
     * it, so somebody is named only where all were the same one's.
     */
    static TagDrift.Change author(TagDrift drift, List<TagChangeLog.Change> changes) {
        Optional<TagChangeLog.Change> named = changes.stream()
                .filter(change -> change.key().equalsIgnoreCase(drift.tag()))
                .findFirst();
        List<TagChangeLog.Change> replacing =
                changes.stream().filter(change -> !change.namesTheKey()).toList();
        Set<String> replacers =
                replacing.stream().map(TagChangeLog.Change::principal).collect(Collectors.toSet());
        return named.or(() -> replacers.size() == 1 ? replacing.stream().findFirst() : Optional.empty())
                .<TagDrift.Change>map(change -> new TagDrift.Change.Known(change.principal(), change.at()))
                .orElse(new TagDrift.Change.Unknown());
    }
}
