package dev.waymark.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What every page carries besides its text: styles, script and chart specifications, as the build put them together,
 * with the hashes by which the page allows them.
 *
 * @param styles the style sheet
 * @param stylesHash its SHA-256, in base 64
 * @param script the chart library and the script that calls it
 * @param scriptHash its SHA-256, in base 64
 */
record PageAssets(String styles, String stylesHash, String script, String scriptHash) {

    /** The chart specifications, and the theme of all charts. */
    static final List<String> CHARTS =
            List.of("theme", "bars", "stages", "dumbbell", "star", "grid", "flow", "slopes", "dots", "funnel");

    static PageAssets load() {
        return new PageAssets(
                resource("page-styles.css"),
                base64(resource("page-styles.css.sha256")),
                resource("page-script.js"),
                base64(resource("page-script.js.sha256")));
    }

    /** A chart specification, or the theme of all charts. */
    String chart(String name) {
        return resource("charts/" + name + ".json");
    }

    /** The licences of the works that stand in the page, as a comment. */
    String licences(boolean hasCharts) {
        return "<!--\nThis file holds parts of other works.\n\n"
                + (hasCharts ? resource("script-licences.txt") + "\n" : "")
                + resource("styles-licence.txt") + "-->";
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex.strip()));
    }

    private static String resource(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
