package io.tagcompliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagcompliance.core.resource.Resource;
import io.tagcompliance.core.resource.ResourceId;
import io.tagcompliance.core.resource.Scope;
import io.tagcompliance.core.spi.CloudProvider;
import io.tagcompliance.testkit.CollectingSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line means the same alone, where it is read with every care, and among others that it is like, where it may be read the
 * quick way. Lines are thrown, most of them usual, and some a little beside it.
 */
class QuickReadingAgreesTest {
    private static final List<String> BEGINNINGS = List.of(
            "arn:aws:sqs:eu-west-1:123456789012:",
            "arn:aws:ec2:us-east-1:123456789012:instance/",
            "arn:aws:s3:::",
            "arn:aws:sqs:eu-west-1:",
            "/subscriptions/Abc/resourceGroups/Rg/providers/Microsoft.Compute/disks/",
            "/subscriptions/",
            "//compute.googleapis.com/projects/p/zones/europe-west1-b/disks/",
            "");
    private static final List<String> ENDS =
            List.of("q", "Q", "q.", ".q", "..", "", " ", "q ", "q*", "q?", "\\u00e9", "é", "\\ud800", "NULL", "q\\t");
    private static final List<String> FIELDS = List.of(
            "\"resource_type\":\"Microsoft.Compute/disks\"",
            "\"resource_type\":\" \"",
            "\"account_id\":\"123456789012\"",
            "\"account_id\":123456789012",
            "\"account_id\":\"12\"",
            "\"account_id\":\"NULL\"",
            "\"account_id\":null",
            "\"region\":\"EU-west-1\"",
            "\"region\":\"\"",
            "\"region\":{}",
            "\"Region\":\"eu-west-1\"",
            "\"name\":\" n\"",
            "\"name\":\"null\"",
            "\"name\":\"longer than that\"",
            "\"name\":\"longer than that \"",
            "\"name\":\" longer than that\"",
            "\"name\":\"\\ud83d\\ude00\"",
            "\"name\":7",
            "\"created_at\":\"2026-03-31\"",
            "\"created_at\":\" 2026-03-31T09:30:00Z\"",
            "\"created_at\":\"yesterday\"",
            "\"created_at\":null",
            "\"cloud\":\"aws\"",
            "\"cloud\":\"azure\"",
            "\"cloud\":\"oci\"",
            "\"tags_unknown\":\"throttled\"",
            "\"tags_unknown\":null",
            "\"tags\":{\"Owner\":\"twice\"}",
            "\"gap\":\"throttled\"",
            "\"gap\":null",
            "\"colour\":\"red\"");
    private static final List<String> KEYS =
            List.of("Owner", "Name", "CostCenter", "owner", "\\u00e9", "é", "", "\\udc00");
    private static final List<String> VALUES = List.of(
            "\"a\"",
            "\"\"",
            "\" NULL\"",
            "\"\\u0000\"",
            "\"é\"",
            "\"\\u6771\"",
            "\"\\ud800\"",
            "1",
            "true",
            "null",
            "[]");

    @TempDir
    private Path directory;

    private final Random random = new Random(7);

    @Test
    void a_line_means_the_same_alone_and_among_others() throws Exception {
        int whole = 0;
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            int oddity = round % 3 == 0 ? 0 : 60;
            Set<ResourceId> seen = new HashSet<>();
            List<String> lines = new ArrayList<>();
            List<Resource> expected = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                String line = line(number, oddity);
                Outcome alone = read(List.of(line));
                if (seen.addAll(alone.resources().stream().map(Resource::id).toList())
                        || !alone.problems().isEmpty()) {
                    lines.add(line);
                    expected.addAll(alone.resources());
                    int at = lines.size();
                    alone.problems().forEach(problem -> problems.add(problem.replace("line 1:", "line " + at + ":")));
                }
            }
            Outcome together = read(lines);
            assertThat(together.problems())
                    .as(String.join("\n", lines))
                    .isEqualTo(problems.subList(0, Math.min(10, problems.size())));
            if (problems.isEmpty()) {
                assertThat(together.resources()).containsExactlyInAnyOrderElementsOf(expected);
                whole++;
            } else {
                refused++;
            }
        }
        assertThat(List.of(whole, refused)).allMatch(times -> times > 50);
    }

    @Test
    void what_a_reader_of_lines_says_of_a_line_does_not_depend_on_where_the_line_lies_in_the_file() throws Exception {
        List<String> lines = new ArrayList<>();
        List<Resource> expected = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            String line =
                    "{\"resource_id\":\"arn:aws:sqs:eu-west-1:123456789012:q%d\",\"resource_type\":\"sqs:queue\",\"tags\":{\"Owner\":\"%s\"}}"
                            .formatted(number, (number % 50 == 0 ? "é" : "v").repeat(random.nextInt(300)));
            lines.add(line);
            expected.addAll(read(List.of(line)).resources());
        }

        assertThat(read(lines).resources()).isEqualTo(expected);
    }

    private record Outcome(List<Resource> resources, List<String> problems) {}

    private Outcome read(List<String> lines) throws Exception {
        Path file = Files.write(directory.resolve("estate.jsonl"), lines);
        CollectingSink scan = new CollectingSink();
        try {
            for (CloudProvider cloud : EstateFile.open(file).clouds()) {
                cloud.inventory().scan(Scope.EVERYTHING, scan);
            }
        } catch (EstateFileException wrong) {
            return new Outcome(List.of(), wrong.problems());
        }
        return new Outcome(scan.resources(), List.of());
    }

    private String line(int number, int oddity) {
        boolean odd = random.nextInt(100) < oddity;
        List<String> fields = new ArrayList<>();
        String end = odd && random.nextBoolean() ? one(ENDS) : "q";
        String id = odd ? one(BEGINNINGS) : BEGINNINGS.get(random.nextInt(2));
        fields.add("\"resource_id\":\"" + id + (random.nextInt(8) == 0 ? end : number + end) + "\"");
        fields.add("\"resource_type\":\"" + (odd && random.nextBoolean() ? "ec2:Instance" : "sqs:queue") + "\"");
        if (random.nextBoolean()) {
            fields.add("\"name\":\"name of " + number % 3 + "\"");
        }
        fields.add("\"tags\":{" + tags(odd) + "}");
        if (odd) {
            fields.add(random.nextInt(fields.size() + 1), one(FIELDS));
        }
        return "{" + String.join(",", fields) + "}"
                + (odd && random.nextInt(20) == 0 ? one(List.of("x", " {}", " ", ",")) : "");
    }

    private String tags(boolean odd) {
        List<String> tags = new ArrayList<>();
        for (String key : KEYS.subList(0, random.nextInt(4))) {
            tags.add("\"" + key + "\":\"v" + random.nextInt(3) + "\"");
        }
        if (odd && random.nextBoolean()) {
            tags.add("\"" + one(KEYS) + "\":" + one(VALUES));
        }
        return String.join(",", tags);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
