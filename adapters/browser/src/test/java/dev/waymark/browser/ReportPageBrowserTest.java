package dev.waymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import dev.waymark.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page of the example county in a browser: it works at 320 and 1280 pixels, on a dark screen, on paper, with the
 * keyboard alone and without script; axe-core, which knows what of WCAG 2.2 a program can check, finds nothing.
 */
class ReportPageBrowserTest {

    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    @TempDir
    private static Path folder;

    private static Playwright playwright;
    private static Browser browser;
    private static Path report;
    private static Path hostile;

    @BeforeAll
    static void writeTheReportsAndStartTheBrowser() throws IOException {
        Files.createDirectories(OpenPage.pictures());
        run("example", "--out", folder.resolve("county").toString());
        report = reportOn(folder.resolve("county"));
        hostile = reportOn(HostileCouncil.write(folder.resolve("hostile")));
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stopTheBrowser() {
        browser.close();
        playwright.close();
    }

    private static Path reportOn(Path data) {
        Path out = folder.resolve(data.getFileName() + "-report");
        run(
                "report",
                "--data",
                data.toString(),
                "--period",
                "2015/16",
                "--by",
                "district",
                "--by",
                "service",
                "--out",
                out.toString());
        return out.resolve("report.html");
    }

    private static void run(String... arguments) {
        StringWriter errors = new StringWriter();
        int exitCode = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(errors), arguments);
        assertThat(exitCode).as(errors.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void everyChartIsDrawnAndNothingIsRefusedOrFetched(int width) {
        try (OpenPage open = OpenPage.of(browser, report, width)) {
            open.picture("example-" + width + ".png");

            assertThat(open.faults()).isEmpty();
            assertThat(texts(
                            open,
                            "[...document.querySelectorAll('.chart')].filter(c => !c.querySelector('svg'))"
                                    + ".map(c => c.id)"))
                    .as("charts without a picture")
                    .isEmpty();
            assertThat(open.page().locator(".chart svg").count()).isGreaterThan(30);
        }
    }

    /** A picture is empty when its marks have no size: no shape in it is wider or higher than a point. */
    @Test
    void noPictureIsEmpty() {
        try (OpenPage open = OpenPage.of(browser, report, WIDE)) {
            assertThat(texts(
                            open,
                            "[...document.querySelectorAll('.chart')].filter(c => ![...c.querySelectorAll('g.mark-rect"
                                    + " path, g.mark-area path, g.mark-line path, g.mark-symbol path')].some(p => { const"
                                    + " b = p.getBBox(); return b.width > 1 && b.height > 1; })).map(c => c.id)"))
                    .isEmpty();
        }
    }

    /** WCAG 2.2, 1.4.10: no scrolling in two dimensions at 320 pixels, but for tables, which scroll in their frame. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void nothingIsWiderThanTheScreen(int width) {
        try (OpenPage open = OpenPage.of(browser, report, width)) {
            assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
        }
    }

    /** Text that runs out of its picture is cut: every label lies inside. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void noLabelLeavesItsPicture(int width) {
        try (OpenPage open = OpenPage.of(browser, report, width)) {
            assertThat(cutLabels(open)).isEmpty();
        }
    }

    /** Two labels of one picture that stand on each other cannot be read. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void noTwoLabelsOverlap(int width) {
        try (OpenPage open = OpenPage.of(browser, report, width)) {
            assertThat(texts(open, """
                [...document.querySelectorAll('.chart')].flatMap(c => {
                  const texts = [...c.querySelectorAll('svg text')].filter(t => t.textContent.trim() &&
                      t.getAttribute('opacity') !== '0' && !t.getAttribute('stroke'));
                  const boxes = texts.map(t => t.getBoundingClientRect());
                  const found = [];
                  for (let i = 0; i < boxes.length; i++) for (let j = 0; j < i; j++) {
                    const across = Math.min(boxes[i].right, boxes[j].right) - Math.max(boxes[i].left, boxes[j].left);
                    const down = Math.min(boxes[i].bottom, boxes[j].bottom) - Math.max(boxes[i].top, boxes[j].top);
                    if (across > 1 && down > 4) {
                      found.push(c.id + ': ' + texts[i].textContent + ' | ' + texts[j].textContent);
                    }
                  }
                  return found;
                })\
                """)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void axeFindsNothing(int width) {
        try (OpenPage open = OpenPage.of(browser, report, width)) {
            assertThat(axe(open)).isEmpty();
        }
    }

    /** The page of {@code check --html} has the styles of the report, and no script. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void pageOfACheckIsAsSound(int width) throws IOException {
        Path published = Files.writeString(folder.resolve("published.json"), """
            {"format": "waymark-published/1", "figures": [
             {"id": "wrong", "text": "Families with a dentist", "printed": "75%", "numerator": 26, "denominator": 33,
              "relations": [{"equals": "right"}], "expected": {"verdict": "inconsistent", "reason": "a misprint"}},
             {"id": "right", "text": "Half of the families", "printed": "50%", "numerator": 1, "denominator": 2},
             {"id": "alone", "text": "Workers", "printed": "51"}]}
            """);
        Path check = folder.resolve("check.html");
        StringWriter errors = new StringWriter();
        Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(errors),
                "check",
                published.toString(),
                "--html",
                check.toString());
        assertThat(errors).hasToString("");
        try (OpenPage open = OpenPage.of(browser, check, width)) {
            open.picture("check-" + width + ".png");

            assertThat(open.faults()).isEmpty();
            assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(axe(open)).isEmpty();
        }
        try (OpenPage dark = OpenPage.dark(browser, check, width)) {
            assertThat(axe(dark)).isEmpty();
        }
    }

    @Test
    void axeFindsNothingOnADarkScreen() {
        try (OpenPage open = OpenPage.dark(browser, report, WIDE)) {
            open.picture("example-dark.png");

            assertThat(axe(open)).isEmpty();
            assertThat(open.faults()).isEmpty();
        }
    }

    /** WCAG 2.2, 1.4.4: text of twice the size. */
    @Test
    void textOfTwiceTheSizeStaysOnThePage() {
        try (OpenPage open = OpenPage.of(browser, report, WIDE)) {
            open.page().evaluate("document.documentElement.style.fontSize = '200%'");
            open.picture("example-text-200.png");

            assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(WIDE);
            assertThat(texts(
                            open,
                            "[...document.querySelectorAll('p, li, h1, h2, h3, h4, summary')].filter(e =>"
                                    + " e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !=="
                                    + " 'visible').map(e => e.textContent)"))
                    .as("texts that are cut")
                    .isEmpty();
        }
    }

    @Test
    void keyboardAloneReachesAndOpensWhatCanBeOpened() {
        try (OpenPage open = OpenPage.of(browser, report, WIDE)) {
            Page page = open.page();
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the report");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Summary");
            for (int steps = 0; !focused(page).startsWith("Table: ") && steps < 60; steps++) {
                page.keyboard().press("Tab");
            }
            assertThat(page.evaluate("document.activeElement.parentElement.open"))
                    .isEqualTo(false);
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle + "
                            + "getComputedStyle(document.activeElement).boxShadow"))
                    .as("the focus can be seen")
                    .isNotEqualTo("nonenone");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.parentElement.open"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('role')"))
                    .as("a table that is too wide can be scrolled with the keyboard")
                    .isEqualTo("region");
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"))
                .strip();
    }

    /** "the page says everything without JavaScript too (tables and takeaways)". */
    @Test
    void withoutScriptEveryTableStandsOpen() {
        try (OpenPage open = OpenPage.withoutScript(browser, report, WIDE)) {
            open.picture("example-without-script.png");

            int charts = open.page().locator("figure.chart-figure").count();
            assertThat(charts).isGreaterThan(30);
            assertThat(open.page()
                            .locator("figure.chart-figure .takeaway:visible")
                            .count())
                    .isEqualTo(charts);
            assertThat(open.page().locator("figure.chart-figure table:visible").count())
                    .isEqualTo(charts);
            assertThat(open.page().locator(".chart:visible").count())
                    .as("no empty frame stands for a picture")
                    .isZero();
        }
    }

    @Test
    void paperShowsTheTablesTooAndCutsNothing() {
        try (OpenPage open = OpenPage.of(browser, report, WIDE)) {
            Page page = open.page();
            page.pdf(new Page.PdfOptions()
                    .setPath(OpenPage.pictures().resolve("example.pdf"))
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.evaluate("dispatchEvent(new Event('beforeprint'))");
            // 182 mm, what A4 leaves between the margins, at 96 pixels an inch
            page.setViewportSize(688, 1000);
            assertThat(page.locator("figure.chart-figure table:visible").count())
                    .isEqualTo(page.locator("figure.chart-figure").count());
            assertThat(texts(
                            open,
                            "[...document.querySelectorAll('table, .chart svg')].filter(e =>"
                                    + " e.getBoundingClientRect().right > 689).map(e => e.textContent.slice(0, 80))"))
                    .as("wider than the paper")
                    .isEmpty();
        }
    }

    /** The data of {@link HostileCouncil}: names that are markup, run backwards, or have 10,000 characters. */
    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void hostileNamesAreTextAndNothingRuns(int width) throws IOException {
        try (OpenPage open = OpenPage.of(browser, hostile, width)) {
            open.picture("hostile-" + width + ".png");

            assertThat(open.page().evaluate("window.ran")).isNull();
            assertThat(open.faults()).isEmpty();
            assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            assertThat(cutLabels(open)).isEmpty();
            assertThat(open.page().locator("main").innerText()).contains(HostileCouncil.SCRIPT);
            assertThat(open.page()
                            .locator("img, iframe, object, main a[href^='javascript']")
                            .count())
                    .isZero();
            assertThat(axe(open)).isEmpty();
        }
        assertThat(Files.readString(hostile, StandardCharsets.UTF_8)).doesNotContain("\u202E");
    }

    private static List<String> axe(OpenPage open) {
        AxeResults results = new AxeBuilder(open.page()).analyze();
        return results.getViolations().stream()
                .map((Rule rule) -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    private static List<String> cutLabels(OpenPage open) {
        return texts(open, """
            [...document.querySelectorAll('.chart svg')].flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              return [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() && t.getAttribute('opacity') !== '0')
                .filter(t => { const b = t.getBoundingClientRect();
                  return b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 2 || b.bottom > frame.bottom + 2; })
                .map(t => svg.closest('.chart').id + ': ' + t.textContent);
            })\
            """);
    }

    private static List<String> texts(OpenPage open, String script) {
        return open.page().evaluate(script) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of("no list");
    }
}
