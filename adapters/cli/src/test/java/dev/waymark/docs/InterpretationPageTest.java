package dev.waymark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.data.ListedTables;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/interpretation.md, which says of every figure what it counts. */
class InterpretationPageTest {

    @Test
    void pageHasEveryFigureInTheChapterOfItsMeasure() {
        String page = Block.read(Path.of("..", "..", "docs", "interpretation.md"));
        // a family with a form that answers an issue, and a line of the budget: figures that there are for what is
        // recorded
        CaseStore store = CaseStore.read(new ListedTables()
                .table("families", "family_id")
                .row("1")
                .table("episodes", "episode_id", "family_id", "service", "opened", "closed")
                .row("1", "1", "intensive-family-support", "2015-04-07", "2015-06-01")
                .table("assessments", "assessment_id", "family_id", "date", "kind")
                .row("1", "1", "2015-04-07", "initial")
                .table("findings", "assessment_id", "issue", "present")
                .row("1", "rent-arrears", "yes")
                .table("budget", "year", "kind", "line", "organisation", "amount")
                .row("2015/16", "income", "grant", "county", "100"));
        Set<String> figures = MeasureRun.of(
                        store,
                        MeasureCatalog.load(InterpretationPageTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .report()
                .figures()
                .stream()
                .map(Figure::name)
                .map(name -> name.measure() + " " + name.figure())
                .collect(Collectors.toSet());

        assertThat(figures).hasSizeGreaterThan(70).allSatisfy(figure -> {
            String measure = figure.substring(0, figure.indexOf(' '));
            String id = figure.substring(figure.indexOf(' ') + 1);
            assertThat(chapter(page, measure.replaceFirst("\\..*", "")).lines())
                    .as("rows with the figure " + figure)
                    .anyMatch(row -> row.matches("\\| [^|]*`" + id + "`[^|]* \\|.*"));
        });
    }

    private static String chapter(String page, String measures) {
        int begin = page.indexOf("\n## `" + measures + "`\n");
        assertThat(begin).as("the chapter on " + measures).isNotNegative();
        return page.substring(begin, page.indexOf("\n## ", begin + 1));
    }
}
