package io.tagcompliance.core.trend;

import io.tagcompliance.core.resource.Ints;
import io.tagcompliance.core.trend.DriftReport.Author;
import io.tagcompliance.core.trend.DriftReport.Incident;
import io.tagcompliance.core.trend.Drifts.Alike;
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

    private record Flood(Alike alike, Ints drifts) {}

    /** @param flood from how many resources on a change is one */
    static List<Incident> of(Drifts drifts, int flood) {
        return floods(drifts, flood).map(one -> incident(one, drifts)).toList();
    }

    /** The rows of whom logs are to be asked, the most telling first: a few of each incident, then what is in none. */
    static IntStream toLookUp(Drifts drifts, int flood) {
        List<Flood> floods = floods(drifts, flood).toList();
        Set<Alike> many = floods.stream().map(Flood::alike).collect(Collectors.toUnmodifiableSet());
        return IntStream.concat(
                        floods.stream().flatMapToInt(Incidents::few),
                        IntStream.range(0, drifts.size()).filter(drift -> !many.contains(drifts.alike(drift))))
                .map(drifts::row);
    }

    /** Spread over all of them, so that accounts and Regions differ where they can. */
    private static IntStream few(Flood flood) {
        return IntStream.range(0, FEW)
                .map(at -> at * (flood.drifts().size() - 1) / (FEW - 1))
                .distinct()
                .map(flood.drifts()::at);
    }

    /** The drifts of each incident, the largest first. No resource is in one twice. */
    private static Stream<Flood> floods(Drifts drifts, int flood) {
        Map<Alike, Ints> groups = new LinkedHashMap<>();
        for (int drift = 0; drift < drifts.size(); drift++) {
            groups.computeIfAbsent(drifts.alike(drift), first -> new Ints()).add(drift);
        }
        return groups.entrySet().stream()
                .map(group -> new Flood(group.getKey(), group.getValue()))
                .filter(group -> group.drifts().size() >= flood)
                .sorted(Comparator.comparingInt((Flood group) -> -group.drifts().size())
                        .thenComparing(group -> group.alike().tag()));
    }

    private static Incident incident(Flood flood, Drifts drifts) {
        return new Incident(
                flood.alike().tag(),
                flood.alike().kind(),
                flood.drifts().size(),
                author(flood.drifts().stream()
                        .filter(drifts::isHeardOf)
                        .mapToObj(drift -> drifts.get(drift).change())
                        .toList()));
    }

    /** @param changes those of its drifts that were looked up */
    private static Author author(List<TagDrift.Change> changes) {
        List<String> named = changes.stream()
                .flatMap(change ->
                        change instanceof TagDrift.Change.Known known ? Stream.of(known.principal()) : Stream.of())
                .toList();
        if (named.isEmpty()) {
            return new Author.Unknown(changes.size());
        }
        return Set.copyOf(named).size() == 1
                ? new Author.Same(named.getFirst(), named.size(), changes.size())
                : new Author.Differing(named.size(), changes.size());
    }
}
