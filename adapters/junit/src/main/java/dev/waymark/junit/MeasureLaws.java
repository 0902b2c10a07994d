package dev.waymark.junit;

import dev.waymark.WaymarkException;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Interval;
import dev.waymark.figure.Status;
import dev.waymark.figure.Unit;
import dev.waymark.measure.BudgetLine;
import dev.waymark.measure.Counting;
import dev.waymark.measure.Explanation;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.Whole;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The laws, for one measure over one council. Like the engine, it moves one case from family to family. */
final class MeasureLaws<S> {

    static final String WITHOUT_RECORDS = "without-records";

    /** What the councils that have a budget have in it, which belongs to no family. */
    private static final List<BudgetLine> BUDGET = List.of(
            new BudgetLine(2014, BudgetLine.Side.INCOME, Optional.of("Council"), 100_000_00),
            new BudgetLine(2015, BudgetLine.Side.INCOME, Optional.empty(), 50_000_00),
            new BudgetLine(2015, BudgetLine.Side.EXPENDITURE, Optional.empty(), 70_000_01),
            new BudgetLine(2015, BudgetLine.Side.ADJUSTMENT, Optional.empty(), -12_34));

    private final OutcomeMeasure<S> measure;
    private final Counting<S> counting;
    private final CaseStore store;
    private final FamilyCase family;
    private final RandomGenerator random;
    private final List<Integer> rows;
    private final Whole<S> whole;

    MeasureLaws(OutcomeMeasure<S> measure, CaseStore store, Period period, RandomGenerator random) {
        this.measure = measure;
        this.counting = measure.counting();
        this.store = store;
        this.family = FamilyCase.over(store, period, period.end());
        this.random = random;
        this.rows = IntStream.range(0, store.families()).boxed().toList();
        this.whole = wholeOf(counted(rows));
    }

    private Whole<S> wholeOf(S state) {
        return wholeOf(state, store.tablesPresent().contains("budget") ? BUDGET : List.of());
    }

    private Whole<S> wholeOf(S state, List<BudgetLine> budget) {
        return new Whole<>(state, family.period(), store.tablesPresent(), family.starsInData(), budget);
    }

    private S counted(List<Integer> families) {
        return counted(counting.newState(), families);
    }

    private S counted(S state, List<Integer> families) {
        for (int row : families) {
            of(row, one -> {
                counting.accept(state, one);
                return state;
            });
        }
        return state;
    }

