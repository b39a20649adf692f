package io.tagcompliance.benchmarks;

import io.tagcompliance.core.evaluation.ColumnVerdicts;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.resource.ResourceColumns;
import io.tagcompliance.core.resource.Rows;
import io.tagcompliance.policy.Severity;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Bar P11: how CPU and heap grow with the estate, as the slope of both on logarithmic scales; 1 is in proportion. */
final class GrowthBar {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int ROUNDS = 5;

    private GrowthBar() {}

    /** @param arguments the largest estate (1,000,000); the smallest is a hundredth of it */
    public static void main(String[] arguments) {
        int largest = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        run(largest, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    /** What an estate of a size takes: to build, with making the resources; to check for the first time, and again. */
    private record Point(int size, double built, double first, double again, long heap) {}

    static void run(int largest, PrintWriter out) {
        List<Point> points = new ArrayList<>();
        measure(Math.max(1, largest / 10));
        for (int hundredths : new int[] {1, 3, 10, 32, 100}) {
            Point point = measure(Math.max(1, (int) (largest / 100L * hundredths)));
            points.add(point);
            out.printf(
                    "%,9d resources: built in %.3f CPU-s, first check %.4f, again %.4f, %.2f MiB%n",
                    point.size(), point.built(), point.first(), point.again(), point.heap() / 1048576.0);
        }
        out.printf(
                "slopes: building %.3f, first check %.3f, again %.3f, heap %.3f%n",
                slope(points, Point::built),
                slope(points, Point::first),
                slope(points, Point::again),
                slope(points, point -> (double) point.heap()));
    }

    private static Point measure(int size) {
        CompiledPolicy policy = EightRules.compiled();
        List<Pairs.Cost> built = new ArrayList<>();
        List<Pairs.Cost> first = new ArrayList<>();
        List<Pairs.Cost> again = new ArrayList<>();
        long heap = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = Pairs.heap();
            List<ResourceColumns> kept = new ArrayList<>();
            built.add(Pairs.cost(() -> kept.add(SyntheticEstate.columns(size))));
            heap = Pairs.heap() - before;
            ResourceColumns columns = kept.getFirst();
            List<ColumnVerdicts> verdicts = new ArrayList<>();
            first.add(Pairs.cost(() -> {
                verdicts.add(new ColumnVerdicts(policy, columns, site -> Lineage.NONE));
                check(verdicts.getFirst(), columns);
            }));
            int times = Math.max(1, 1_000_000 / size);
            Pairs.Cost repeated = Pairs.cost(() -> {
                for (int time = 0; time < times; time++) {
                    check(verdicts.getFirst(), columns);
                }
            });
            again.add(new Pairs.Cost(repeated.seconds() / times, 0));
        }
        return new Point(size, least(built), least(first), least(again), heap);
    }

    private static void check(ColumnVerdicts verdicts, ResourceColumns columns) {
        // Every row but the first: what the whole scan comes to is remembered.
        Rows rows = Rows.all(columns).where(row -> row > 0);
        verdicts.tally(columns, rows, NOW, Set.of(Severity.values()));
    }

    private static double least(List<Pairs.Cost> costs) {
        return costs.stream().mapToDouble(Pairs.Cost::seconds).min().orElseThrow();
    }

    /** Of the straight line that fits best. */
    private static double slope(List<Point> points, Function<Point, Double> of) {
        double meanX = points.stream()
                .mapToDouble(point -> Math.log(point.size()))
                .average()
                .orElseThrow();
        double meanY = points.stream()
                .mapToDouble(point -> Math.log(of.apply(point)))
                .average()
                .orElseThrow();
        double above = 0;
        double below = 0;
        for (Point point : points) {
            double x = Math.log(point.size()) - meanX;
            above += x * (Math.log(of.apply(point)) - meanY);
            below += x * x;
        }
        return above / below;
    }
}
