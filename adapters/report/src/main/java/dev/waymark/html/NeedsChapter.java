package dev.waymark.html;

import dev.waymark.html.Block.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who was eligible, and by which needs, out of the measure {@code eligibility}. */
final class NeedsChapter {

    private static final String TITLE = "Eligibility and needs";
    private static final String ELIGIBILITY = "eligibility";

    private final Reported reported;
    private final Titles titles;

    NeedsChapter(Reported reported, Titles titles) {
        this.reported = reported;
        this.titles = titles;
    }

    Optional<Section> section() {
        if (!reported.has(ELIGIBILITY)) {
            return Optional.empty();
        }
        if (reported.lacksTables(ELIGIBILITY)) {
            return Optional.of(Section.withoutRecords("needs", TITLE, ELIGIBILITY));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text("Families are counted by the headline needs that their first forms show. A question that"
                + " was not answered counts as a need not shown."));
        reported.find(ELIGIBILITY, "eligible")
                .ifPresent(eligible -> blocks.add(Drawn.shares(
                        "Eligible families",
                        "Families",
                        List.of(new Named("With enough headline needs to be eligible", eligible)))));
        List<Named> needs = Named.byLastDimension(reported.all(ELIGIBILITY, "families-with-need"), titles::need);
        if (!needs.isEmpty()) {
            blocks.add(Chart.of(
                            "needs-chart",
                            "Headline needs of the families that began",
                            Named.range(needs, "The most common need was", "the least common"),
                            Drawn.base(needs),
                            Drawn.shares("Families with a headline need", "Headline need", needs),
                            Drawn.bars(needs))
                    .withKey(StarChapters.WHISKER));
        }
        List<Named> numbers = Named.byLastDimension(
                reported.all(ELIGIBILITY, "families-by-needs"),
                number -> number.equals("1") ? "1 need" : Titles.ofData(number) + " needs");
        if (!numbers.isEmpty()) {
            blocks.add(Chart.of(
                    "needs-number",
                    "How many headline needs families have",
                    Named.range(numbers, "The most frequent number was", "the least frequent"),
                    Drawn.base(numbers),
                    Drawn.values("Families by number of headline needs", "Headline needs", "Families", numbers),
                    Drawn.bars(numbers)));
        }
        return Optional.of(new Section("needs", TITLE, List.of(ELIGIBILITY), blocks));
    }

    List<String> inShort() {
        return reported
                .find(ELIGIBILITY, "eligible")
                .filter(figure -> figure.status().isValue())
                .map(figure -> Cell.withBase(figure)
                        + " of the families whose work began had enough headline needs to be eligible.")
                .stream()
                .toList();
    }
}
