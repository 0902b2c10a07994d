package dev.waymark.pbr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.ListedTables;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Oracle: published numbers, the pooled budget of 2012/13 to 2015/16. */
class FinanceTest {

    private static Report pooledBudget(String period, int families) {
        ListedTables tables = new ListedTables().table("families", "family_id");
        for (int i = 0; i < families; i++) {
            tables.row(String.valueOf(i));
        }
        tables.table("episodes", "episode_id", "family_id", "service", "opened", "closed");
        for (int i = 0; i < families; i++) {
            tables.row("e" + i, String.valueOf(i), "ifs", "2013-01-01", "");
        }
        tables.table("budget", "year", "kind", "line", "organisation", "amount");
        String[][] years = {
            {"2012/13", "3638099", "0"},
            {"2013/14", "2288986", "2021305"},
            {"2014/15", "1639622", "2324947"},
            {"2015/16", "946000", "2424466"}
        };
        for (String[] year : years) {
            tables.row(year[0], "income", "contributions", "", year[1]);
            tables.row(year[0], "expenditure", "service", "", year[2]);
        }
        tables.row("2013/14", "adjustment", "correction", "", "172037");
        return MeasureRun.of(CaseStore.read(tables), MeasureCatalog.of(new PbrProvider()), Period.parse(period))
                .asAt(LocalDate.of(2016, 3, 31))
                .measures(java.util.List.of("pbr.finance"))
                .report();
    }

    private static String printed(Report report, String figure, String year) {
        return report.figure("pbr.finance", figure, Map.of("year", year))
                .map(Figure::printed)
                .orElse("none");
    }

    /**
     * Printed: reserves 3,638,099, 4,077,816, 3,392,491 and 1,914,025; the three last are a pound short of their own
     * column, whose exact sums stand here.
     */
    @Test
    void reservesAreThePublishedOnesToThePoundOfTheirOwnColumn() {
        Report report = pooledBudget("2012-04-01..2016-03-31", 1);
        assertThat(printed(report, "movement", "2013/14")).isEqualTo("439718");
        assertThat(printed(report, "reserve-carried-forward", "2012/13")).isEqualTo("3638099");
        assertThat(printed(report, "reserve-carried-forward", "2013/14")).isEqualTo("4077817");
        assertThat(printed(report, "reserve-carried-forward", "2014/15")).isEqualTo("3392492");
        assertThat(printed(report, "reserve-carried-forward", "2015/16")).isEqualTo("1914026");
    }

    /** 6,770,718 over 1,491 families = 4,541. */
    @Test
    void costPerFamilyIsAsPublished() {
        assertThat(pooledBudget("2012-04-01..2016-03-31", 1491)
                        .figure("pbr.finance", "cost-per-family", Map.of())
                        .orElseThrow()
                        .printed())
                .isEqualTo("4541");
    }

    @Test
    void costNeedsAWholeYearThatHasALine() {
        for (String period : new String[] {"2015/16-Q1", "2011-04-01..2013-03-31"}) {
            Figure cost = pooledBudget(period, 1)
                    .figure("pbr.finance", "cost-per-family", Map.of())
                    .orElseThrow();
            assertThat(cost.status().reason()).as(period).contains("no-whole-year");
        }
    }

    /**
     * 60 lines of 999,999,999,999,999 pounds on each side fit into pence by themselves, the one and the other together
     * do not: no figure is better than one that has run over.
     */
    @Test
    void movementThatIsTooLargeIsAFailure() {
        ListedTables tables = new ListedTables()
                .table("families", "family_id")
                .table("episodes", "episode_id", "family_id", "service", "opened", "closed")
                .table("budget", "year", "kind", "line", "organisation", "amount");
        for (int line = 0; line < 60; line++) {
            tables.row("2015/16", "income", "in " + line, "", "999999999999999");
            tables.row("2015/16", "expenditure", "out " + line, "", "-999999999999999");
        }

        Report report = MeasureRun.of(
                        CaseStore.read(tables), MeasureCatalog.of(new PbrProvider()), Period.parse("2015/16"))
                .measures(java.util.List.of("pbr.finance"))
                .report();

        assertThat(report.figures("pbr.finance")).isEmpty();
        assertThat(report.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo("java.lang.ArithmeticException"));
    }
}
