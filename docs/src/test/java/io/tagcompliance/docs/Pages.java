package io.tagcompliance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the project, and how they are taken apart. */
final class Pages {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Pages() {}

    static String text(String page) throws IOException {
        return Files.readString(ROOT.resolve(page));
    }

    /** Every page, but for what builds and editors leave lying about. */
    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("target", "node_modules", ".git", ".idea")
                            .noneMatch(ignored -> ROOT.relativize(file).startsWith(ignored)
                                    || ROOT.relativize(file).toString().contains("/" + ignored + "/")))
                    .sorted()
                    .toList();
        }
    }

    /** The fenced blocks of a language. */
    static List<String> blocks(String page, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** The links of a page that lead to another file of the project. */
    static List<String> relativeLinks(String page) {
        String prose = page.replaceAll("(?ms)^```.*?^```$", "").replaceAll("`[^`\n]*`", "");
        List<String> links = new ArrayList<>();
        Pattern.compile("\\]\\(([^)\\s]+)\\)").matcher(prose).results().forEach(link -> links.add(link.group(1)));
        links.removeIf(link -> link.contains("://") || link.startsWith("mailto:"));
        return links;
    }

    /** Compares a page with what it should be, or with {@code -Dupdate.pages=true} makes it so. */
    static void expect(String page, String content) throws IOException {
        Path file = ROOT.resolve(page);
        if (Boolean.getBoolean("update.pages")) {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("made from the code; -Dupdate.pages=true makes it anew")
                .hasContent(content);
    }
}
