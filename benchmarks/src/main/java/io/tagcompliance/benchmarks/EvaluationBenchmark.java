package io.tagcompliance.benchmarks;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bar P4 under JMH: the time for one resource in each form; {@code -prof gc} tells what it allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvaluationBenchmark {
    private static final int SIZE = 200_000;

    private Evaluation evaluation = Evaluation.of(0);

    /** Makes the estate, and checks that all forms say the same of it. */
    @Setup
    public void makeEstate() {
        evaluation = Evaluation.of(SIZE);
        evaluation.requireEqual();
    }

    /** Objects and hash maps. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Object plain() {
        return evaluation.plain();
    }

    /** The same, with patterns in linear time. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Object linear() {
        return evaluation.linear();
    }

    /** Strings, each resource as if it came alone. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Object strings() {
        return evaluation.strings();
    }

    /** Strings, with the memory of a batch. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Object batch() {
        return evaluation.batch();
    }

    /** Columns. */
    @Benchmark
    @OperationsPerInvocation(SIZE)
    public Object columns() {
        return evaluation.tally(Set.of());
    }
}
