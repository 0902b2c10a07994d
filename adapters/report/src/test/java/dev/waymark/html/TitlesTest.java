package dev.waymark.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text of the data set cannot act on the text around it. */
class TitlesTest {

    @Test
    void codesAreReadAsWords() {
        assertThat(Titles.ofCode("home-and-money")).isEqualTo("Home and money");
        assertThat(Titles.ofWhatShips().issue("rent-arrears")).isEqualTo("Rent arrears");
        assertThat(Titles.ofWhatShips().issue("LOCAL-7")).isEqualTo("LOCAL-7");
        assertThat(Titles.ofData("not-recorded")).isEqualTo("Not recorded");
    }

    @Test
    void marksOfDirectionAndControlsAreMadeVisible() {
        assertThat(Titles.ofData("a\u202Eb\u2066c\u0007d\n")).isEqualTo("a[U+202E]b[U+2066]c[U+0007]d[U+000A]");
    }

    /** U+2068 and U+2069 set apart what stands between them; the text itself can hold neither. */
    @Test
    void textFromRightToLeftIsSetApart() {
        assertThat(Titles.ofData("\u05D1\u05E0\u2069")).isEqualTo("\u2068\u05D1\u05E0[U+2069]\u2069");
    }

    @Test
    void longTextIsCutWithItsLength() {
        assertThat(Titles.ofData("W".repeat(10_000))).isEqualTo("W".repeat(60) + "… (10,000 characters)");
        assertThat(Titles.ofData("W".repeat(80))).isEqualTo("W".repeat(80));
        // a character outside the Basic Multilingual Plane is one, and is not cut in two
        assertThat(Titles.ofData("\uD83D\uDE00".repeat(81))).isEqualTo("\uD83D\uDE00".repeat(60) + "… (81 characters)");
    }

    @Test
    void listsReadAsSentences() {
        assertThat(Titles.list(List.of())).isEmpty();
        assertThat(Titles.list(List.of("a"))).isEqualTo("a");
        assertThat(Titles.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
