package io.tagcompliance.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each bar still runs, and its sides still say the same; how fast they are is for a quiet machine to say. */
class BarsTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void all_forms_of_evaluation_say_the_same() {
        EvaluationBar.run(3_000, 1, out);

        assertThat(text.toString()).contains("3,000 resources, 1 pairs; all forms say the same");
    }

    @Test
    void columns_hold_what_was_put_in() {
        HeapBar.run(5_000, out);

        assertThat(text.toString()).contains("5,000 resources");
    }

    @Test
    void both_sides_of_ingest_read_every_resource() throws Exception {
        IngestBar.run(2_000, 1, out);

        assertThat(text.toString()).contains("2,000 resources");
    }

    @Test
    void the_heap_of_each_form_is_told_under_jmh_too() throws RunnerException {
        assertThat(underJmh(HeapBenchmark.class))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.getSecondaryResults())
                        .hasEntrySatisfying(
                                "bytesEach",
                                bytes -> assertThat(bytes.getScore()).isPositive()));
    }

    @Test
    void ingest_and_what_it_is_measured_by_run_under_jmh_too() throws RunnerException {
        assertThat(underJmh(IngestBenchmark.class))
                .extracting(result -> result.getParams().getBenchmark().replaceFirst(".*\\.", ""))
                .containsExactlyInAnyOrder("tokenise", "ingest", "pages");
    }

    private static Collection<RunResult> underJmh(Class<?> benchmark) throws RunnerException {
        System.setProperty("jmh.ignoreLock", "true");
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getName())
                        .param("size", "2000")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(10))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    @Test
    void callers_who_ask_the_same_at_once_take_one_scan() throws Exception {
        FlightBar.run(1_000, 10, out);

        assertThat(text.toString()).contains("10 rounds of 64 callers: all are told the same, of 1 scan,");
    }

    @Test
    void growth_is_measured_over_five_sizes() {
        GrowthBar.run(5_000, out);

        assertThat(text.toString().lines()).hasSize(6);
    }

    @Test
    void a_split_bill_adds_up_to_its_bare_sum() throws Exception {
        AttributionBar.run(30_000, 1, out);

        assertThat(text.toString()).contains("30,000 rows", "equal to the last digit");
    }
}
