package dev.waymark.html;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * A page of chapters in the style of all pages.
 *
 * @param title what it is
 * @param subtitle of what, when
 * @param sections the chapters
 * @param hasCharts whether any chapter has a chart: a page without carries no script, and allows none
 */
record Page(String title, String subtitle, List<Section> sections, boolean hasCharts) {

    /** Writes the page as UTF-8 HTML; the stream stays open. */
    void write(OutputStream out) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        JtepageGenerated.render(
                new OwaspHtmlTemplateOutput(page),
                new NoForms(),
                title,
                subtitle,
                sections,
                hasCharts,
                PageAssets.load());
        page.writeTo(out);
    }

    /** Lets templates be as they are: what the interceptor is for, forms, the page has none of. */
    private static final class NoForms implements HtmlInterceptor {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    }
}
