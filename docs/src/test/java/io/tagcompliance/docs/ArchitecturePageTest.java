package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture and the table of modules are as the poms have it. */
class ArchitecturePageTest {
    private static final Pattern INNER_DEPENDENCY =
            Pattern.compile("<groupId>io.tagcompliance</groupId><artifactId>([a-z-]+)</artifactId></dependency>");

    @Test
    void its_arrows_are_those_of_the_poms() throws IOException {
        TreeSet<String> needed = new TreeSet<>();
        for (String module : modules()) {
            INNER_DEPENDENCY
                    .matcher(Pages.text(module + "/pom.xml"))
                    .results()
                    .forEach(dependency -> needed.add(module + " --> " + dependency.group(1)));
        }

        assertThat(Pages.blocks(page(), "mermaid").getFirst().lines().skip(1).map(String::strip))
                .containsExactlyInAnyOrderElementsOf(needed)
                .hasSizeGreaterThan(10);
    }

    @Test
    void its_table_has_every_module() throws IOException {
        List<String> rows = found("(?m)^\\| `([a-z-]+)` \\|", page());

        assertThat(rows).containsExactlyElementsOf(modules());
    }

    private static List<String> modules() throws IOException {
        return found("<module>([a-z-]+)</module>", Pages.text("pom.xml"));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String page() throws IOException {
        return Pages.text("docs/architecture.md");
    }
}
