package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The adapter on the page about clouds is the one whose contract is tested. */
class AddACloudPageTest {
    private static final String PAGE = "docs/add-a-cloud.md";
    private static final Path SOURCES = Path.of("src/test/java/io/tagcompliance/lighthouse");
    private static final Pattern FILE = Pattern.compile("(?ms)^<!-- (\\S+\\.java) -->\n```java\n.*?^```$");

    @Test
    void each_file_stands_there_as_it_is_compiled() throws IOException {
        StringBuilder page = new StringBuilder();
        Matcher file = FILE.matcher(Pages.text(PAGE));
        while (file.find()) {
            String source = Files.readString(SOURCES.resolve(file.group(1)));
            String shown = "<!-- " + file.group(1) + " -->\n```java\n" + source + "```";
            file.appendReplacement(page, Matcher.quoteReplacement(shown));
        }
        file.appendTail(page);

        Pages.expect(PAGE, page.toString());
    }

    @Test
    void no_file_is_left_out() throws IOException {
        List<String> shown = new ArrayList<>();
        FILE.matcher(Pages.text(PAGE)).results().forEach(file -> shown.add(file.group(1)));

        try (Stream<Path> sources = Files.list(SOURCES)) {
            assertThat(sources.map(source -> source.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }
}
