package io.tagcompliance.benchmarks;

import io.tagcompliance.core.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Bar P6 under JMH: the time for all resources of an estate file, read into columns and only tokenised. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IngestBenchmark {
    @Param("100000")
    private int size;

    private Path file = Path.of("");
    private List<Resource> page = List.of();

    /** Writes the file, and checks that both sides read all of it. */
    @Setup
    public void writeFile() throws IOException {
        file = IngestBar.estateFile(size);
        page = SyntheticEstate.objects(size);
    }

    @TearDown
    public void deleteFile() throws IOException {
        Files.delete(file);
    }

    /** Jackson's tokeniser, which is the measure. */
    @Benchmark
    public int tokenise() {
        return IngestBar.tokens(file);
    }

    /** The file into columns. */
    @Benchmark
    public int ingest() {
        return IngestBar.clouds(file);
    }

    /** Objects into columns, as pages of a cloud are. */
    @Benchmark
    public int pages() {
        return IngestBar.columns(page);
    }
}
