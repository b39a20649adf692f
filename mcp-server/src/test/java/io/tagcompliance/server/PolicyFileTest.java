package io.tagcompliance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagcompliance.server.settings.Setting;
import io.tagcompliance.server.settings.SettingsException;
import io.tagcompliance.server.tool.Conversation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
    private static final String GOOD = "{\"version\":\"1.0\",\"required_tags\":[{\"name\":\"Owner\"}]}";

    @TempDir
    Path directory;

    private Path policy;

    @BeforeEach
    void write() throws IOException {
        policy = Files.writeString(directory.resolve("policy.json"), GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"version\":\"1.0\",\"required_tag\":[]}", "{\"version\":\"7\"}", "\uFEFF{}"})
    void r14_the_last_good_policy_stays_in_force_and_answers_say_so(String bad) throws IOException {
        try (Conversation server = Conversation.with(flags(), directory)) {
            assertThat(server.call("get_tagging_policy", "{}").has("problem")).isFalse();
            change(bad.getBytes(StandardCharsets.UTF_8), 1);
            JsonNode stale = server.call("get_tagging_policy", "{}");

            assertThat(stale.path("required_tags").get(0).path("name").asText()).isEqualTo("Owner");
            assertThat(stale.path("problem").asText()).contains("the last good policy stays in force");
            assertThat(server.call("check_tag_compliance", "{}")
                            .path("policy")
                            .path("problem")
                            .asText())
                    .isNotBlank();

            change(GOOD.replace("Owner", "Team").getBytes(StandardCharsets.UTF_8), 2);
            JsonNode mended = server.call("get_tagging_policy", "{}");

            assertThat(mended.has("problem")).isFalse();
            assertThat(mended.path("required_tags").get(0).path("name").asText())
                    .isEqualTo("Team");
        }
    }

    @Test
    void r14_a_file_of_50_megabytes_is_refused_without_being_read_whole() throws IOException {
        Files.write(policy, new byte[50 * 1024 * 1024]);

        assertThatThrownBy(() -> PolicyFile.open(policy))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void a_policy_file_that_is_gone_leaves_the_last_good_one_in_force() throws IOException {
        PolicyFile source = PolicyFile.open(policy);
        Files.delete(policy);

        assertThat(source.current().policy().required()).hasSize(1);
        assertThat(source.current().health().toString()).contains("is gone");
    }

    @Test
    void without_a_policy_the_starter_is_in_force_and_the_answer_says_so() throws IOException {
        Path estate = Files.writeString(
                directory.resolve("e.jsonl"),
                "{\"resource_id\":\"arn:aws:sqs:eu-west-1:111111111111:q\",\"resource_type\":\"sqs:queue\",\"tags\":{}}\n");
        Map<Setting, String> flags = Map.of(
                Setting.ESTATE, estate.toString(),
                Setting.DATA_DIR, directory.resolve("data").toString());
        try (Conversation server = Conversation.with(flags, directory)) {
            JsonNode answer = server.call("check_tag_compliance", "{}");

            assertThat(answer.path("policy").path("source").asText()).startsWith("starter policy, since none is set");
            assertThat(answer.path("total_violations").asInt()).isEqualTo(3);
        }
    }

    private void change(byte[] bytes, int later) throws IOException {
        Files.write(policy, bytes);
        Files.setLastModifiedTime(policy, FileTime.from(Instant.now().plusSeconds(later)));
    }

    private Map<Setting, String> flags() {
        return Map.of(
                Setting.CLOUDS, "demo",
                Setting.POLICY, policy.toString(),
                Setting.DATA_DIR, directory.resolve("data").toString());
    }
}
