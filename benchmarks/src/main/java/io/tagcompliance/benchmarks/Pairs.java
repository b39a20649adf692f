package io.tagcompliance.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs two sides in turn in this process, by the CPU time of this thread: ratios hold on a shared machine, times don't. */
final class Pairs {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int pairs;

    /** @param pairs how many are measured, after one that warms up */
    Pairs(int pairs) {
        this.pairs = pairs;
    }

    /** What one run took. */
    record Cost(double seconds, long allocated) {}

    /**
     * The medians of two sides.
     *
     * @param ratio the median of each pair's seconds of the first side by those of the second
     */
    record Medians(Cost first, Cost second, double ratio) {
        String line(String name, int resources) {
            return "%-52s %8.2f M/s %6d B  against %6.2f M/s %6d B  ratio %6.2f"
                    .formatted(
                            name,
                            resources / second.seconds() / 1e6,
                            second.allocated() / resources,
                            resources / first.seconds() / 1e6,
                            first.allocated() / resources,
                            ratio);
        }
    }

    Medians run(Runnable first, Runnable second) {
        List<Cost> ones = new ArrayList<>();
        List<Cost> twos = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = -2; pair < pairs; pair++) {
            Cost one = cost(first);
            Cost two = cost(second);
            if (pair >= 0) {
                ones.add(one);
                twos.add(two);
                ratios.add(one.seconds() / two.seconds());
            }
        }
        Collections.sort(ratios);
        return new Medians(median(ones), median(twos), ratios.get(ratios.size() / 2));
    }

    private static Cost median(List<Cost> costs) {
        List<Double> seconds = costs.stream().map(Cost::seconds).sorted().toList();
        List<Long> allocated = costs.stream().map(Cost::allocated).sorted().toList();
        return new Cost(seconds.get(seconds.size() / 2), allocated.get(allocated.size() / 2));
    }

    /** What one run costs this thread. */
    static Cost cost(Runnable run) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long began = THREADS.getCurrentThreadCpuTime();
        run.run();
        long ended = THREADS.getCurrentThreadCpuTime();
        return new Cost((ended - began) / 1e9, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    /** What is held after everything else was collected, in bytes. */
    static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int times = 0; times < 4; times++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
