package io.tagcompliance.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call may keep some fields of long rows only. */
class RowFieldsTest {
    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init") // JUnit calls open() before each test
    private Conversation server;

    @BeforeEach
    void open() {
        server = Conversation.withDemo(directory);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check_tag_compliance|violations|{\"fields\":[\"resource_id\",\"region\"]}|resource_id,region",
                "check_tag_compliance|violations|{\"fields\":[\"Name\"]}|name",
                "find_untagged_resources|untagged_resources|{\"fields\":[\"resource_id\"]}|resource_id",
                "find_untagged_resources|untagged_resources|{\"fields\":\"[\\\"tags\\\"]\"}|tags",
                "validate_resource_tags|results|{\"proposed\":[{\"resource_type\":\"ec2:instance\"}],\"fields\":[\"compliant\"]}|compliant"
            })
    void rows_keep_what_was_named(String tool, String list, String arguments, String names) {
        JsonNode rows = server.call(tool, arguments).path(list);

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(fields(row)).containsExactly(names.split(",")));
    }

    @Test
    void more_rows_fit_and_no_figure_changes() {
        JsonNode all = server.call("check_tag_compliance", "{}");
        JsonNode some = server.call("check_tag_compliance", "{\"fields\":[\"resource_id\"]}");

        assertThat(all.path("violations").size()).isLessThan(10);
        assertThat(some.path("violations")).hasSize(10);
        assertThat(some.path("total_violations")).isEqualTo(all.path("total_violations"));
        assertThat(some.path("compliance_score")).isEqualTo(all.path("compliance_score"));
    }

    @Test
    void none_named_keeps_all_of_them() {
        JsonNode row = server.call("find_untagged_resources", "{\"fields\":[]}")
                .path("untagged_resources")
                .path(0);

        assertThat(fields(row)).contains("resource_id", "tags", "missing_tags", "monthly_cost");
    }

    @Test
    void that_a_text_was_escaped_is_always_said() {
        JsonNode rows = server.call(
                        "find_untagged_resources",
                        "{\"missing\":[\"NoSuchKey\"],\"limit\":100,\"fields\":[\"tags\"],"
                                + "\"filters\":{\"account_ids\":[\"104729000077\"]}}")
                .path("untagged_resources");

        assertThat(rows).anySatisfy(row -> assertThat(fields(row)).containsExactly("tags", "escaped"));
    }

    @Test
    void why_a_field_is_null_is_always_said() {
        JsonNode row = server.call(
                        "validate_resource_tags", "{\"resource_arns\":[\"i-0123\"],\"fields\":[\"compliant\"]}")
                .path("results")
                .path(0);

        assertThat(fields(row)).containsExactly("compliant", "reason");
    }

    @Test
    void an_unknown_field_is_refused_with_the_nearest_one() {
        JsonNode refusal = server.call("check_tag_compliance", "{\"fields\":[\"resource_id\",\"acount_id\"]}");

        assertThat(refusal.path("error_code").asText()).isEqualTo("invalid_argument");
        assertThat(refusal.path("message").asText()).startsWith("fields[1]: ").contains("did you mean 'account_id'?");
    }

    @Test
    void the_next_page_may_keep_other_fields() {
        String cursor = server.call("find_untagged_resources", "{\"fields\":[\"name\"]}")
                .path("next_cursor")
                .asText();
        JsonNode next =
                server.call("find_untagged_resources", "{\"fields\":[\"region\"],\"cursor\":\"" + cursor + "\"}");

        assertThat(next.path("untagged_resources")).hasSize(10);
    }

    private static List<String> fields(JsonNode row) {
        return row.propertyStream().map(field -> field.getKey()).toList();
    }
}
