package dev.waymark.published;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Ratio;
import dev.waymark.run.Stratum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which base, definition and rounding give a printed number, among those that were declared.
 *
 * <p><b>Tries</b> the figure's own numerator and denominator; its relations; its numerator over each count of the files
 * as a base; of a report the candidates that the figure names and, where it is linked, the figures of the same measure
 * about the same part of the whole. That a calculation gives the number does not prove that it was the one used: many
 * do where few digits were printed, which is why those that do not are listed too.
 *
 * @param figure the printed figure
 * @param candidates what was tried; bases only if they fit, all else always
 * @param basesTried how many different bases were tried
 */
public record Fit(PublishedFigure figure, List<Candidate> candidates, int basesTried) {

    /** Keeps an unmodifiable copy. */
    public Fit {
        candidates = List.copyOf(candidates);
    }

    /**
     * One calculation that was tried.
     *
     * @param definition what is calculated
     * @param base of what it is a part, in words; empty if that is not known
     * @param numerator what was counted, if that is known
     * @param denominator of how many, if that is known
     * @param value what comes of it, to 6 decimals; empty if nothing does
     * @param shown the value for people
     * @param roundings the ways of rounding by which it is printed so; none if it does not fit
     */
    public record Candidate(
            String definition,
            String base,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> value,
            String shown,
            List<Rounding> roundings) {

        /** Keeps an unmodifiable copy. */
        public Candidate {
            roundings = List.copyOf(roundings);
        }

        /** Whether it gives the printed number. */
        public boolean fits() {
            return !roundings.isEmpty();
        }
    }

    /** The calculations that give the printed number. */
    public List<Candidate> fitting() {
        return candidates.stream().filter(Candidate::fits).toList();
    }

    static Fit of(PublishedFigure figure, PublishedFigures all, Optional<ReportedFigures> report) {
        Search search = new Search(figure, all);
        search.ownFraction();
        search.relations();
        int bases = search.bases();
        report.ifPresent(search::figuresOf);
        return new Fit(figure, List.copyOf(search.found.values()), bases);
    }

    /** The candidates found so far: a fraction that was tried already is not tried under another name. */
    private record Search(PublishedFigure figure, PublishedFigures all, Map<String, Candidate> found) {

        Search(PublishedFigure figure, PublishedFigures all) {
            this(figure, all, new LinkedHashMap<>());
        }

        private Printed printed() {
            return figure.printed();
        }

        void ownFraction() {
            if (figure.numerator().isPresent() && figure.denominator().isPresent()) {
                fraction(
                        "its own numerator and denominator",
                        figure.base(),
                        figure.numerator().get(),
                        BigDecimal.valueOf(figure.denominator().getAsInt()));
            }
        }

        void relations() {
            for (Relation relation : figure.relations()) {
                if (!relation.terms().stream().allMatch(all::has)) {
                    continue;
                }
                List<Printed> terms = relation.terms().stream()
                        .map(id -> all.figure(id).printed())
                        .toList();
                String definition = relation.type().word() + " of " + String.join(", ", relation.terms());
                if (relation.type() == Relation.Type.RATIO) {
                    fraction(
                            definition,
                            all.figure(relation.terms().get(1)).text(),
                            terms.get(0).value(),
                            terms.get(1).value());
                } else {
                    Recomputed recomputed =
                            RelationCheck.of(figure, relation, all).recomputed();
                    found.put(
                            definition,
                            new Candidate(
                                    definition,
                                    "",
                                    Optional.empty(),
                                    Optional.empty(),
                                    recomputed.value(),
                                    recomputed
                                            .value()
                                            .map(value -> printed().shown(Ratio.of(value)))
                                            .orElse("-"),
                                    recomputed.roundings()));
                }
            }
        }

        /** Tries the numerator over every count of the files, and gives how many different ones there are. */
        int bases() {
            Optional<BigDecimal> numerator = figure.numerator().or(this::numeratorOfRatio);
            if (numerator.isEmpty() || !printed().isOfWholeNumbers()) {
                return 0;
            }
            Map<BigDecimal, PublishedFigure> bases = new TreeMap<>();
            for (PublishedFigure base : all.figures()) {
                if (base.printed().isExact() && base.printed().value().signum() > 0) {
                    bases.putIfAbsent(base.printed().value().stripTrailingZeros(), base);
                }
            }
            bases.forEach((value, base) -> {
                if (!printed().roundings(ratio(numerator.get(), value)).isEmpty()) {
                    fraction("the same numerator over " + base.id(), base.text(), numerator.get(), value);
                }
            });
            return bases.size();
        }

        private Optional<BigDecimal> numeratorOfRatio() {
            return figure.relations().stream()
                    .filter(relation -> relation.type() == Relation.Type.RATIO)
                    .map(relation -> relation.terms().get(0))
                    .filter(all::has)
                    .map(id -> all.figure(id).printed().value())
                    .findFirst();
        }

        void figuresOf(ReportedFigures report) {
            List<Link> tried = new ArrayList<>();
            figure.link().ifPresent(tried::add);
            tried.addAll(figure.candidates());
            figure.link()
                    .ifPresent(link -> link.single()
                            .ifPresent(name -> report.all().stream()
                                    .filter(reported -> isOfSamePart(name, reported))
                                    .forEach(reported -> tried.add(
                                            new Link(List.of(reported.name()), link.part(), Optional.empty())))));
            for (Link link : tried) {
                if (link.missingIn(report).isEmpty()) {
                    reported(link, report);
                }
            }
        }

        private static boolean isOfSamePart(FigureName name, Reported reported) {
            Dimensions part = name.dimensions();
            Dimensions other = reported.name().dimensions();
            return reported.name().measure().equals(name.measure())
                    && other.includes(part)
                    && Stratum.of(other).equals(Stratum.of(part));
        }

        private void reported(Link link, ReportedFigures report) {
            Optional<Ratio> number = link.number(report, printed().factor());
            boolean isValue = link.part() == Link.Part.VALUE && link.single().isPresent();
            Reported reported = report.find(link.names().get(0)).orElseThrow();
            found.putIfAbsent(
                    link.toString(),
                    new Candidate(
                            link.toString(),
                            reported.base(),
                            isValue ? reported.numerator() : Optional.empty(),
                            isValue ? reported.denominator() : Optional.empty(),
                            number.map(exact -> exact.rounded(Figure.KEPT_DECIMALS)),
                            number.map(printed()::shown).orElse("-"),
                            number.map(printed()::roundings).orElse(List.of())));
        }

        private void fraction(String definition, String base, BigDecimal numerator, BigDecimal denominator) {
            Optional<Ratio> exact =
                    denominator.signum() == 0 ? Optional.empty() : Optional.of(ratio(numerator, denominator));
            found.putIfAbsent(
                    numerator.stripTrailingZeros().toPlainString() + "/"
                            + denominator.stripTrailingZeros().toPlainString(),
                    new Candidate(
                            definition,
                            base,
                            Optional.of(numerator),
                            Optional.of(denominator),
                            exact.map(number -> number.rounded(Figure.KEPT_DECIMALS)),
                            exact.map(printed()::shown).orElse("-"),
                            exact.map(printed()::roundings).orElse(List.of())));
        }

        private Ratio ratio(BigDecimal numerator, BigDecimal denominator) {
            return Ratio.of(numerator).times(printed().factor()).over(Ratio.of(denominator));
        }
    }
}
