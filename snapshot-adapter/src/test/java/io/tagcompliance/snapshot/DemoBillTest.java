package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.testkit.CollectingSink;
import java.io.IOException;
import java.io.StringReader;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The made-up company is billed for what it has. */
class DemoBillTest {
    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final Map<String, String> PROVIDERS =
            Map.of("aws", "AWS", "azure", "Microsoft", "gcp", "Google Cloud");

    /** What a bill calls the resources of each cloud: by their ids, or as AWS does by the last part of these. */
    private static Map<String, Set<String>> scanned() throws InterruptedException {
        Map<String, Set<String>> names = new TreeMap<>();
        for (CloudProvider cloud : DemoEstate.clouds()) {
            CollectingSink scan = new CollectingSink();
            cloud.inventory().scan(Scope.EVERYTHING, scan);
            Set<String> ofCloud = new HashSet<>();
            scan.resources().forEach(resource -> names(resource).forEach(ofCloud::add));
            names.put(PROVIDERS.getOrDefault(cloud.cloud().id(), "none"), ofCloud);
        }
        return names;
    }

    private static Stream<String> names(Resource resource) {
        String id = resource.id().text();
        return Stream.of(id, id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1));
    }

    private static List<CSVRecord> bill() throws IOException {
        StringBuilder written = new StringBuilder();
        DemoEstate.writeBill(LAST, written);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(written.toString()))
                .getRecords();
    }

    @Test
    void every_resource_on_the_bill_of_each_cloud_and_month_is_in_its_scan() throws Exception {
        Map<String, Set<String>> scanned = scanned();
        Map<String, Set<String>> billed = new TreeMap<>();
        for (CSVRecord row : bill()) {
            String id = row.get("ResourceId");
            String provider = row.get("ProviderName");
            if (!id.isEmpty()) {
                billed.computeIfAbsent(
                                provider + " " + row.get("ChargePeriodStart").substring(0, 7), first -> new TreeSet<>())
                        .add(id);
                assertThat(scanned.get(provider)).contains(id);
            }
        }

        assertThat(billed)
                .containsOnlyKeys(
                        "AWS 2026-08",
                        "AWS 2026-09",
                        "AWS 2026-10",
                        "Google Cloud 2026-08",
                        "Google Cloud 2026-09",
                        "Google Cloud 2026-10",
                        "Microsoft 2026-08",
                        "Microsoft 2026-09",
                        "Microsoft 2026-10");
        assertThat(billed.values()).allSatisfy(ids -> assertThat(ids).hasSizeGreaterThan(100));
    }
}
