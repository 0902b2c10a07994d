package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.BudgetLine;
import dev.waymark.reference.ReferenceRecords.Claim;
import dev.waymark.reference.ReferenceRecords.Family;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The figures of {@code pbr} on both phases of the programme and on the budget. */
final class ReferencePbrFigures {

    static final List<String> SCHEMES = List.of("troubled-families-1", "troubled-families-2");

    private static final Map<String, List<String>> ROUTES = Map.of(
            "troubled-families-1", List.of("crime-asb-education", "continuous-employment"),
            "troubled-families-2", List.of("progress", "continuous-employment"));
    private static final Map<String, List<String>> CRITERIA = Map.of(
            "troubled-families-1",
                    List.of(
                            "education",
                            "anti-social-behaviour",
                            "youth-offending",
                            "progress-to-work",
                            "continuous-employment"),
            "troubled-families-2",
                    List.of(
                            "crime",
                            "school",
                            "children-who-need-help",
                            "work-and-money",
                            "domestic-abuse",
                            "health",
                            "continuous-employment"));

    private final ReferenceSemantics whole;
    private final ReferenceSemantics part;
    private final Function<LocalDate, ReferenceSemantics> partAsAt;
    private final Map<String, String> needOfIssue;
    private final ReferenceFigures figures;

    /** The figures of a part, whose records as at another day can be asked for. */
    ReferencePbrFigures(
            ReferenceSemantics whole,
            ReferenceSemantics part,
            Function<LocalDate, ReferenceSemantics> partAsAt,
            Map<String, String> needOfIssue,
            ReferenceFigures figures) {
        this.whole = whole;
        this.part = part;
        this.partAsAt = partAsAt;
        this.needOfIssue = needOfIssue;
        this.figures = figures;
    }

    /** "Population: families with an episode opened on or before the as-at date and not closed more than 18 months". */
    private List<Family> population() {
        return part.records().families().stream()
                .filter(family ->
                        ReferencePbr.inLookBack(part, family, part.asAt()).isPresent())
                .toList();
    }

    private List<Claim> claims(ReferenceSemantics records, Family family, String scheme) {
        return records.records().claims().stream()
                .filter(claim ->
                        claim.family().equals(family.id()) && claim.scheme().equals(scheme))
                .toList();
    }

    private boolean isClaimedBefore(Family family, String scheme) {
        return claims(part, family, scheme).stream()
                .anyMatch(claim -> claim.claimedOn().isBefore(part.period().start()));
    }

    /** The decision on each family that is evaluated. */
    Map<String, ReferencePbr.Judged> judged(String scheme) {
        Map<String, ReferencePbr.Judged> judged = new LinkedHashMap<>();
        for (Family family : population()) {
            if (!isClaimedBefore(family, scheme)) {
                LocalDate d = claims(part, family, scheme).stream()
                        .map(Claim::claimedOn)
                        .filter(part.period()::contains)
                        .min(LocalDate::compareTo)
                        .orElse(part.asAt().plusDays(1));
                judged.put(
                        family.id(),
                        ReferencePbr.judge(scheme, partAsAt.apply(d.minusDays(1)), family, d, needOfIssue));
            }
        }
        return judged;
    }

    void evaluate() {
        Map<String, List<ReferencePbr.Judged>> judged = new LinkedHashMap<>();
        for (String scheme : SCHEMES) {
            judged.put(scheme, List.copyOf(judged(scheme).values()));
        }
        for (String scheme : SCHEMES) {
            figures.count(
                    "pbr.results", "families-evaluated", judged.get(scheme).size(), "scheme", scheme);
        }
        for (String scheme : SCHEMES) {
            if (part.records().has("claims")) {
                long already = population().stream()
                        .filter(family -> isClaimedBefore(family, scheme))
                        .count();
                figures.count("pbr.results", "already-claimed", already, "scheme", scheme);
            } else {
                figures.tableAbsent("pbr.results", "already-claimed", "count", "scheme", scheme);
            }
        }
        for (String scheme : SCHEMES) {
            for (String decision : ReferencePbr.DECISIONS) {
                long count = judged.get(scheme).stream()
                        .filter(one -> one.decision().startsWith(decision))
                        .count();
                figures.count("pbr.results", "families", count, "scheme", scheme, "decision", decision);
            }
        }
        for (String scheme : SCHEMES) {
            for (String route : ROUTES.get(scheme)) {
                long count = judged.get(scheme).stream()
                        .filter(one -> route.equals(one.route()))
                        .count();
                figures.count("pbr.results", "families-by-route", count, "scheme", scheme, "route", route);
            }
        }
        for (String scheme : SCHEMES) {
            for (String criterion : CRITERIA.get(scheme)) {
                for (String decision : ReferencePbr.DECISIONS) {
                    long count = judged.get(scheme).stream()
                            .filter(one -> one.criteria().get(criterion).startsWith(decision))
                            .count();
                    figures.count(
                            "pbr.results",
                            "criterion",
                            count,
                            "scheme",
                            scheme,
                            "criterion",
                            criterion,
                            "decision",
                            decision);
                }
            }
        }
        SCHEMES.forEach(this::familiesClaimed);
        for (String scheme : SCHEMES) {
            resultPounds(scheme, judged.get(scheme));
        }
    }

