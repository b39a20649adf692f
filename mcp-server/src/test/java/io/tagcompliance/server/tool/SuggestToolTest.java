package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code suggest_tags} through the guard, as clients call it. */
class SuggestToolTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:104729000022:table/catalogue-prod-table-14";
    private static final String OTHER = "arn:aws:dynamodb:eu-central-1:104729000033:table/catalogue-dev-table-02";

    @TempDir
    Path directory;

    @Test
    void one_resource_gets_its_suggestion_with_evidence_that_was_counted() {
        try (Conversation server = Conversation.withDemo(directory)) {
            JsonNode answer = server.call("suggest_tags", "{\"resource_arn\":\"" + TABLE + "\"}");
            JsonNode suggestion = answer.path("suggestions").path(0);

            assertThat(answer.path("results").path(0).path("exists").asBoolean())
                    .isTrue();
            assertThat(suggestion.path("tag_key").asText()).isEqualTo("CostCenter");
            assertThat(suggestion.path("suggested_value").asText()).isEqualTo("cc-1300");
            assertThat(suggestion.path("confidence").asDouble()).isBetween(0.5, 0.999);
            assertThat(suggestion.path("evidence")).isNotEmpty().allSatisfy(evidence -> {
                assertThat(evidence.path("votes_for").asInt())
                        .isPositive()
                        .isLessThanOrEqualTo(evidence.path("votes_of").asInt());
                assertThat(evidence.path("trials").asInt()).isPositive();
            });
            assertThat(suggestion.path("reasoning").asText()).doesNotContain("cc-1300", "catalogue");
        }
    }

    @Test
    void each_row_says_which_resource_it_is_about_and_pages_keep_its_rows_together() {
        try (Conversation server = Conversation.withDemo(directory)) {
            String both = "{\"resource_arns\":[\"" + TABLE + "\",\"" + OTHER + "\"],\"limit\":1";
            JsonNode first = server.call("suggest_tags", both + "}");
            JsonNode second = server.call(
                    "suggest_tags",
                    both + ",\"cursor\":\"" + first.path("next_cursor").asText() + "\"}");

            assertThat(first.path("total_resources").asInt()).isEqualTo(2);
            assertThat(first.findValuesAsText("resource_arn")).isNotEmpty().containsOnly(TABLE);
            assertThat(second.findValuesAsText("resource_arn")).isNotEmpty().containsOnly(OTHER);
            assertThat(second.path("next_cursor").isNull()).isTrue();
        }
    }

    @Test
    void what_nobody_knows_is_abstained_from_with_why() {
        try (Conversation server = Conversation.withDemo(directory)) {
            JsonNode answer = server.call(
                    "suggest_tags",
                    "{\"resource_arn\":\"" + TABLE + "\",\"tag_keys\":[\"aws:x\",\"Owner\",\"Never\"]}");

            assertThat(answer.path("suggestions")).isEmpty();
            assertThat(answer.path("abstained").findValuesAsText("why"))
                    .containsExactly("system_key", "already_right", "no_evidence");
        }
    }

    @Test
    void neither_id_nor_both_kinds_of_ids_are_taken() {
        try (Conversation server = Conversation.withDemo(directory)) {
            for (String arguments :
                    new String[] {"{}", "{\"resource_arn\":\"" + TABLE + "\",\"resource_arns\":[\"" + OTHER + "\"]}"}) {
                JsonNode refused = server.call("suggest_tags", arguments);

                assertThat(refused.path("error_code").asText()).isEqualTo("invalid_argument");
                assertThat(refused.path("message").asText()).contains("resource_arn");
            }
        }
    }
}
