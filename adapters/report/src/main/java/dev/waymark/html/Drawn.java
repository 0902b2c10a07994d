package dev.waymark.html;

import dev.waymark.figure.Figure;
import dev.waymark.figure.Interval;
import dev.waymark.figure.Unit;
import dev.waymark.html.Chart.Datum;
import dev.waymark.html.Chart.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures and tables that more than one chapter has, made from named figures. */
final class Drawn {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Drawn() {}

    /** A bar a figure, with its interval, on a scale from 0 to 100 %, or to the highest count. */
    static Picture bars(List<Named> figures) {
        List<Datum> rows = new ArrayList<>();
        BigDecimal most = BigDecimal.ONE;
        for (Named named : figures) {
            Figure figure = named.figure();
            rows.add(new Datum()
                    .with("row", rows.size())
                    .with("label", named.name())
                    .with("text", shortText(figure))
                    .with("value", figure.value())
                    .with("lower", figure.interval().map(Interval::lower))
                    .with("upper", figure.interval().map(Interval::upper)));
            most = figure.value().orElse(most).max(most);
        }
        boolean isPercent = figures.stream().allMatch(named -> named.figure().unit() == Unit.PERCENT);
        return Picture.of("bars", rows).with("most", isPercent ? HUNDRED.max(most) : most);
    }

    /** Bars of shares whose bases are amounts, which are not printed beside them. */
    static Picture shareBars(List<Named> figures) {
        List<Datum> rows = new ArrayList<>();
        for (Named named : figures) {
            rows.add(new Datum()
                    .with("row", rows.size())
                    .with("label", named.name())
                    .with("text", Cell.value(named.figure()).text())
                    .with("value", named.figure().value()));
        }
        return Picture.of("bars", rows);
    }

    private static String shortText(Figure figure) {
        return figure.unit() == Unit.PERCENT && figure.status().isValue()
                ? Cell.value(figure).text() + " of "
                        + Cell.denominator(Optional.of(figure)).text()
                : Cell.value(figure).text();
    }

    /** A percentage a row with its numerator, base and interval. */
    static Table shares(String caption, String of, List<Named> figures) {
        Table.Builder table = Table.of(caption, of, "Percentage", "Number", "Base", "95% interval");
        for (Named named : figures) {
            Optional<Figure> figure = Optional.of(named.figure());
            table.row(
                    named.name(),
                    Cell.value(figure),
                    Cell.numerator(figure),
                    Cell.denominator(figure),
                    Cell.interval(figure));
        }
        return table.build();
    }

    /** A mean a row with its sum, base and interval. */
    static Table means(String caption, String of, List<Named> figures) {
        Table.Builder table = Table.of(caption, of, "Mean", "Sum", "Base", "95% interval");
        for (Named named : figures) {
            Optional<Figure> figure = Optional.of(named.figure());
            table.row(
                    named.name(),
                    Cell.value(figure),
                    Cell.sum(figure),
                    Cell.denominator(figure),
                    Cell.interval(figure));
        }
        return table.build();
    }

    /** A count or an amount a row. */
    static Table values(String caption, String of, String value, List<Named> figures) {
        Table.Builder table = Table.of(caption, of, value);
        figures.forEach(named -> table.row(named.name(), Cell.value(named.figure())));
        return table.build();
    }

    /** The base of a list of figures that share one; else the bases, told apart by the reader in the table. */
    static String base(List<Named> figures) {
        return figures.isEmpty() ? "" : Titles.sentence(figures.get(0).figure().base());
    }
}
