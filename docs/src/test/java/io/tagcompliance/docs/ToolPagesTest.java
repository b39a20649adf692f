package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages about tools say what the catalogue says. */
class ToolPagesTest {
    @Test
    void every_page_is_as_the_catalogue_makes_it() throws IOException {
        for (Map.Entry<String, String> page : ToolPages.all().entrySet()) {
            Pages.expect("docs/tools/" + page.getKey(), page.getValue());
        }
    }

    @Test
    void there_is_no_page_of_a_tool_that_is_gone() throws IOException {
        try (Stream<Path> pages = Files.list(Pages.ROOT.resolve("docs/tools"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ToolPages.all().keySet());
        }
    }

    @Test
    void what_has_no_upper_bound_or_several_types_is_shown_so() {
        assertThat(ToolPages.all().get("find_untagged_resources.md"))
                .contains("| `min_cost_threshold` | number | at least 0 |")
                .contains("| `missing` | string or list of string | `all_tags`, `any_required`; at most ");
        assertThat(ToolPages.all().values()).noneMatch(page -> page.contains("to null") || page.contains("| null |"));
    }

    @Test
    void a_parameter_is_shown_with_its_type_bounds_default_and_meaning() {
        assertThat(ToolPages.all().get("check_tag_compliance.md"))
                .contains("| `limit` | integer | 1 to 100 |")
                .contains("| `filters.regions` | list of string | at most 100 elements |")
                .contains("| `fresh` | boolean |  | `false` | Read the clouds now");
    }
}
