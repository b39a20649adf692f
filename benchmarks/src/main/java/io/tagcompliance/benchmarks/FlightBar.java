package io.tagcompliance.benchmarks;

import io.tagcompliance.cache.InProcessScanCache;
import io.tagcompliance.core.TagCompliance;
import io.tagcompliance.core.check.CheckRequest;
import io.tagcompliance.core.check.ComplianceCheck;
import io.tagcompliance.core.check.Figures;
import io.tagcompliance.core.resource.ScanId;
import io.tagcompliance.core.scan.Patience;
import io.tagcompliance.core.scan.Retention;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.snapshot.EstateFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bar P7: what 64 callers cost who ask the same cold question at once, against one who asks it alone. */
final class FlightBar {
    private static final int CALLERS = 64;

    /** The first rounds are slower by far. */
    private static final int WARMING_UP = 2;

    private FlightBar() {}

    /** @param arguments how many resources (50,000) and how many rounds (50) */
    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        run(size, rounds, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(int size, int rounds, PrintWriter out) throws Exception {
        Path file = IngestBar.estateFile(size);
        try {
            CloudProvider cloud = EstateFile.open(file).clouds().getFirst();
            List<Double> ratios = new ArrayList<>();
            int mostScans = 0;
            for (int round = -WARMING_UP; round < rounds; round++) {
                Flight alone = fly(cloud, 1);
                Flight together = fly(cloud, CALLERS);
                if (!together.told().equals(alone.told())) {
                    throw new IllegalStateException(
                            "who asks beside others is told something else than who asks alone");
                }
                mostScans = Math.max(mostScans, together.scans());
                if (round >= 0) {
                    ratios.add(together.seconds() / alone.seconds());
                }
            }
            Collections.sort(ratios);
            out.printf(
                    "%,d resources, %d rounds of %d callers: all are told the same, of %d scan, %.2f x the time of one%n",
                    size, rounds, CALLERS, mostScans, ratios.get(ratios.size() / 2));
        } finally {
            Files.delete(file);
        }
    }

    /** What one caller was told. */
    private record Told(Figures figures, int violations) {
        static Told of(ComplianceCheck check) {
            return new Told(check.figures(), check.violations().size());
        }
    }

    /** One cold question of several: what they were told, on how many scans that rests, and how long until all knew. */
    private record Flight(Set<Told> told, int scans, double seconds) {}

    private static Flight fly(CloudProvider cloud, int callers) throws Exception {
        TagCompliance compliance = TagCompliance.judgedBy(EightRules.policy())
                .reading(cloud)
                .remembering(new InProcessScanCache(), Retention.DEFAULT)
                .build();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ComplianceCheck>> answers = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return compliance.check().check(CheckRequest.EVERYTHING, Patience.UNLIMITED);
                }));
            }
            long began = System.nanoTime();
            start.countDown();
            for (Future<ComplianceCheck> answer : answers) {
                answer.get();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Set<Told> told = new HashSet<>();
            Set<ScanId> scans = new HashSet<>();
            for (Future<ComplianceCheck> answer : answers) {
                told.add(Told.of(answer.get()));
                scans.add(answer.get().facts().scan());
            }
            return new Flight(told, scans.size(), seconds);
        }
    }
}
