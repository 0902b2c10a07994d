package dev.waymark.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** WCAG 2.2, 1.4.3 and 1.4.11, for the colours of the pictures, which no browser test can see. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*)\\}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6})");

    /** Light and dark colours, the dark ones over the light. */
    private static List<Map<String, Integer>> schemes() {
        List<Map<String, Integer>> schemes = new ArrayList<>();
        Map<String, Integer> colours = new HashMap<>();
        Matcher block = BLOCK.matcher(PageAssets.load().styles());
        while (block.find()) {
            Matcher colour = COLOUR.matcher(block.group(1));
            while (colour.find()) {
                colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
            }
            schemes.add(new HashMap<>(colours));
        }
        assertThat(schemes).as("light and dark").hasSize(2);
        return schemes;
    }

    @Test
    void textsOnColoursCanBeRead() {
        for (Map<String, Integer> scheme : schemes()) {
            for (String on : scheme.keySet()) {
                if (on.startsWith("on-") && !on.equals("on-main")) {
                    assertThat(contrast(scheme, on, on.substring("on-".length())))
                            .as(on)
                            .isGreaterThanOrEqualTo(TEXT);
                }
            }
            for (String text : List.of("text", "text-faint", "chart-ink", "chart-faint", "link", "link-visited")) {
                assertThat(contrast(scheme, text, "page")).as(text).isGreaterThanOrEqualTo(TEXT);
            }
            assertThat(contrast(scheme, "text-faint", "panel")).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @Test
    void marksStandOutFromThePage() {
        for (Map<String, Integer> scheme : schemes()) {
            for (String mark : List.of("chart-main", "chart-ink", "move-up", "move-down", "chart-faint")) {
                assertThat(contrast(scheme, mark, "page")).as(mark).isGreaterThanOrEqualTo(SHAPE);
            }
        }
    }

    private static double contrast(Map<String, Integer> scheme, String one, String other) {
        double a = luminance(scheme.get(one));
        double b = luminance(scheme.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF)
                + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
