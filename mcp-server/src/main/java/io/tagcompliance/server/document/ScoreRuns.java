package io.tagcompliance.server.document;

import io.tagcompliance.server.tool.answer.ReportAnswer.TrendPoint;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which scores a line joins: those whose scans are not much further apart than scans of this estate usually are, be that a
 * day or a week, and that have no day between them of which there is no score.
 */
final class ScoreRuns {
    private ScoreRuns() {}

    /**
     * Points in the order of their days, divided where the line breaks.
     *
     * @param scoreless the days of scans that have no score to compare
     */
    static List<List<TrendPoint>> of(List<TrendPoint> points, Stream<String> scoreless) {
        List<LocalDate> days =
                points.stream().map(point -> LocalDate.parse(point.date())).toList();
        NavigableSet<LocalDate> holes = scoreless.map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
        long usual = usualDistance(days);
        // Who scans weekly may be some days late; who is as late as half of what is usual has missed no scan yet.
        long furthest = usual + usual / 2;
        List<List<TrendPoint>> runs = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            if (at == 0 || distance(days, at) > furthest || isBetween(days.get(at - 1), days.get(at), holes)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(points.get(at));
        }
        return runs;
    }

    /** The median of the days from each to the next; of an even number of them the lower one. */
    private static long usualDistance(List<LocalDate> days) {
        List<Long> distances = IntStream.range(1, days.size())
                .mapToObj(at -> distance(days, at))
                .sorted()
                .toList();
        return distances.isEmpty() ? 0 : distances.get((distances.size() - 1) / 2);
    }

    private static long distance(List<LocalDate> days, int at) {
        return ChronoUnit.DAYS.between(days.get(at - 1), days.get(at));
    }

    private static boolean isBetween(LocalDate before, LocalDate after, NavigableSet<LocalDate> holes) {
        return !holes.subSet(before, false, after, false).isEmpty();
    }
}
