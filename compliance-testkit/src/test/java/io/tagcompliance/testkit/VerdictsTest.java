package io.tagcompliance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagcompliance.core.evaluation.CompiledPolicy;
import io.tagcompliance.core.evaluation.Lineage;
import io.tagcompliance.core.evaluation.Subject;
import io.tagcompliance.core.evaluation.Verdict;
import io.tagcompliance.core.evaluation.Violation;
import io.tagcompliance.core.evaluation.Waiver;
import io.tagcompliance.core.resource.Creation;
import io.tagcompliance.core.resource.ReadFailure;
import io.tagcompliance.core.resource.TagReading;
import io.tagcompliance.policy.Place;
import io.tagcompliance.policy.ResourceType;
import io.tagcompliance.policy.TypeCatalogue;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts that define the formats. */
class VerdictsTest {
    static Stream<JsonNode> rows() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(Estates.file("verdicts.json"));
        return StreamSupport.stream(rows.spliterator(), false);
    }

    @Test
    void every_row_is_here() throws IOException {
        assertThat(rows()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_verdict_is_the_one_of_the_row(JsonNode row) {
        CompiledPolicy policy =
                CompiledPolicy.of(Estates.policyFile(row.get("policy").textValue()));

        Verdict verdict = policy.judge(subject(row), now(row));

        if (!row.path("applicable").asBoolean(true)) {
            assertThat(verdict).isEqualTo(new Verdict.NotApplicable());
        } else if (row.has("not_evaluated")) {
            assertThat(verdict).isInstanceOf(Verdict.NotEvaluated.class);
        } else {
            assertAsInRow((Verdict.Judged) verdict, row);
        }
    }

    private static void assertAsInRow(Verdict.Judged judged, JsonNode row) {
        Set<String> expected = texts(row.path("violations"));
        assertThat(judged.violations())
                .extracting(violation -> violation.tag() + ":" + violation.issue())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(judged.compliant()).isEqualTo(row.path("compliant").asBoolean(expected.isEmpty()));
        assertThat(judged.exempt()).isEqualTo(row.path("exempt").asBoolean(false));
        assertThat(judged.waivers().stream()
                        .filter(Waiver.InGrace.class::isInstance)
                        .map(waiver -> waiver.violation().tag()))
                .containsExactlyInAnyOrderElementsOf(texts(row.path("in_grace")));
        if (row.has("closest_allowed_value")) {
            assertThat(judged.violations().getFirst())
                    .isInstanceOfSatisfying(
                            Violation.InvalidValue.class,
                            invalid -> assertThat(invalid.closestAllowedValue())
                                    .hasValue(row.get("closest_allowed_value").textValue()));
        }
    }

    private static Subject subject(JsonNode row) {
        ResourceType type = new ResourceType(row.get("type").textValue());
        Creation created = row.has("created")
                ? new Creation.At(Instant.parse(row.get("created").textValue()))
                : Creation.UNKNOWN;
        return new Subject(
                TypeCatalogue.cloudOf(type).orElseThrow(),
                type,
                row.path("id").asText(),
                new Place(row.path("account").asText(), "", "", ""),
                tags(row),
                created,
                Lineage.NONE);
    }

    private static TagReading tags(JsonNode row) {
        if (row.has("tags_unknown")) {
            return new TagReading.Unknown(new ReadFailure(
                    ReadFailure.Kind.ACCESS_DENIED,
                    "ec2:DescribeTags",
                    row.get("tags_unknown").textValue()));
        }
        Map<String, String> tags = new LinkedHashMap<>();
        row.get("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().textValue()));
        return TagReading.known(tags);
    }

    private static Instant now(JsonNode row) {
        return Instant.parse(row.path("now").asText("2026-11-22T00:00:00Z"));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.textValue()));
        return texts;
    }
}
