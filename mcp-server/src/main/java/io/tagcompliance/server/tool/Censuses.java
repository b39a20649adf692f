package io.tagcompliance.server.tool;

import static java.util.stream.Collectors.groupingBy;

import io.tagcompliance.core.resource.Census;
import io.tagcompliance.core.resource.Census.Method;
import io.tagcompliance.server.tool.answer.Provenance.CensusRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shapes how accounts were searched: hundreds of them are searched in a few ways. */
final class Censuses {
    private static final int MOST_WAYS = 3;
    private static final int MOST_TYPES = 10;

    private Censuses() {}

    static List<CensusRow> rows(List<Census> censuses) {
        return censuses.stream().collect(groupingBy(Censuses::way)).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((CensusRow row) -> -row.accounts())
                        .thenComparing(CensusRow::cannotKnow))
                .limit(MOST_WAYS)
                .toList();
    }

    private record Way(String method, String limit) {}

    private static Way way(Census census) {
        String method = switch (census.method()) {
            case Method.Listed listed -> "listed";
            case Method.Indexed indexed -> "indexed";
        };
        return new Way(method, census.limit());
    }

    private static CensusRow row(Way way, List<Census> same) {
        Map<String, Integer> unread = new TreeMap<>();
        same.forEach(census -> census.unread().forEach((type, many) -> unread.merge(type, many, Integer::sum)));
        int all = unread.values().stream().mapToInt(Integer::intValue).sum();
        return new CensusRow(
                way.method(),
                same.size(),
                oldest(same),
                way.limit(),
                unread.isEmpty() ? null : (Integer) all,
                most(unread));
    }

    private static @Nullable String oldest(List<Census> same) {
        return same.stream()
                .map(Census::method)
                .filter(Method.Indexed.class::isInstance)
                .map(method -> ((Method.Indexed) method).asOf())
                .min(Comparator.naturalOrder())
                .map(Moments::text)
                .orElse(null);
    }

    private static Map<String, Integer> most(Map<String, Integer> unread) {
        Map<String, Integer> most = new LinkedHashMap<>();
        unread.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> type) -> -type.getValue()))
                .limit(MOST_TYPES)
                .forEach(type -> most.put(SafeText.of(type.getKey()).text(), type.getValue()));
        return most;
    }
}
