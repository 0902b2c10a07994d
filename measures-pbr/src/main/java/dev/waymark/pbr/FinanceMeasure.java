package dev.waymark.pbr;

import dev.waymark.data.FinancialYear;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Figures;
import dev.waymark.measure.BudgetLine;
import dev.waymark.measure.BudgetLine.Side;
import dev.waymark.measure.Counting;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.measure.Tally;
import dev.waymark.measure.TallyCounting;
import dev.waymark.measure.Whole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pooled budget year by year, who paid in, and what a family cost: {@code pbr.finance}.
 *
 * <p><b>Reads</b> the budget, and episodes for the families worked with. <b>Gives</b> pounds for each year that has a
 * line: movement is income less expenditure plus adjustment, the reserve carried forward the sum of the movements so
 * far. The as-at date does not act on the budget, and the figures are of the whole only. <b>Empty:</b> no year wholly
 * inside the period, or one without a line, gives the cost {@code no-whole-year}. <b>Merging</b> is exact in any order.
 * <b>Threads:</b> immutable. <b>Source:</b> the pooled budget of 2012/13 to 2015/16.
 */
public final class FinanceMeasure extends TallyCounting implements OutcomeMeasure<Tally> {

    private static final String ALL = "lines of the budget of the year";

    private final MeasureSpec spec;
    private final Tally.Counter workedWith = counter();

    FinanceMeasure(MeasureSpec spec) {
        this.spec = spec.needing("budget");
    }

    @Override
    public MeasureSpec spec() {
        return spec;
    }

    @Override
    public Counting<Tally> counting() {
        return this;
    }

    @Override
    public boolean isSplitByStrata() {
        return false;
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        if (family.isWorkedWith()) {
            tally.add(workedWith);
        }
    }

    /** What is on each side of the account of a year, in pence. */
    private static final class Year {
        private final Map<Side, Long> sides = new EnumMap<>(Side.class);

        void add(BudgetLine line) {
            sides.merge(line.side(), line.pence(), Math::addExact);
        }

        long of(Side side) {
            return sides.getOrDefault(side, 0L);
        }

        long movement() {
            return Math.addExact(Math.subtractExact(of(Side.INCOME), of(Side.EXPENDITURE)), of(Side.ADJUSTMENT));
        }
    }

    @Override
    public List<Figure> finish(Tally state, Whole<Tally> whole) {
        Figures figures = Figures.of(spec.id(), whole.tables()).needing(spec.needs());
        SortedMap<Integer, Year> years = new TreeMap<>();
        for (BudgetLine line : whole.budget()) {
            years.computeIfAbsent(line.year(), year -> new Year()).add(line);
        }
        for (Side side : Side.values()) {
            years.forEach((year, account) -> figures.pounds(side.word(), dimensions(year), account.of(side), ALL));
        }
        years.forEach((year, account) -> figures.pounds("movement", dimensions(year), account.movement(), ALL));
        long reserve = 0;
        for (Map.Entry<Integer, Year> year : years.entrySet()) {
            reserve = Math.addExact(reserve, year.getValue().movement());
            figures.pounds(
                    "reserve-carried-forward",
                    dimensions(year.getKey()),
                    reserve,
                    "lines of the budget of the year and those before it");
        }
        shares(whole.budget(), figures);
        costPerFamily(years, state, whole, figures);
        return figures.list();
    }

    private static Dimensions dimensions(int year) {
        return Dimensions.of("year", FinancialYear.label(year));
    }

    private static void shares(List<BudgetLine> budget, Figures figures) {
        Map<String, Long> byOrganisation = new HashMap<>();
        long all = 0;
        for (BudgetLine line : budget) {
            if (line.side() == Side.INCOME) {
                byOrganisation.merge(line.organisation().orElse(Dimensions.NOT_RECORDED), line.pence(), Math::addExact);
                all = Math.addExact(all, line.pence());
            }
        }
        for (String organisation : Dimensions.inOrder(byOrganisation.keySet())) {
            figures.shareOfPounds(
                    "share-of-income",
                    Dimensions.of("organisation", organisation),
                    Optional.ofNullable(byOrganisation.get(organisation)).orElse(0L),
                    all,
                    "income of all years");
        }
    }

    private void costPerFamily(SortedMap<Integer, Year> years, Tally state, Whole<Tally> whole, Figures figures) {
        String base = "expenditure of the years wholly in the period, over the families worked with in it";
        List<Integer> inside = yearsInside(whole.period());
        if (inside.isEmpty() || !years.keySet().containsAll(inside)) {
            figures.noPounds("cost-per-family", Dimensions.NONE, "no-whole-year", base);
            return;
        }
        long spent = 0;
        for (int year : inside) {
            spent = Math.addExact(
                    spent, Optional.ofNullable(years.get(year)).orElseThrow().of(Side.EXPENDITURE));
        }
        figures.poundsEach("cost-per-family", Dimensions.NONE, spent, state.of(workedWith), base);
    }

    private static List<Integer> yearsInside(Period period) {
        List<Integer> inside = new ArrayList<>();
        for (int year = FinancialYear.of(period.start()); year <= FinancialYear.of(period.end()); year++) {
            if (!FinancialYear.firstDay(year).isBefore(period.start())
                    && !FinancialYear.lastDay(year).isAfter(period.end())) {
                inside.add(year);
            }
        }
        return inside;
    }
}
