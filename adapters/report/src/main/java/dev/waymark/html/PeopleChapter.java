package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.html.Block.KeyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom the service worked with, out of the measure {@code activity}. */
final class PeopleChapter {

    private static final String ACTIVITY = "activity";

    private final Reported reported;

    PeopleChapter(Reported reported) {
        this.reported = reported;
    }

    Optional<Section> section() {
        if (!reported.has(ACTIVITY)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        List<Named> families = named(
                "families-worked-with", "Families worked with",
                "families-carried-in", "Families worked with already on the day before the period",
                "families-opened", "Families whose work began in the period",
                "families-closed", "Families whose work ended in the period",
                "caseload", "Families being worked with on the as-at date");
        blocks.add(Drawn.values("Families", "What is counted", "Number", families));
        List<Named> people = named(
                "individuals", "Members of the families worked with",
                "adults", "Adults (18 or over)",
                "children", "Children (under 18)",
                "children-under-5", "Children under 5",
                "age-not-recorded", "Age not recorded");
        blocks.add(Drawn.values("Members of the families", "What is counted", "Number", people));
        List<Named> ages = Named.byLastDimension(reported.all(ACTIVITY, "individuals-by-age"), PeopleChapter::band);
        if (!ages.isEmpty()) {
            List<Named> known = ages.stream()
                    .filter(age -> !age.figure().name().dimensions().values().containsValue(Dimensions.NOT_RECORDED))
                    .toList();
            blocks.add(Chart.of(
                    "ages",
                    "Members of the families by age",
                    Named.range(known, "The largest age group was", "the smallest"),
                    Drawn.base(ages),
                    Drawn.values("Members by age", "Age", "Number", ages),
                    Drawn.bars(ages)));
        }
        List<Named> ethnicities =
                Named.byLastDimension(reported.all(ACTIVITY, "individuals-by-ethnicity"), Titles::ofData);
        if (!ethnicities.isEmpty()) {
            blocks.add(Drawn.values("Members by ethnicity, as recorded", "Ethnicity", "Number", ethnicities));
        }
        blocks.add(Drawn.means(
                "Averages",
                "What is averaged",
                named(
                        "mean-family-size", "Members in a family",
                        "mean-adults", "Adults in a family",
                        "mean-children", "Children in a family",
                        "mean-age-adults", "Age of adults",
                        "mean-age-children", "Age of children",
                        "mean-weeks-involved", "Length of the work that ended",
                        "families-by-worker", "Families of a worker on the as-at date")));
        return Optional.of(new Section("people", "Who the service worked with", List.of(ACTIVITY), blocks));
    }

    private static String band(String band) {
        return band.equals("65+") ? "65 or over" : Titles.ofData(band).replace("-", " to ");
    }

    private List<Named> named(String... idsAndNames) {
        return reported.named(ACTIVITY, Dimensions.NONE, idsAndNames);
    }

    /** The main figures for the top of the page. */
    List<KeyFigure> keyFigures() {
        List<KeyFigure> figures = new ArrayList<>();
        add(
                figures,
                "families-worked-with",
                "family worked with",
                "families worked with",
                number("families-opened").map(opened -> opened.text() + " of them began in the period"));
        add(
                figures,
                "individuals",
                "family member",
                "family members",
                number("children")
                        .map(children ->
                                children.text() + Titles.oneOrMany(children, " of them a child", " of them children")));
        add(
                figures,
                "families-closed",
                "family whose work ended",
                "families whose work ended",
                number("mean-weeks-involved").map(weeks -> "after " + weeks.text() + " on average"));
        return figures;
    }

    private Optional<Cell> number(String figure) {
        return Cell.ifValue(reported.find(ACTIVITY, figure)).map(Cell::value);
    }

    private void add(List<KeyFigure> figures, String id, String one, String many, Optional<String> detail) {
        number(id)
                .ifPresent(number -> figures.add(
                        new KeyFigure(number.text(), Titles.oneOrMany(number, one, many), detail.orElse(""))));
    }
}
