package io.tagcompliance.benchmarks;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceColumns;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bar P5 under JMH: {@code bytesEach} is the heap that one of so many resources holds when everything else was collected. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class HeapBenchmark {
    @Param("1000000")
    private int size;

    /** What is held for each resource, in bytes. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Held {
        public long bytesEach;

        private <T> T measure(int size, Supplier<T> form) {
            long before = Pairs.heap();
            T made = form.get();
            bytesEach = (Pairs.heap() - before) / size;
            return made;
        }
    }

    /** Objects and hash maps. */
    @Benchmark
    public List<Resource> plain(Held held) {
        return held.measure(size, () -> SyntheticEstate.objects(size));
    }

    /** Columns, each row as it was put in. */
    @Benchmark
    public ResourceColumns columns(Held held) {
        ResourceColumns columns = held.measure(size, () -> SyntheticEstate.columns(size));
        HeapBar.requireEqual(columns, size);
        return columns;
    }
}
