package dev.waymark.html;

import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in one cell: a number as it is printed, {@code [c]} for one that is suppressed, words for one that there
 * is not, other text.
 */
record Cell(String text, Kind kind) {

    /** What a cell holds, by which the page sets it. */
    enum Kind {
        /** A number, set flush right. */
        NUMBER,
        /** A number that must not be shown. */
        SUPPRESSED,
        /** Why there is no number. */
        NONE,
        /** Text. */
        TEXT,
        /** Text with numbers, of which some must not be shown. */
        TEXT_WITH_SUPPRESSED,
        /** A sentence, which needs room. */
        SENTENCE
    }

    private static final int GROUP = 3;
    private static final String MINUS = "−";
    private static final Cell HIDDEN = new Cell(Figure.SUPPRESSED, Kind.SUPPRESSED);
    private static final Cell NOTHING = new Cell("–", Kind.NONE);

    /** Whether a number in it must not be shown. */
    boolean isSuppressed() {
        return kind == Kind.SUPPRESSED || kind == Kind.TEXT_WITH_SUPPRESSED;
    }

    /** Whether a number stands in it, or what stands in place of one. */
    boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.SUPPRESSED || kind == Kind.NONE;
    }

    /** Whether the figure is there and must not be shown. */
    static boolean isSuppressed(Optional<Figure> figure) {
        return value(figure).isSuppressed();
    }

    /** The figure, if it has a value. */
    static Optional<Figure> ifValue(Optional<Figure> figure) {
        return figure.filter(found -> found.status().isValue());
    }

    /** Why a figure has no value, to end a sentence with. */
    static String whyNot(Optional<Figure> figure) {
        return isSuppressed(figure)
                ? "is not shown, to protect the people behind it"
                : "cannot be said (" + Titles.inSentence(value(figure).text()) + ")";
    }

    String cssClass() {
        return switch (kind) {
            case NUMBER, SUPPRESSED -> "govuk-table__cell govuk-table__cell--numeric";
            case NONE -> "govuk-table__cell govuk-table__cell--numeric none";
            case TEXT, TEXT_WITH_SUPPRESSED -> "govuk-table__cell";
            case SENTENCE -> "govuk-table__cell sentence";
        };
    }

    static Cell text(String text) {
        return new Cell(text, Kind.TEXT);
    }

    /** The same after some words. */
    Cell after(String words) {
        return new Cell(words + text, kind);
    }

    /** Cells that stand together in one. */
    static Cell together(List<Cell> cells, String separator) {
        return new Cell(
                cells.stream().map(Cell::text).collect(Collectors.joining(separator)),
                cells.stream().anyMatch(Cell::isSuppressed) ? Kind.TEXT_WITH_SUPPRESSED : Kind.TEXT);
    }

    static Cell sentence(String text) {
        return new Cell(text, Kind.SENTENCE);
    }

    static Cell number(long number) {
        return new Cell(grouped(BigDecimal.valueOf(number), 0), Kind.NUMBER);
    }

    /** The figure's value with its unit. */
    static Cell value(Optional<Figure> figure) {
        return figure.map(Cell::value).orElse(NOTHING);
    }

    static Cell value(Figure figure) {
        return switch (figure.status().state()) {
            case SUPPRESSED -> HIDDEN;
            case NO_VALUE -> new Cell(reason(figure.status().reason().orElse("")), Kind.NONE);
            case VALUE -> new Cell(withUnit(figure.unit(), rounded(figure), isChange(figure)), Kind.NUMBER);
        };
    }

    /** What was counted. */
    static Cell numerator(Optional<Figure> figure) {
        return part(figure, figure.flatMap(Figure::numerator));
    }

    /** What it was counted of. */
    static Cell denominator(Optional<Figure> figure) {
        return part(figure, figure.flatMap(Figure::denominator));
    }

    /** The sum behind a mean. */
    static Cell sum(Optional<Figure> figure) {
        return part(figure, figure.flatMap(Figure::sum));
    }

    private static Cell part(Optional<Figure> figure, Optional<BigDecimal> part) {
        if (part.isPresent()) {
            return new Cell(grouped(part.get(), part.get().stripTrailingZeros().scale() > 0 ? 1 : 0), Kind.NUMBER);
        }
        boolean suppressed = figure.isPresent() && figure.get().status().isSuppressed();
        return suppressed ? HIDDEN : NOTHING;
    }

    /** The 95 % interval. */
    static Cell interval(Optional<Figure> figure) {
        Optional<Interval> interval = figure.flatMap(Figure::interval);
        if (interval.isEmpty()) {
            return part(figure, Optional.empty());
        }
        Unit unit = figure.orElseThrow().unit();
        String sign = unit == Unit.PERCENT ? "%" : "";
        return new Cell(
                grouped(interval.get().lower(), 1) + sign + " to "
                        + grouped(interval.get().upper(), 1)
                        + sign,
                Kind.NUMBER);
    }

    /** "70 (64.2%)" for a percentage. */
    static Cell numberAndShare(Optional<Figure> figure) {
        return figure.isPresent() && figure.get().status().isValue()
                ? new Cell(numerator(figure).text() + " (" + value(figure).text() + ")", Kind.NUMBER)
                : value(figure);
    }

    /** "64.2% (70 of 109)" for a percentage. */
    static Cell shareOfBase(Optional<Figure> figure) {
        return figure.isPresent() && figure.get().status().isValue()
                ? new Cell(withBase(figure.get()), Kind.NUMBER)
                : value(figure);
    }

    /** "70 of 109", as far as it may be shown. */
    static String ofBase(Figure figure) {
        return numerator(Optional.of(figure)).text() + " of "
                + denominator(Optional.of(figure)).text();
    }

    /** "64.2% (70 of 109)" for a percentage, else the value. */
    static String withBase(Figure figure) {
        return figure.status().isValue() && figure.unit() == Unit.PERCENT
                ? value(figure).text() + " (" + ofBase(figure) + ")"
                : value(figure).text();
    }

    /** A percentage without decimals, to stand in a picture; a mark where there is none. */
    static String shortText(Optional<Figure> percentage) {
        return percentage
                .flatMap(Figure::value)
                .map(value -> grouped(value, 0) + "%")
                .orElse(value(percentage).isSuppressed() ? Figure.SUPPRESSED : NOTHING.text());
    }

    /** A number with its thousands apart. */
    static String grouped(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        StringBuilder digits = new StringBuilder(rounded.abs().toPlainString());
        int point = digits.indexOf(".");
        for (int at = (point < 0 ? digits.length() : point) - GROUP; at > 0; at -= GROUP) {
            digits.insert(at, ',');
        }
        return (rounded.signum() < 0 ? MINUS : "") + digits;
    }

    private static BigDecimal rounded(Figure figure) {
        return figure.exact().orElseThrow().rounded(figure.decimals());
    }

    private static boolean isChange(Figure figure) {
        return figure.unit() == Unit.POINTS
                || (figure instanceof Percentage share
                        && !share.isProportion()
                        && figure.name().figure().contains("relative"));
    }

    private static String withUnit(Unit unit, BigDecimal number, boolean isChange) {
        String digits = (isChange && number.signum() > 0 ? "+" : "") + grouped(number, number.scale());
        return switch (unit) {
            case PERCENT -> digits + "%";
            case POINTS -> digits + " points";
            case POUNDS -> number.signum() < 0 ? MINUS + "£" + digits.substring(1) : "£" + digits;
            case YEARS -> digits + " years";
            case WEEKS -> digits + " weeks";
            case COUNT, MEAN -> digits;
        };
    }

    private static String reason(String reason) {
        return switch (reason) {
            case "empty-base" -> "none in base";
            case "table-absent" -> "not supplied";
            case "cannot-progress" -> "at the top";
            case "no-fee" -> "no fee set";
            case "no-whole-year" -> "no whole year";
            default -> reason.isEmpty() ? "no value" : Titles.ofCode(reason);
        };
    }
}
