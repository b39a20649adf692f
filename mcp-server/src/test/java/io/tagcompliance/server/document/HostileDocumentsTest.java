package io.tagcompliance.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HostileDocumentsTest {
    private static final Pattern ELEMENT = Pattern.compile("<([a-z0-9]+)");
    private static final List<String> OURS = List.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "header",
            "footer",
            "section",
            "div",
            "h1",
            "h2",
            "p",
            "strong",
            "span",
            "svg",
            "rect",
            "text",
            "line",
            "polyline",
            "circle",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "ul",
            "li");

    @Test
    void r06_no_text_becomes_an_element_or_an_attribute_of_html() {
        for (String text : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "</style><script>alert(1)</script>",
                "</text></svg><iframe src=//evil.example>",
                "<!--",
                "]]>")) {
            String html = DocumentFormat.HTML.write(Reports.saying(text));

            Matcher elements = ELEMENT.matcher(html);
            while (elements.find()) {
                assertThat(OURS).contains(elements.group(1));
            }
            assertThat(html).doesNotContain("onerror=alert(1)>", "<!--").contains("default-src 'none'");
            assertThat(html.replaceAll("(?s)<[^>]*>", " ")).doesNotContain("\"><");
        }
    }

    @Test
    void r07_no_text_becomes_a_link_an_image_a_heading_or_a_column_of_markdown() {
        String plain = DocumentFormat.MARKDOWN.write(Reports.saying("plain"));
        for (String text : List.of(
                "](http://evil.example)",
                "![x](http://evil.example)",
                "a|b|c",
                "one\n# two",
                "<https://evil.example>",
                "`code` *bold* _under_ ~~gone~~",
                "\\|")) {
            String markdown = DocumentFormat.MARKDOWN.write(Reports.saying(text));

            assertThat(markdown.lines().count()).isEqualTo(plain.lines().count());
            assertThat(columns(markdown)).isEqualTo(columns(plain));
            assertThat(obeyed(markdown)).doesNotContain("](", "![", "<http", "`");
        }
    }

    @Test
    void what_is_to_be_copied_from_markdown_stands_there_as_it_is() {
        assertThat(DocumentFormat.MARKDOWN.write(Reports.saying("errors_only a.b")))
                .contains(
                        "| `tag-compliance export --rule errors_only a.b`",
                        "`errors_only a.b` `errors_only a.b` and 298");
        assertThat(MarkdownText.code("a ``b` c")).isEqualTo("``` a ``b` c ```");
        assertThat(MarkdownText.code("a|b\nc")).isEqualTo("a\\|b c");
        assertThat(MarkdownText.code("")).isEmpty();
    }

    /** What a text is that Markdown looks at: code taken out, which ends with as many backticks as it begins with. */
    private static String obeyed(String markdown) {
        String code = "(?<!`)(`+)(?!`)[^\\n]*?(?<!`)\\1(?!`)";
        return markdown.replaceAll("\\\\.|" + code, "");
    }

    /** How many cells each line has, by the bars that aren't escaped. */
    private static List<Integer> columns(String markdown) {
        return markdown.lines()
                .map(line -> (int) line.replaceAll("\\\\.", "")
                        .chars()
                        .filter(sign -> sign == '|')
                        .count())
                .toList();
    }

    @Test
    void r04_no_cell_of_a_csv_report_becomes_a_formula() {
        String csv = DocumentFormat.CSV.write(Reports.saying("=1+1"));

        assertThat(csv).contains("'=1+1").doesNotContain(",=1+1", "\n=1+1");
    }
}
