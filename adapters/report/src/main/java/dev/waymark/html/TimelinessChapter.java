package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.html.Block.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether assessments, reviews and interviews came in time, out of the measure {@code timeliness}. */
final class TimelinessChapter {

    private static final String TITLE = "Timeliness";
    private static final String TIMELINESS = "timeliness";

    private final Reported reported;

    TimelinessChapter(Reported reported) {
        this.reported = reported;
    }

    Optional<Section> section() {
        if (!reported.has(TIMELINESS)) {
            return Optional.empty();
        }
        if (reported.lacksTables(TIMELINESS)) {
            return Optional.of(Section.withoutRecords("timeliness", TITLE, TIMELINESS));
        }
        List<Named> shares = reported.named(
                TIMELINESS,
                Dimensions.NONE,
                "first-assessment-in-time",
                "First assessments within 6 weeks",
                "review-in-time",
                "Reviews every 12 weeks",
                "return-interview-in-time",
                "Interviews within 3 days of being missing");
        List<Block> blocks = new ArrayList<>(List.of(
                new Text("A first assessment is due within 42 days of the start of the work, a review every 84 days"
                        + " after it, and an interview within 3 days when a missing child returns."),
                Chart.of(
                                "timeliness-chart",
                                "Done in time",
                                Named.range(shares, "Most often in time were", "least often"),
                                "families that began, reviews due, and missing episodes; the table gives each base",
                                Drawn.shares("Done in time", "What was due", shares),
                                Drawn.bars(shares))
                        .withKey(StarChapters.WHISKER)));
        reported.find(TIMELINESS, "episodes-without-first")
                .ifPresent(without -> blocks.add(Drawn.values(
                        "Work without any first assessment",
                        "What is counted",
                        "Number",
                        List.of(new Named(
                                "Spells of work of 12 weeks or more without a first form or Star", without)))));
        return Optional.of(new Section("timeliness", TITLE, List.of(TIMELINESS), blocks));
    }
}