    /** What is made of a family; what is thrown meanwhile names it. */
    private <T> T of(int row, Function<FamilyCase, T> made) {
        try {
            return made.apply(family.moveTo(row));
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    thrownBy(measure, e) + " at family "
                            + store.table("families").ids().get(row),
                    e);
        }
    }

    /** What a measure threw, in words. */
    static String thrownBy(OutcomeMeasure<?> measure, Throwable thrown) {
        return measure.getClass().getName() + " throws " + thrown;
    }

    private List<Figure> figures(S state) {
        return measure.finish(state, whole);
    }

    private List<Figure> figuresOfAll() {
        return figures(counted(rows));
    }

    private byte[] written(S state) {
        return counting.codec().encode(state);
    }

    private S copy(S state) {
        return counting.codec().decode(written(state));
    }

    /** All that a report shows of a figure: what a measure keeps of one without a value is its own affair. */
    private record Shown(
            FigureName name,
            String base,
            Unit unit,
            Status status,
            List<Optional<BigDecimal>> numbers,
            Optional<Interval> interval) {

        static Shown of(Figure figure) {
            return new Shown(
                    figure.name(),
                    figure.base(),
                    figure.unit(),
                    figure.status(),
                    List.of(
                            figure.value(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.sum(),
                            figure.first(),
                            figure.last()),
                    figure.interval());
        }
    }

    private static List<Shown> shown(List<Figure> figures) {
        return figures.stream().map(Shown::of).toList();
    }

    private static void same(String law, List<Figure> expected, List<Figure> actual) {
        if (shown(expected).equals(shown(actual))) {
            return;
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String should = i < expected.size() ? words(expected.get(i)) : "no figure";
            String is = i < actual.size() ? words(actual.get(i)) : "no figure";
            if (i >= expected.size()
                    || i >= actual.size()
                    || !Shown.of(expected.get(i)).equals(Shown.of(actual.get(i)))) {
                differences.add(should + ", and not " + is);
            }
        }
        throw new AssertionError(law + ": expected " + differences.get(0)
                + (differences.size() == 1 ? "" : "; and " + (differences.size() - 1) + " more"));
    }

    private static String words(Figure figure) {
        return figure.name() + " = " + FigureWords.of(figure);
    }

    private static void holds(boolean condition, String law) {
        if (!condition) {
            throw new AssertionError(law);
        }
    }

    void emptyStateIsTheIdentityOfMerge() {
        List<Figure> expected = figuresOfAll();
        same(
                "merging an empty state with counts changes them",
                expected,
                figures(counting.merge(counting.newState(), counted(rows))));
        same(
                "merging counts with an empty state changes them",
                expected,
                figures(counting.merge(counted(rows), counting.newState())));
    }

    void anySplitOrderAndGroupingGivesTheSameFigures() {
        List<Integer> shuffled = Shuffled.copyOf(rows, random);
        List<S> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(4));
            parts.add(counted(shuffled.subList(from, to)));
            from = to;
        }
        while (parts.size() > 1) {
            S left = parts.remove(random.nextInt(parts.size()));
            S right = parts.remove(random.nextInt(parts.size()));
            parts.add(counting.merge(left, right));
        }
        same(
                "families counted in parts, merged in another order and grouping, give other figures",
                figuresOfAll(),
                figures(parts.get(0)));
    }

    /** At thirds, not anywhere: where hardly anybody follows, the law is kept by measures that break it. */
    void familiesMayFollowAMerge() {
        int third = rows.size() / 3;
        S merged = counting.merge(counted(rows.subList(0, third)), counted(rows.subList(third, 2 * third)));
        same(
                "families counted after a merge give other figures",
                figuresOfAll(),
                figures(counted(merged, rows.subList(2 * third, rows.size()))));
    }

    void finishIsPure() {
        S state = counted(rows);
        byte[] before = written(state);
        List<Figure> once = figures(state);
        same("making the figures twice gives other figures", once, figures(state));
        holds(Arrays.equals(before, written(state)), "making the figures changes the state");
        S part = counted(rows.subList(0, rows.size() / 2));
        byte[] wholeBefore = written(whole.state());
        figures(part);
        holds(Arrays.equals(wholeBefore, written(whole.state())), "making the figures of a part changes the whole");
        same(
                "families counted after figures were made give other figures",
                once,
                figures(counted(part, rows.subList(rows.size() / 2, rows.size()))));
    }

    void statesShareNothing() {
        S untouched = counting.newState();
        List<Figure> empty = figures(untouched);
        S state = counted(rows);
        List<Figure> full = figures(state);
        same("counting into one state changes another", empty, figures(untouched));
        same("a new state is not empty after another was counted into", empty, figures(counting.newState()));
        S copy = copy(state);
        counted(copy, rows);
        same(
                "counting into a state that was written and read changes the one it was written from",
                full,
                figures(state));
        S merged = counting.merge(copy(state), counting.newState());
        counted(merged, rows);
        same("counting into a merged state changes another", full, figures(state));
    }

    void stateThatIsWrittenAndReadIsTheSame() {
        for (S state : List.of(counting.newState(), counted(rows))) {
            byte[] bytes = written(state);
            holds(Arrays.equals(bytes, written(state)), "a state is not written the same way twice");
            S read = counting.codec().decode(bytes.clone());
            same("a state that was written and read gives other figures", figures(state), figures(read));
            holds(Arrays.equals(bytes, written(read)), "a state that was written and read is written otherwise");
            same(
                    "families counted into a state that was written and read give other figures",
                    figures(counted(state, rows)),
                    figures(counted(read, rows)));
        }
    }

    /** The budget is of no family, so no explanation of one speaks of it. */
    void explanationAgreesWithTheFiguresFamilyByFamily() {
        Whole<S> ofFamilies = wholeOf(whole.state(), List.of());
        List<Figure> all = measure.finish(counted(rows), ofFamilies);
        Set<FigureName> names = all.stream().map(Figure::name).collect(Collectors.toSet());
        for (int row : rows) {
            Explanation explanation = of(row, measure::explain);
            String id = store.table("families").ids().get(row);
            holds(
                    explanation.measure().equals(measure.spec().id()),
                    "family " + id + " is explained by " + explanation.measure());
            holds(explanation.familyId().equals(id), "family " + id + " is explained as " + explanation.familyId());
            S alone = counted(List.of(row));
            List<Figure> counts = measure.finish(alone, wholeOf(alone, List.of())).stream()
                    .filter(Figure::isTouched)
                    .toList();
            same("family " + id + " is explained otherwise than it counts", counts, explanation.counts());
            same("family " + id + " alone has other figures than it counts in", counts, of(row, measure::figuresOfOne));
            for (Figure figure : counts) {
                holds(
                        names.contains(figure.name()),
                        "family " + id + " is explained by " + figure.name() + ", which the report does not have");
            }
            if (counts.isEmpty()) {
                List<Integer> others = new ArrayList<>(rows);
                others.remove(Integer.valueOf(row));
                same(
                        "family " + id + " counts nowhere by its explanation, but the figures change without it",
                        all,
                        measure.finish(counted(others), ofFamilies));
            }
        }
    }

    void familyWithoutRecordsChangesNoNumerator() {
        int without = Council.rowOf(store, WITHOUT_RECORDS);
        List<Integer> others = rows.stream().filter(row -> row != without).toList();
        List<Figure> before = figures(counted(others));
        List<Figure> after = figuresOfAll();
        for (int i = 0; i < before.size(); i++) {
            holds(
                    before.get(i).numerator().equals(after.get(i).numerator())
                            && before.get(i).sum().equals(after.get(i).sum()),
                    "a family without records changes the numerator of " + words(before.get(i)) + " to "
                            + words(after.get(i)));
        }
    }

    void figuresHaveNamesOfTheirOwnABaseAndASource() {
        refuseIdThatNoCatalogTakes();
        holds(!measure.spec().source().isBlank(), "the measure names no source");
        Set<FigureName> names = new HashSet<>();
        for (Figure figure : figuresOfAll()) {
            holds(
                    figure.name().measure().equals(measure.spec().id()),
                    figure.name() + " is named as another measure's");
            holds(names.add(figure.name()), figure.name() + " stands twice");
            for (Stratum stratum : Stratum.values()) {
                holds(
                        figure.name().dimensions().value(stratum.word()).isEmpty(),
                        figure.name() + " has a dimension '" + stratum.word() + "', by which reports are split");
            }
            holds(figure.base().strip().indexOf(' ') > 0, figure.name() + " has no base in words");
            holds(
                    figure.status().isValue() == figure.exact().isPresent(),
                    figure.name() + " has a value and none at once");
        }
        holds(!names.isEmpty(), "the measure gives no figures");
    }

    private void refuseIdThatNoCatalogTakes() {
        try {
            MeasureCatalog.of(settings -> List.of(measure));
        } catch (WaymarkException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    void everyPartOfTheWholeHasTheSameFigures() {
        List<FigureName> expected = figuresOfAll().stream().map(Figure::name).toList();
        for (List<Integer> part : List.of(List.<Integer>of(), rows.subList(0, rows.size() / 2))) {
            List<FigureName> names =
                    figures(counted(part)).stream().map(Figure::name).toList();
            holds(
                    expected.equals(names),
                    "a part of the whole has the figures " + names + ", the whole has " + expected);
        }
    }
}
