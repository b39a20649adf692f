package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tagcompliance.server.Wiring;
import io.tagcompliance.server.guard.Call;
import io.tagcompliance.server.guard.Reply;
import io.tagcompliance.server.settings.RawSettings;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.Settings;
import io.tagcompliance.server.tool.CallContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions of people who answer for the bill, each with the calls that answer it and what those must say. */
class EvaluationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "docs/evaluation/questions.json";

    @TempDir
    private static Path directory;

    private static final Map<String, Wiring> PROGRAMS = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        written()
                .path("estates")
                .properties()
                .forEach(estate -> PROGRAMS.put(estate.getKey(), over(estate.getValue())));
    }

    @AfterAll
    static void stop() {
        PROGRAMS.values().forEach(Wiring::close);
        PROGRAMS.clear();
    }

    static Stream<Question> questions() throws IOException {
        return written().path("questions").valueStream().map(Question::of);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void the_answer_holds_the_facts(Question question) {
        JsonNode before = MissingNode.getInstance();
        for (Question.Step step : question.calls()) {
            Reply reply = ask(question.on(), step, before);
            JsonNode answer = reply.structured();
            JsonNode answerBefore = before;
            step.facts().forEach(fact -> fact.holdsIn(answer, answerBefore));
            assertThat(reply.text()).isNotBlank();
            if (!step.arguments().has("limit") && !step.arguments().has("detail")) {
                assertThat(answer.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8_000);
            }
            before = answer;
        }
    }

    @Test
    void what_is_counted_is_counted_by_hand_too() throws Exception {
        DemoCounts counts = DemoCounts.read();
        List<JsonNode> counted = questions()
                .flatMap(question -> question.calls().stream())
                .flatMap(step -> step.facts().stream())
                .map(Fact::written)
                .filter(fact -> fact.has("counted"))
                .toList();

        assertThat(counted)
                .hasSizeGreaterThan(25)
                .allSatisfy(fact -> assertThat(counts.of(fact.path("counted")))
                        .as(fact.toString())
                        .isEqualTo(fact.path("is").longValue()));
    }

    @Test
    void they_ask_every_tool() throws IOException {
        List<Question> questions = questions().toList();

        assertThat(questions).hasSize(38).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(questions).extracting(Question::ask).doesNotHaveDuplicates();
        assertThat(questions.stream()
                        .flatMap(question -> question.calls().stream())
                        .map(Question.Step::tool))
                .containsAll(program("demo").guard().tools().names());
    }

    @Test
    void a_fact_that_does_not_hold_is_found() throws IOException {
        JsonNode answer = JSON.readTree("{\"total\":3,\"rows\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"cost\":null}");

        for (String wrong : List.of(
                "{\"at\":\"/total\",\"is\":4}",
                "{\"at\":\"/total\",\"is\":4,\"within\":0.5}",
                "{\"at\":\"/total\",\"at_least\":4}",
                "{\"at\":\"/rows\",\"size\":1}",
                "{\"at\":\"/rows/*/id\",\"is\":\"a\"}",
                "{\"at\":\"/rows/*/id\",\"new\":true}",
                "{\"at\":\"/rows/0/id\",\"contains\":\"b\"}",
                "{\"at\":\"/cost\",\"is\":0}",
                "{\"at\":\"/no_such_place\",\"is\":null}",
                "{\"at\":\"/total\",\"equals\":3}")) {
            Fact fact = new Fact(JSON.readTree(wrong));
            assertThatThrownBy(() -> fact.holdsIn(answer, answer)).as(wrong).isInstanceOf(AssertionError.class);
        }
        new Fact(JSON.readTree("{\"at\":\"/cost\",\"is\":null}")).holdsIn(answer, LongNode.valueOf(0));
    }

    private static Reply ask(String estate, Question.Step step, JsonNode before) {
        Call call = new Call(
                step.tool(),
                completed(step.arguments(), before),
                "local",
                CallContext.Room.MODEL,
                Call.Wait.TO_THE_DEADLINE,
                progress -> {});
        return program(estate).guard().call(call).orElseThrow();
    }

    private static JsonNode completed(JsonNode arguments, JsonNode before) {
        try {
            return JSON.readTree(arguments
                    .toString()
                    .replace("{next_cursor}", before.path("next_cursor").asText()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Wiring program(String estate) {
        return Objects.requireNonNull(PROGRAMS.get(estate), estate);
    }

    private static Wiring over(JsonNode settings) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        settings.properties()
                .forEach(one -> flags.put(
                        Setting.valueOf(one.getKey().toUpperCase(Locale.ROOT)),
                        one.getValue().textValue()));
        flags.put(Setting.DATA_DIR, directory.resolve("data-" + PROGRAMS.size()).toString());
        return Wiring.of(Settings.of(RawSettings.read(flags, Map.of(), Pages.ROOT), Map.of()));
    }

    private static JsonNode written() throws IOException {
        return JSON.readTree(Pages.text(FILE));
    }
}
