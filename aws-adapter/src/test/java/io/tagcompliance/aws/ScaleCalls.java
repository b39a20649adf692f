package io.tagcompliance.aws;

import io.tagcompliance.core.resource.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of calls, by service and Region. */
record ScaleCalls(Map<Where, Long> counts) {
    record Where(String service, String region) implements Comparable<Where> {
        @Override
        public int compareTo(Where other) {
            return Comparator.comparing(Where::service)
                    .thenComparing(Where::region)
                    .compare(this, other);
        }
    }

    ScaleCalls {
        counts = new TreeMap<>(counts);
    }

    /**
     * What a scan of one account can't do without: each type is listed to its end by one operation in each Region, and where
     * lists carry no tags, the Tagging API is asked for those of the type.
     */
    static ScaleCalls demandedBy(ScaleEstate estate) {
        Map<Where, Long> counts = new TreeMap<>();
        for (AwsType type : AwsTypes.of(Scope.EVERYTHING)) {
            for (String region : regions(type)) {
                String name = type.type().name();
                counts.merge(
                        new Where(type.listing().operation().service(), region),
                        Math.max(1L, estate.pages(name, region)),
                        Long::sum);
                if (type.tags() instanceof AwsType.Separate) {
                    counts.merge(
                            new Where(TaggedResources.OPERATION.service(), region),
                            (long) Math.ceilDiv(estate.everTagged(name, region), TaggedResources.PAGE),
                            Long::sum);
                }
            }
        }
        return new ScaleCalls(counts);
    }

    private static List<String> regions(AwsType type) {
        return type.reach() == AwsType.Reach.GLOBAL ? List.of(LabEstate.VIRGINIA.text()) : ScaleEstate.REGIONS;
    }

    /** So many times as many. */
    ScaleCalls times(int times) {
        return new ScaleCalls(counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> times * entry.getValue())));
    }

    /** The same and so many more of a service in each Region. */
    ScaleCalls plus(String service, long more) {
        Map<Where, Long> sums = new TreeMap<>(counts);
        ScaleEstate.REGIONS.forEach(region -> sums.merge(new Where(service, region), more, Long::sum));
        return new ScaleCalls(sums);
    }

    /** The same but for those services. */
    ScaleCalls without(String... services) {
        List<String> left = List.of(services);
        return new ScaleCalls(counts.entrySet().stream()
                .filter(entry -> !left.contains(entry.getKey().service()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(String service, String region) {
        return counts.getOrDefault(new Where(service, region), 0L);
    }

    /** A line for each service, a column for each Region. */
    @Override
    public String toString() {
        Stream<String> services = counts.keySet().stream().map(Where::service).distinct();
        return Stream.concat(
                        Stream.of(line("calls", region -> region)),
                        services.map(service -> line(service, region -> Long.toString(of(service, region)))))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String head, UnaryOperator<String> cell) {
        return "%-24s".formatted(head)
                + ScaleEstate.REGIONS.stream()
                        .map(region -> "%12s".formatted(cell.apply(region)))
                        .collect(Collectors.joining());
    }
}
