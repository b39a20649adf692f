package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.trend.DriftReport.Author;
import io.tagcompliance.core.trend.DriftReport.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds one and the same change on many resources. */
final class Incidents {
    /** So many of an incident are looked up: who made many changes at once made these too, and logs are slow. */
    private static final int FEW = 3;

    private Incidents() {}

    private record Alike(String tag, TagDrift.Kind kind) {}

    /** @param flood from how many resources on a change is one */
    static List<Incident> of(List<TagDrift> drifts, int flood) {
        return floods(drifts, flood).map(Incidents::incident).toList();
    }

    /** Of whom logs are to be asked, the most telling first: a few of each incident, then what is in none. */
    static List<Resource> toLookUp(List<TagDrift> drifts, int flood) {
        List<List<TagDrift>> floods = floods(drifts, flood).toList();
        Set<Alike> many = floods.stream().map(alike -> alike(alike.getFirst())).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                        floods.stream().flatMap(Incidents::few),
                        drifts.stream().filter(drift -> !many.contains(alike(drift))))
                .map(TagDrift::resource)
                .toList();
    }

    /** Spread over all of them, so that accounts and Regions differ where they can. */
    private static Stream<TagDrift> few(List<TagDrift> flood) {
        return IntStream.range(0, FEW)
                .map(at -> at * (flood.size() - 1) / (FEW - 1))
                .distinct()
                .mapToObj(flood::get);
    }

    /** The drifts of each incident, the largest first. No resource is in one twice. */
    private static Stream<List<TagDrift>> floods(List<TagDrift> drifts, int flood) {
        Map<Alike, List<TagDrift>> groups = new LinkedHashMap<>();
        drifts.forEach(drift ->
                groups.computeIfAbsent(alike(drift), first -> new ArrayList<>()).add(drift));
        return groups.values().stream()
                .filter(group -> group.size() >= flood)
                .sorted(Comparator.comparingInt((List<TagDrift> group) -> -group.size())
                        .thenComparing(group -> group.getFirst().tag()));
    }

    private static Alike alike(TagDrift drift) {
        return new Alike(drift.tag(), drift.kind());
    }

    private static Incident incident(List<TagDrift> flood) {
        TagDrift first = flood.getFirst();
        return new Incident(first.tag(), first.kind(), flood.size(), author(flood));
    }

    private static Author author(List<TagDrift> flood) {
        int lookedUp = 0;
        List<String> named = new ArrayList<>();
        for (TagDrift drift : flood) {
            switch (drift.change()) {
                case TagDrift.Change.NotAsked none -> {}
                case TagDrift.Change.Unknown silent -> lookedUp++;
                case TagDrift.Change.Known known -> {
                    lookedUp++;
                    named.add(known.principal());
                }
            }
        }
        if (named.isEmpty()) {
            return new Author.Unknown(lookedUp);
        }
        return Set.copyOf(named).size() == 1
                ? new Author.Same(named.getFirst(), named.size(), lookedUp)
                : new Author.Differing(named.size(), lookedUp);
    }
}
