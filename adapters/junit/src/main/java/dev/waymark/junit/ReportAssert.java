package dev.waymark.junit;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Report;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * What a report must say, as a sentence.
 *
 * <pre>{@code
 * assertThat(report).figure("familystar.progress/positive-progress", area("physical-health")).prints("64%").of(150);
 * }</pre>
 *
 * <p><b>Errors:</b> an {@link AssertionError} that says what the figure is instead. <b>Threads:</b> immutable.
 */
public final class ReportAssert {

    private final Report report;

    private ReportAssert(Report report) {
        this.report = report;
    }

    /** What this report must say. */
    public static ReportAssert assertThat(Report report) {
        return new ReportAssert(report);
    }

    /**
     * The report has a figure.
     *
     * @param name the measure and the figure, with a slash between them
     * @param dimensions the figure's dimensions, all of them
     */
    public FigureAssert figure(String name, Dimension... dimensions) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + name + "' is no measure/figure");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) {
            values.put(dimension.name(), dimension.value());
        }
        String measure = name.substring(0, slash);
        String figure = name.substring(slash + 1);
        FigureName wanted = new FigureName(measure, figure, new Dimensions(values));
        return new FigureAssert(report.figure(wanted).orElseThrow(() -> {
            List<FigureName> near =
                    report.figures(measure, figure).stream().map(Figure::name).toList();
            return new AssertionError("the report has no figure " + wanted
                    + (near.isEmpty()
                            ? "; the figures of " + measure + " are " + namesOf(measure)
                            : "; it has " + near));
        }));
    }

    private String namesOf(String measure) {
        return report.figures(measure).stream()
                .map(figure -> figure.name().figure())
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** What a figure must be. */
    public static final class FigureAssert {

        private final Figure figure;

        private FigureAssert(Figure figure) {
            this.figure = figure;
        }

        /**
         * The figure is printed so, with as many decimals, and a % sign or none: rounded half up from the exact value.
         */
        public FigureAssert prints(String text) {
            String number = FigureWords.number(text);
            check(text, number, FigureWords.printedLike(number, figure));
            return this;
        }

        /** So many are the base: the denominator. */
        public FigureAssert of(long denominator) {
            check(
                    "of " + denominator,
                    Long.toString(denominator),
                    figure.denominator().map(BigDecimal::toPlainString).orElse("none"));
            return this;
        }

        /** So many of the base are counted: the numerator. */
        public FigureAssert counts(long numerator) {
            check(
                    numerator + " counted",
                    Long.toString(numerator),
                    figure.numerator().map(BigDecimal::toPlainString).orElse("none"));
            return this;
        }

        /** There is no value, for this reason. */
        public FigureAssert hasNoValue(String reason) {
            check("no value (" + reason + ")", reason, figure.status().reason().orElse("a value: " + figure.printed()));
            return this;
        }

        private void check(String wanted, String expected, String actual) {
            if (!expected.equals(actual)) {
                throw new AssertionFailedError(
                        figure.name() + " should be " + wanted + ", but is " + FigureWords.of(figure),
                        expected,
                        actual);
            }
        }
    }
}
