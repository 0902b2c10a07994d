package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.HeadlineNeed;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * How readers call what figures name by codes: areas and stages of Stars, issues and headline needs.
 *
 * <p>A code without a definition is read as words, so that every figure can be shown. Text that comes from the data set
 * is made safe to stand in a sentence and a picture: see {@link #ofData}. <b>Threads:</b> immutable.
 *
 * @param stars the Stars that have a definition
 * @param taxonomy the issues that forms ask about
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Titles(List<Star> stars, IssueTaxonomy taxonomy) {

    private static final int LONGEST = 80;
    private static final int LONGEST_SENTENCE = 400;
    private static final int ROOM_FOR_LENGTH = 20;

    /** Keeps an unmodifiable copy. */
    public Titles {
        stars = List.copyOf(stars);
    }

    /** The titles of what ships: the Family Star Plus and the taxonomy of family support. */
    public static Titles ofWhatShips() {
        return new Titles(List.of(Star.familyStarPlus()), IssueTaxonomy.familySupport());
    }

    /** What readers call an issue. */
    String issue(String code) {
        return taxonomy.issue(code).map(Issue::label).map(Titles::ofData).orElseGet(() -> ofData(code));
    }

    /** What readers call a headline need. */
    String need(String code) {
        return taxonomy.needs().stream()
                .filter(need -> need.code().equals(code))
                .findFirst()
                .map(HeadlineNeed::label)
                .map(Titles::ofData)
                .orElseGet(() -> ofCode(code));
    }

    /** A code read as words: "Home and money" for {@code home-and-money}. */
    static String ofCode(String code) {
        String words = code.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? "" : ofData(words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1));
    }

    /**
     * A text of the data set as it can stand among others: what is not recorded in words, characters that act on the
     * text around them (controls, marks of direction) made visible by their numbers, what is long cut with its length,
     * a text that runs from right to left set apart.
     */
    static String ofData(String text) {
        return shown(text, LONGEST);
    }

    /** A text that may be a sentence, such as a base in words. */
    static String sentence(String text) {
        return shown(text, LONGEST_SENTENCE);
    }

    private static String shown(String text, int longest) {
        if (text.equals(Dimensions.NOT_RECORDED)) {
            return "Not recorded";
        }
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        int shown = 0;
        int length = text.codePointCount(0, text.length());
        int most = length > longest ? longest - ROOM_FOR_LENGTH : longest;
        for (int at = 0; at < text.length() && shown < most; shown++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (actsOnItsNeighbours(c)) {
                safe.append(String.format("[U+%04X]", c));
            } else {
                safe.appendCodePoint(c);
            }
        }
        if (shown < length) {
            safe.append("… (").append(Cell.number(length).text()).append(" characters)");
        }
        String shownText = safe.toString();
        char[] characters = shownText.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? "\u2068" + shownText + "\u2069" : shownText;
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean actsOnItsNeighbours(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The words with a small first letter, to stand inside a sentence. */
    static String inSentence(String title) {
        return title.length() > 1 && Character.isUpperCase(title.charAt(0)) && Character.isLowerCase(title.charAt(1))
                ? title.substring(0, 1).toLowerCase(Locale.UK) + title.substring(1)
                : title;
    }

    /** The word for one, if the number is 1, else for many. */
    static String oneOrMany(Cell number, String one, String many) {
        return number.text().equals("1") ? one : many;
    }

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