    /** "distinct families of the data with a claim under the scheme up to the as-at date". */
    private void familiesClaimed(String scheme) {
        if (!part.records().has("claims")) {
            figures.tableAbsent("pbr.claims", "families-claimed", "count", "scheme", scheme);
            return;
        }
        long claimed = part.records().families().stream()
                .filter(family -> !claims(part, family, scheme).isEmpty())
                .count();
        figures.count("pbr.claims", "families-claimed", claimed, "scheme", scheme);
        List<LocalDate> days = whole.records().claims().stream()
                .filter(claim -> claim.scheme().equals(scheme))
                .map(Claim::claimedOn)
                .distinct()
                .sorted()
                .toList();
        for (LocalDate day : days) {
            long onDay = part.records().families().stream()
                    .filter(family -> claims(part, family, scheme).stream()
                            .anyMatch(claim -> claim.claimedOn().equals(day)))
                    .count();
            figures.count("pbr.claims", "families-claimed", onDay, "scheme", scheme, "claimed-on", day.toString());
        }
    }

    private void resultPounds(String scheme, List<ReferencePbr.Judged> judged) {
        List<ReferencePbr.Judged> met =
                judged.stream().filter(one -> one.decision().equals("met")).toList();
        if (met.stream().anyMatch(one -> one.poundsIfAny() == null)) {
            figures.noPounds("pbr.claims", "result-pounds", "no-fee", "scheme", scheme);
        } else {
            long pounds =
                    met.stream().mapToLong(ReferencePbr.Judged::poundsIfAny).sum();
            figures.pounds("pbr.claims", "result-pounds", BigDecimal.valueOf(pounds), "scheme", scheme);
        }
    }

    /** {@code pbr.finance}, which is of the whole only. */
    void finance() {
        if (!whole.records().has("budget")) {
            figures.noPounds("pbr.finance", "cost-per-family", "table-absent");
            return;
        }
        List<BudgetLine> lines = whole.records().budget();
        List<String> years =
                lines.stream().map(BudgetLine::year).distinct().sorted().toList();
        for (String kind : List.of("income", "expenditure", "adjustment")) {
            years.forEach(year -> figures.pounds("pbr.finance", kind, sum(lines, year, kind), "year", year));
        }
        years.forEach(year -> figures.pounds("pbr.finance", "movement", movement(lines, year), "year", year));
        BigDecimal reserve = BigDecimal.ZERO;
        for (String year : years) {
            reserve = reserve.add(movement(lines, year));
            figures.pounds("pbr.finance", "reserve-carried-forward", reserve, "year", year);
        }
        List<BudgetLine> income =
                lines.stream().filter(line -> line.kind().equals("income")).toList();
        BigDecimal all = income.stream().map(BudgetLine::pounds).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (String organisation : ReferenceRecords.aToZ(
                income.stream().map(BudgetLine::organisation).toList())) {
            BigDecimal own = income.stream()
                    .filter(line -> line.organisation().equals(organisation))
                    .map(BudgetLine::pounds)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            figures.shareOfPounds("pbr.finance", "share-of-income", own, all, "organisation", organisation);
        }
        List<String> inside = IntStream.rangeClosed(2000, 2030)
                .filter(year -> !LocalDate.of(year, 4, 1)
                                .isBefore(whole.period().start())
                        && !LocalDate.of(year + 1, 3, 31).isAfter(whole.period().end()))
                .mapToObj(year -> year + "/" + String.valueOf(year + 1).substring(2))
                .toList();
        if (inside.isEmpty() || !years.containsAll(inside)) {
            figures.noPounds("pbr.finance", "cost-per-family", "no-whole-year");
            return;
        }
        BigDecimal spent =
                inside.stream().map(year -> sum(lines, year, "expenditure")).reduce(BigDecimal.ZERO, BigDecimal::add);
        int families = whole.familiesWorkedWith().size();
        if (families == 0) {
            figures.noPounds("pbr.finance", "cost-per-family", "empty-base");
        } else {
            figures.pounds(
                    "pbr.finance",
                    "cost-per-family",
                    spent.divide(BigDecimal.valueOf(families), 6, RoundingMode.HALF_UP));
        }
    }

    private static BigDecimal sum(List<BudgetLine> lines, String year, String kind) {
        List<BigDecimal> amounts = new ArrayList<>();
        lines.stream()
                .filter(line -> line.year().equals(year) && line.kind().equals(kind))
                .forEach(line -> amounts.add(line.pounds()));
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal movement(List<BudgetLine> lines, String year) {
        return sum(lines, year, "income")
                .subtract(sum(lines, year, "expenditure"))
                .add(sum(lines, year, "adjustment"));
    }
}
