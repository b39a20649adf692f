package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Something that an answer must hold, as it is written down: a place in the answer, and what must stand there. */
record Fact(JsonNode written) {
    private static final Set<String> WORDS =
            Set.of("at", "is", "within", "contains", "size", "at_least", "new", "counted");

    /** Every place that is meant must hold what is said, and there must be one. */
    void holdsIn(JsonNode answer, JsonNode answerBefore) {
        String at = written.path("at").textValue();
        assertThat(WORDS)
                .as("words of a fact")
                .containsAll(
                        written.propertyStream().map(field -> field.getKey()).toList());
        List<JsonNode> places = places(answer, at).toList();
        assertThat(places).as("places %s in %s", at, answer).isNotEmpty();
        places.forEach(place -> judge(place, at));
        if (written.has("new")) {
            assertThat(places(answerBefore, at).toList()).as(at).isNotEmpty().doesNotContainAnyElementsOf(places);
        }
    }

    private void judge(JsonNode place, String at) {
        JsonNode is = written.path("is");
        if (written.has("within")) {
            assertThat(place.doubleValue())
                    .as(at)
                    .isCloseTo(is.doubleValue(), within(written.path("within").doubleValue()));
        } else if (written.has("is")) {
            assertThat(place).as(at).isEqualTo(is);
        }
        if (written.has("contains")) {
            assertThat(place.asText()).as(at).contains(written.path("contains").textValue());
        }
        if (written.has("size")) {
            assertThat(place).as(at).hasSize(written.path("size").intValue());
        }
        if (written.has("at_least")) {
            assertThat(place.intValue())
                    .as(at)
                    .isGreaterThanOrEqualTo(written.path("at_least").intValue());
        }
    }

    /** A JSON pointer, in which {@code *} is each element of a list. */
    private static Stream<JsonNode> places(JsonNode from, String pointer) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            JsonNode place = from.at(pointer);
            return place instanceof MissingNode ? Stream.of() : Stream.of(place);
        }
        return from.at(pointer.substring(0, star))
                .valueStream()
                .flatMap(element -> places(element, pointer.substring(star + 2)));
    }
}
