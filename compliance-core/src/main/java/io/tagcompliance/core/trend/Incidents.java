package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.trend.DriftReport.Incident;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds one and the same change on many resources. */
final class Incidents {
    private Incidents() {}

    private record Alike(String tag, TagDrift.Kind kind) {}

    /** The resources of one change, and those of each principal that is known to have made it. */
    private record Group(Set<ResourceId> resources, Map<String, Set<ResourceId>> byPrincipal) {
        void add(TagDrift drift) {
            resources.add(drift.resource().id());
            if (drift.change() instanceof TagDrift.Change.Known known) {
                byPrincipal
                        .computeIfAbsent(known.principal(), first -> new HashSet<>())
                        .add(drift.resource().id());
            }
        }

        String flooder(int flood) {
            return byPrincipal.entrySet().stream()
                    .filter(entry -> entry.getValue().size() >= flood)
                    .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /** @param flood from how many resources on a change is one */
    static List<Incident> of(List<TagDrift> drifts, int flood) {
        Map<Alike, Group> groups = new HashMap<>();
        drifts.forEach(drift -> groups.computeIfAbsent(
                        new Alike(drift.tag(), drift.kind()), first -> new Group(new HashSet<>(), new HashMap<>()))
                .add(drift));
        return groups.entrySet().stream()
                .flatMap(entry -> incident(entry.getKey(), entry.getValue(), flood))
                .sorted(Comparator.comparingInt((Incident incident) -> -incident.resources())
                        .thenComparing(Incident::tag))
                .toList();
    }

    private static Stream<Incident> incident(Alike alike, Group group, int flood) {
        int resources = group.resources().size();
        return resources < flood
                ? Stream.empty()
                : Stream.of(new Incident(alike.tag(), alike.kind(), resources, group.flooder(flood)));
    }
}
