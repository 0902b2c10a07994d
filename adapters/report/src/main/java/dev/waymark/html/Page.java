package dev.waymark.html;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JtepageGenerated.render(
                new OwaspHtmlTemplateOutput(new WriterOutput(text)),
                new NoForms(),
                title,
                subtitle,
                sections,
                hasCharts,
                PageAssets.load());
        text.flush();
    }

    /** Lets templates be as they are: what the interceptor is for, forms, the page has none of. */
    private static final class NoForms implements HtmlInterceptor {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    }
}
