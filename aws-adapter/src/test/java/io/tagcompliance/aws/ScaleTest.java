package io.tagcompliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Estates that grow: every resource is found with its tags, and what that takes. By default a short form; the figures of
 * {@code docs/performance.md} come from {@code benchmarks/aws_scale.py}, which gives the sizes as system properties.
 */
@Timeout(1_800)
class ScaleTest {
    private static final int ACCOUNTS = Integer.getInteger("scale.accounts", 3);
    private static final int PER_ACCOUNT = Integer.getInteger("scale.per.account", 400);
    private static final int WAIT = Integer.getInteger("scale.wait", 0);
    private static final String RATES = System.getProperty("scale.rates", "unlimited");
    private static final int SCANS = Integer.getInteger("scale.scans", 2);
    private static final String HEAP = System.getProperty("scale.heap", "512m");

    @Test
    void r81_a_large_estate_is_checked_in_little_memory_and_to_its_end() throws Exception {
        ScaleEstate estate = new ScaleEstate(ACCOUNTS, PER_ACCOUNT);
        try (ScaleLab lab = new ScaleLab(estate, WAIT)) {
            long before = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElseThrow()
                    .toMillis();
            Map<String, List<Long>> printed = run(lab, estate, HEAP, SCANS);
            Map<String, Long> figures = new TreeMap<>();
            printed.forEach((key, values) -> figures.put(key, median(values)));
            figures.put(
                    "lab_cpu_ms",
                    ProcessHandle.current()
                                    .info()
                                    .totalCpuDuration()
                                    .orElseThrow()
                                    .toMillis()
                            - before);
            ScaleCalls calls = lab.calls();
            figures.put("calls_a_scan", calls.total() / SCANS);
            figures.put("chain_ms", (long) estate.longestChain() * WAIT);
            System.out.println("scale: " + figures + "\n" + calls);

            assertThat(printed.get("total")).hasSize(SCANS).containsOnly((long) estate.total());
            assertThat(printed.get("non_compliant")).hasSize(SCANS).containsOnly((long) estate.nonCompliant());
            assertThat(printed.get("gaps")).hasSize(SCANS).containsOnly(0L);
            assertOnlyWhatIsDemanded(estate, calls);
        }
    }

    /**
     * A tenth of row 81, which is what there is time for in a build. The clients of AWS take more than half of this heap; in what
     * is left there is no room for the resources as objects.
     */
    @Test
    void r81_a_hundred_thousand_resources_are_checked_in_112_mebibytes() throws Exception {
        ScaleEstate estate = new ScaleEstate(20, 5_000);
        try (ScaleLab lab = new ScaleLab(estate, 0)) {
            Map<String, List<Long>> printed = run(lab, estate, "112m", 1);

            assertThat(printed.get("total")).containsExactly((long) estate.total());
            assertThat(estate.total()).isGreaterThan(100_000);
            assertThat(printed.get("non_compliant")).containsExactly((long) estate.nonCompliant());
            assertThat(printed.get("gaps")).containsExactly(0L);
        }
    }

    @Test
    void finds_every_resource_of_three_accounts_with_its_tags() throws Exception {
        ScaleEstate estate = new ScaleEstate(3, 3_500);
        CollectingSink sink = new CollectingSink();
        try (ScaleLab lab = new ScaleLab(estate, 0);
                AwsCloud cloud = AwsCloud.of(
                        ScaleRun.settings(3), ScaleRun.connection(Integer.toString(lab.port()), Rates.UNLIMITED))) {
            cloud.inventory().scan(Scope.EVERYTHING, sink);
        }

        assertThat(sink.gaps()).isEmpty();
        assertThat(sink.resources()).hasSize(estate.total()).hasSizeGreaterThan(10_000);
        assertThat(ScaleRun.checksum(sink.resources())).isEqualTo(estate.checksum());
        assertThat(sink.resources().stream()
                        .filter(resource -> LabEstate.tags(resource).isEmpty())
                        .count())
                .isEqualTo(estate.untagged());
    }

    /**
     * Bar P1. Every list is asked for as often as it has pages: classic load balancers, and both kinds of snapshots that AWS Backup
     * makes, have one of their own. Small types share a page of tags.
     */
    private static void assertOnlyWhatIsDemanded(ScaleEstate estate, ScaleCalls calls) {
        int scans = SCANS * ACCOUNTS;
        ScaleCalls demanded = ScaleCalls.demandedBy(estate).times(scans);
        ScaleCalls lists = demanded.plus("elasticloadbalancing", scans).plus("rds", 2L * scans);
        assertThat(calls.without("tag", "sts", "resource-explorer-2")).isEqualTo(lists.without("tag"));
        assertThat(ScaleEstate.REGIONS)
                .allSatisfy(region -> assertThat(calls.of("tag", region)).isBetween(1L, demanded.of("tag", region)));
        assertThat(calls.total()).isLessThanOrEqualTo(demanded.total() * 11 / 10);
    }

    /** In a process of its own, so that its memory and time are the program's alone. */
    private static Map<String, List<Long>> run(ScaleLab lab, ScaleEstate estate, String heap, int scans)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ScaleRun.class.getName()));
        Collections.addAll(
                command,
                Integer.toString(lab.port()),
                Integer.toString(estate.accounts()),
                RATES,
                Integer.toString(scans));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(29, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return Arrays.stream(output.split("\n"))
                .map(line -> line.split("="))
                .collect(Collectors.groupingBy(
                        pair -> pair[0],
                        Collectors.mapping(pair -> Long.parseLong(pair[1].strip()), Collectors.toList())));
    }

    private static long median(List<Long> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
