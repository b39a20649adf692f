package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Cloud;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts that define the formats. The rows of the full format come when it is read. */
class VerdictsTest {
    private static final Set<String> READ = Set.of("phase-1.json", "version-2.json");

    static Stream<JsonNode> rows() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(Estates.file("verdicts.json"));
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> READ.contains(row.get("policy").textValue()));
    }

    @Test
    void every_row_of_the_two_formats_is_here() throws IOException {
        assertThat(rows()).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_verdict_is_the_one_of_the_row(JsonNode row) {
        CompiledPolicy policy =
                CompiledPolicy.of(Estates.policyFile(row.get("policy").textValue()));
        ResourceType type = new ResourceType(row.get("type").textValue());
        Cloud cloud = TypeCatalogue.cloudOf(type).orElseThrow();
        Map<String, String> tags = new LinkedHashMap<>();
        row.get("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().textValue()));

        Verdict verdict = policy.judge(cloud, type, TagReading.known(tags));

        if (!row.path("applicable").asBoolean(true)) {
            assertThat(verdict).isEqualTo(new Verdict.NotApplicable());
            return;
        }
        Verdict.Judged judged = (Verdict.Judged) verdict;
        Set<String> found = new TreeSet<>();
        judged.violations().forEach(violation -> found.add(violation.tag() + ":" + violation.issue()));
        Set<String> expected = new TreeSet<>();
        row.get("violations").forEach(one -> expected.add(one.textValue()));
        assertThat(found).isEqualTo(expected);
        assertThat(judged.violations()).hasSameSizeAs(expected);
        assertThat(judged.compliant()).isEqualTo(row.path("compliant").asBoolean(expected.isEmpty()));
    }
}
