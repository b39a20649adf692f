package io.tagcompliance.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at a report as a person would: Debian's Chromium has to be installed, else the build says that nobody looked. */
class HtmlReportInBrowserTest {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final String HOSTILE =
            "\"><img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>";

    @TempDir
    private Path directory;

    @Test
    void r06_a_report_is_inert_alone_and_readable_on_a_phone_in_the_dark_and_on_paper() throws Exception {
        Path chromium =
                CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(Path.of("none"));
        boolean found = Files.isExecutable(chromium);
        if (!found) {
            System.err.println("NOT LOOKED AT: no Chromium is installed, so no report was shown in a browser");
        }
        assumeTrue(found, "Chromium is installed");
        Path file =
                Files.writeString(directory.resolve("report.html"), DocumentFormat.HTML.write(Reports.saying(HOSTILE)));
        LaunchOptions options = new LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"))
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright.CreateOptions quiet =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(quiet);
                Browser browser = playwright.chromium().launch(options)) {
            look(browser, file);
        }
    }

    private static void look(Browser browser, Path file) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.setViewportSize(390, 844);
            page.navigate(file.toUri().toString());

            assertThat(page.title()).isEqualTo("Tag compliance, 2026-11-28");
            assertThat(page.locator("img, script, iframe, a").count()).isZero();
            assertThat(asked).containsExactly(file.toUri().toString());
            assertThat(page.locator("strong").first().textContent()).isEqualTo("73.1 %");
            assertThat(page.locator("svg").count()).isEqualTo(3);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);

            Object light = background(page, ColorScheme.LIGHT, Media.SCREEN);
            Object dark = background(page, ColorScheme.DARK, Media.SCREEN);
            Object paper = background(page, ColorScheme.LIGHT, Media.PRINT);
            assertThat(light).isEqualTo("rgb(255, 255, 255)").isNotEqualTo(dark);
            assertThat(paper).isEqualTo("rgb(255, 255, 255)");
            assertThat(page.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Object background(Page page, ColorScheme scheme, Media media) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setMedia(media));
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
