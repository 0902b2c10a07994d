package dev.waymark.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report's page, open in a browser, with everything that it did wrong so far. */
final class OpenPage implements AutoCloseable {

    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private OpenPage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    static OpenPage of(Browser browser, Path file, int width) {
        return of(browser, file, new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
    }

    static OpenPage dark(Browser browser, Path file, int width) {
        return of(
                browser,
                file,
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setColorScheme(ColorScheme.DARK));
    }

    static OpenPage withoutScript(Browser browser, Path file, int width) {
        return of(
                browser,
                file,
                new Browser.NewContextOptions().setViewportSize(width, HEIGHT).setJavaScriptEnabled(false));
    }

    private static OpenPage of(Browser browser, Path file, Browser.NewContextOptions options) {
        OpenPage open = new OpenPage(browser.newContext(options));
        // what the page may not do, its own policy stops; it must not even try
        open.context.addInitScript("window.refused = []; document.addEventListener('securitypolicyviolation',"
                + " e => window.refused.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));");
        open.page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                open.faults.add(message.text());
            }
        });
        open.page.onPageError(open.faults::add);
        open.page.onDialog(dialog -> {
            open.faults.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        open.page.onRequest(request -> {
            if (!request.url().equals(file.toUri().toString())) {
                open.faults.add("request " + request.url());
            }
        });
        open.page.navigate(file.toUri().toString());
        if (!Boolean.FALSE.equals(options.javaScriptEnabled)) {
            // a page without charts has no script to wait for
            open.page.waitForSelector(
                    "html[data-charts=drawn], html:not(:has(script))",
                    new Page.WaitForSelectorOptions().setTimeout(120_000));
        }
        return open;
    }

    Page page() {
        return page;
    }

    /** Errors, warnings, dialogs, requests, and what the page's policy refused. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (page.evaluate("window.refused") instanceof List<?> refused) {
            refused.forEach(what -> all.add("refused " + what));
        }
        return all;
    }

    void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(pictures().resolve(name)).setFullPage(true));
    }

    static Path pictures() {
        return Path.of(System.getProperty("pictures"));
    }

    @Override
    public void close() {
        context.close();
    }
}
