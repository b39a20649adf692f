package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Links within the project lead somewhere. */
class LinksTest {
    @Test
    void every_relative_link_leads_to_a_file_and_to_a_heading_in_it() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            for (String link : Pages.relativeLinks(Files.readString(page))) {
                if (!leadsSomewhere(page, link)) {
                    broken.add(Pages.ROOT.relativize(page) + " -> " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void a_link_to_nothing_is_found() throws IOException {
        Path readme = Pages.ROOT.resolve("README.md");

        assertThat(Pages.relativeLinks("[a](docs/b.md) `[c](d.md)` [e](https://example.com) [f](#g)"))
                .containsExactly("docs/b.md", "#g");
        assertThat(leadsSomewhere(readme, "docs/settings.md")).isTrue();
        assertThat(leadsSomewhere(readme, "docs/no-such-page.md")).isFalse();
        assertThat(leadsSomewhere(readme, "#no-such-heading")).isFalse();
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        int at = link.indexOf('#');
        String path = at < 0 ? link : link.substring(0, at);
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        return Files.exists(target) && (at < 0 || headings(target).contains(link.substring(at + 1)));
    }

    private static List<String> headings(Path page) throws IOException {
        return Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
