package dev.waymark.html;

import dev.waymark.figure.Figure;
import dev.waymark.html.Block.Text;
import dev.waymark.html.Chart.Datum;
import dev.waymark.html.Chart.Picture;
import dev.waymark.html.StarFigures.Coded;
import dev.waymark.star.Stage;
import dev.waymark.star.Star;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The chapters on a Star: who is in the analysis, where families start, how far they come, where they end. */
final class StarChapters {

    private static final String BASE = "familystar.base";
    private static final String START = "familystar.start";
    private static final String END = "familystar.end";
    private static final String TRANSITIONS = "familystar.transitions";
    private static final String PROGRESS = "familystar.progress";
    private static final String SCORES = "familystar.scores";
    private static final String FAMILY = "familystar.family";

    private static final String MEANS_MOST = "By the mean score, families came furthest in";
    private static final String MEANS_LEAST = "least far in";
    private static final BigDecimal THIN = BigDecimal.valueOf(5);

    static final Chart.Key FIRST = new Chart.Key("first", "First Star");
    static final Chart.Key LAST = new Chart.Key("last", "Last Star");
    static final Chart.Key WHISKER = new Chart.Key("whisker", "95% interval: where the true rate plausibly lies");

    private final StarFigures star;
    private final String of;

    StarChapters(StarFigures star) {
        this.star = star;
        this.of = star.isOneOfSeveral() ? ": " + star.title() : "";
    }

    private String id(String name) {
        return name + star.suffix();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (star.has(BASE)) {
            sections.add(analysis());
        }
        if (star.has(START)) {
            sections.add(start());
        }
        if (star.has(PROGRESS)) {
            sections.add(progress());
            sections.add(byStart());
        }
        if (star.has(END)) {
            sections.add(end());
        }
        return sections;
    }

    // --- who is in the analysis

    private Section analysis() {
        List<Named> counts = star.named(
                BASE,
                "paired",
                "First and last Star: in the analysis",
                "no-first",
                "No first Star",
                "no-last",
                "A first Star, but none after it",
                "no-reading",
                "No Star of this kind at all");
        Optional<Figure> rate = star.find(BASE, "pairing-rate");
        Table.Builder table = Table.of("Who is in the analysis" + of, "Families whose work ended", "Number", "Base");
        Cell closed = Cell.value(star.find(BASE, "families-closed"));
        for (Named count : counts) {
            table.row(count.name(), Cell.value(count.figure()), closed);
        }
        table.row("All", closed, closed);
        String takeaway = Cell.ifValue(rate)
                .map(figure ->
                        Cell.withBase(figure) + " of the families whose work ended in the period have a first and"
                                + " a last Star and can be compared.")
                .orElseGet(() -> "How many of the families can be compared " + Cell.whyNot(rate) + ".");
        return new Section(
                id("analysis"),
                "Who is in the analysis" + of,
                List.of(BASE),
                List.of(
                        new Text("Progress can only be seen where a family has done the Star twice: at the start, and"
                                + " again at a review or at the end. Families without both are left out of every"
                                + " comparison, and this is why:"),
                        Chart.of(
                                id("analysis-chart"),
                                "Families whose work ended, by the Stars they have",
                                takeaway,
                                base(rate),
                                table.build(),
                                Drawn.bars(counts))));
    }

    private static String base(Optional<Figure> figure) {
        return figure.map(Figure::base).map(Titles::sentence).orElse("");
    }

    private static String value(Figure figure) {
        return Cell.value(figure).text();
    }

    // --- where families start and end

    private Section start() {
        List<Named> low = star.byArea(START, "low-stage-at-first");
        String lower = stages(stage -> !stage.atLeastTrying());
        return new Section(
                id("start"),
                "Where families start" + of,
                List.of(START),
                List.of(
                        new Text("Each area of the Star has stages, from " + stageTitles() + ". The chart shows how"
                                + " many families were at each stage in their first Star."),
                        stageChart(
                                "start-chart",
                                "Stage at the first Star",
                                START,
                                "stage-at-first",
                                Named.range(
                                        low, "Families most often started low (" + lower + ") in", "least often in")),
                        Drawn.shares("Families that started at " + lower, "Area", low)));
    }

    private Section end() {
        List<Named> little = star.byArea(END, "little-or-no-support");
        List<Named> trying = star.byArea(END, "at-least-trying");
        List<Block> blocks = new ArrayList<>(List.of(
                new Text("The same stages in the last Star, at the end of the work or at the latest review before it."),
                stageChart(
                        "end-chart",
                        "Stage at the last Star",
                        END,
                        "stage-at-last",
                        Named.range(
                                little,
                                "Families most often ended needing little or no support ("
                                        + stages(Stage::littleOrNoSupport) + ") in",
                                "least often in")),
                Drawn.shares(
                        "Families that ended needing little or no support (" + stages(Stage::littleOrNoSupport) + ")",
                        "Area",
                        little),
                Drawn.shares(
                        "Families that ended at least trying (" + stages(Stage::atLeastTrying) + ")", "Area", trying)));
        return new Section(id("end"), "Where families end" + of, List.of(END), blocks);
    }

    private String stages(java.util.function.Predicate<Stage> which) {
        return star.definition().map(known -> known.stageTitles(which)).orElse("the stages marked so");
    }

    private String stageTitles() {
        List<Coded> stages = star.stages();
        return stages.isEmpty()
                ? "lowest to highest"
                : Titles.inSentence(stages.get(0).title()) + " to "
                        + Titles.inSentence(stages.get(stages.size() - 1).title());
    }

    private Chart stageChart(String id, String title, String measure, String figure, String takeaway) {
        List<Datum> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("Area"));
        star.stages().forEach(stage -> columns.add(stage.title()));
        columns.add("Base");
        Table.Builder table = Table.of(title + ": families and percentage", columns);
        String base = "";
        boolean someThin = false;
        int row = 0;
        for (Coded area : star.areas()) {
            List<Cell> cells = new ArrayList<>();
            Optional<Figure> last = Optional.empty();
            boolean allShown = true;
            List<Datum> bar = new ArrayList<>();
            for (int s = 0; s < star.stages().size(); s++) {
                last = star.find(measure, figure, area, star.stages().get(s));
                cells.add(Cell.numberAndShare(last));
                Optional<BigDecimal> percent = last.flatMap(Figure::value);
                allShown &= percent.isPresent();
                someThin |= percent.filter(p -> p.signum() > 0 && p.compareTo(THIN) < 0)
                        .isPresent();
                bar.add(new Datum()
                        .with("row", row)
                        .with("label", area.title())
                        .with(
                                "note",
                                Cell.denominator(last).text()
                                        + Titles.oneOrMany(Cell.denominator(last), " family", " families"))
                        .with("stage", s)
                        .with("percent", percent)
                        .with("text", Cell.value(last).text())
                        .with("ramp", star.ramp(s)));
            }
            cells.add(Cell.denominator(last));
            table.row(area.title(), cells);
            base = base(last);
            // a bar with a stage missing would show wrong shares: such an area stands in the table only
            if (allShown && !bar.isEmpty()) {
                rows.addAll(bar);
                row++;
            }
        }
        if (someThin) {
            base += "; a part too thin for its number has it in the table";
        }
        return Chart.of(id(id), title, takeaway, base, table.build(), Picture.of("stages", rows))
                .withKey(stageKey());
    }

    private List<Chart.Key> stageKey() {
        List<Chart.Key> key = new ArrayList<>();
        for (int s = 0; s < star.stages().size(); s++) {
            Coded stage = star.stages().get(s);
            key.add(new Chart.Key(
                    "ramp-" + star.ramp(s),
                    stage.title() + (stage.scores().isEmpty() ? "" : " (scores " + stage.scores() + ")")));
        }
        return key;
    }

    // --- progress

    private Section progress() {
        String starters = stages(Stage::inProgressBase);
        List<Named> low = star.byArea(PROGRESS, "positive-progress");
        List<Named> all = star.byArea(PROGRESS, "positive-progress-all");
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Text("A family makes positive progress in an area when its score went up and it moved up at least"
                        + " one stage. There are two fair ways to count. Of the families that started lower down ("
                        + starters
                        + "), who had most to gain; and of all families, among them those that started so high that they"
                        + " could hardly move up."));
        if (star.has(FAMILY)) {
            blocks.add(new Text(ofFamilies()));
        }
        blocks.add(Chart.of(
                        id("progress-lower"),
                        "Positive progress, of families that started lower down",
                        Named.range(
                                low,
                                "Of families that started lower down, progress was most common in",
                                "least common in"),
                        Drawn.base(low),
                        Drawn.shares("Positive progress, of families first at " + starters, "Area", low),
                        Drawn.bars(low))
                .withKey(WHISKER));
        blocks.add(Chart.of(
                        id("progress-all"),
                        "Positive progress, of all families in the analysis",
                        Named.range(all, "Of all families, progress was most common in", "least common in"),
                        Drawn.base(all),
                        Drawn.shares("Positive progress, of all families in the analysis", "Area", all),
                        Drawn.bars(all))
                .withKey(WHISKER));
        blocks.add(movementTable());
        if (star.has(SCORES)) {
            blocks.add(means());
            blocks.add(belowThreshold());
        }
        return new Section(
                id("progress"), "What progress families make" + of, List.of(PROGRESS, SCORES, FAMILY), blocks);
    }

    private String ofFamilies() {
        Optional<Figure> any = star.find(FAMILY, "any-progress");
        return Cell.ifValue(any)
                .map(share -> Cell.withBase(share) + " of the families made positive progress in at least one area"
                        + Cell.ifValue(star.find(FAMILY, "mean-areas-progressed"))
                                .map(mean -> "; a family progressed in " + value(mean) + " areas on average.")
                                .orElse("."))
                .orElseGet(() ->
                        "How many families made positive progress in at least one area " + Cell.whyNot(any) + ".");
    }

    private Table movementTable() {
        Table.Builder table = Table.of(
                "Up, the same or down: every family in the analysis",
                "Area",
                "Positive progress",
                "Same stage",
                "Down a stage or more",
                "Base");
        for (Coded area : star.areas()) {
            Optional<Figure> up = star.find(PROGRESS, "positive-progress-all", area);
            table.row(
                    area.title(),
                    Cell.numberAndShare(up),
                    Cell.numberAndShare(star.find(PROGRESS, "maintained", area)),
                    Cell.numberAndShare(star.find(PROGRESS, "regression", area)),
                    Cell.denominator(up));
        }
        return table.build();
    }

    private Chart means() {
        List<Named> changes = star.byArea(SCORES, "mean-change");
        List<Datum> rows = new ArrayList<>();
        Table.Builder table = Table.of(
                "Mean scores at the first and last Star",
                "Area",
                "First: mean",
                "Last: mean",
                "Change: mean",
                "Change: sum",
                "Base",
                "95% interval of the change");
        for (Coded area : star.areas()) {
            Optional<Figure> first = star.find(SCORES, "mean-first", area);
            Optional<Figure> last = star.find(SCORES, "mean-last", area);
            Optional<Figure> change = star.find(SCORES, "mean-change", area);
            table.row(
                    area.title(),
                    Cell.value(first),
                    Cell.value(last),
                    Cell.value(change),
                    Cell.sum(change),
                    Cell.denominator(change),
                    Cell.interval(change));
            if (first.flatMap(Figure::value).isPresent()
                    && last.flatMap(Figure::value).isPresent()) {
                rows.add(new Datum()
                        .with("row", rows.size())
                        .with("label", area.title())
                        .with(
                                "text",
                                Cell.value(first).text() + " to "
                                        + Cell.value(last).text())
                        .with("first", first.flatMap(Figure::value))
                        .with("last", last.flatMap(Figure::value)));
            }
        }
        return Chart.of(
                        id("means"),
                        "Mean score, first and last",
                        Named.range(changes, MEANS_MOST, MEANS_LEAST),
                        Drawn.base(changes),
                        table.build(),
                        onScale(Picture.of("dumbbell", rows)))
                .withKey(FIRST, LAST);
    }

    private Picture onScale(Picture picture) {
        return star.definition()
                .map(known -> picture.with("least", known.minScore()).with("most", known.maxScore()))
                .orElse(picture);
    }

    private Table belowThreshold() {
        String under = star.definition().map(Star::threshold).map(t -> " " + t).orElse(" the threshold");
        Table.Builder table = Table.of(
                "Families with a score under" + under,
                "Area",
                "At the first Star",
                "At the last Star",
                "Change",
                "Relative change",
                "Base");
        for (Coded area : star.areas()) {
            Optional<Figure> first = star.find(SCORES, "below-threshold-first", area);
            table.row(
                    area.title(),
                    Cell.numberAndShare(first),
                    Cell.numberAndShare(star.find(SCORES, "below-threshold-last", area)),
                    Cell.value(star.find(SCORES, "below-threshold-change", area)),
                    Cell.value(star.find(SCORES, "below-threshold-relative-change", area)),
                    Cell.denominator(first));
        }
        return table.build();
    }

    // --- which families progress most

    private Section byStart() {
        List<Datum> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("Area"));
        star.stages().forEach(stage -> columns.add(stage.title()));
        Table.Builder table = Table.of(
                "Positive progress by stage at the first Star: families that progressed, of those there", columns);
        List<String> bestOfAreas = new ArrayList<>();
        int compared = 0;
        int hidden = 0;
        int row = 0;
        for (Coded area : star.areas()) {
            List<Cell> cells = new ArrayList<>();
            List<Named> ofArea = new ArrayList<>();
            for (int s = 0; s < star.stages().size(); s++) {
                Coded stage = star.stages().get(s);
                Optional<Figure> figure = star.find(PROGRESS, "positive-progress-by-start", area, stage);
                cells.add(Cell.shareOfBase(figure));
                Optional<BigDecimal> percent = figure.flatMap(Figure::value);
                rows.add(new Datum()
                        .with("row", row)
                        .with("label", area.title())
                        .with("stage", s)
                        .with("title", stage.title())
                        .with("percent", percent)
                        .with("text", Cell.shortText(figure)));
                figure.ifPresent(found -> ofArea.add(new Named(stage.title(), found)));
            }
            // where a cell is hidden, no stage can be called the best
            if (Named.anyHidden(ofArea)) {
                hidden++;
            } else if (Named.withValue(ofArea).size() > 1) {
                compared++;
                Named.highest(ofArea).forEach(best -> bestOfAreas.add(best.name()));
            }
            table.row(area.title(), cells);
            row++;
        }
        return new Section(
                id("by-start"),
                "Which families progress most" + of,
                List.of(
                        new Text("Each cell says how many of the families that started at a stage moved up from it."
                                + " Families that start at the highest stage cannot move up."),
                        Chart.of(
                                id("by-start-chart"),
                                "Positive progress by starting stage",
                                mostOften(bestOfAreas, compared, hidden),
                                "families first at the stage, scored in both readings",
                                table.build(),
                                Picture.of("grid", rows))));
    }

    /**
     * The stages that did best in the most areas.
     *
     * @param best of each area the stage that did best, or all that did equally well
     * @param compared the areas that have two stages to compare, and no number that may not be seen
     * @param hidden the areas of which some number may not be seen
     */
    private String mostOften(List<String> best, int compared, int hidden) {
        int areas = best.stream()
                .mapToInt(stage -> Collections.frequency(best, stage))
                .max()
                .orElse(0);
        if (areas == 0) {
            return hidden > 0
                    ? "No stage can be called the best: some numbers may not be shown, to protect the people behind them."
                    : "There is nothing to compare: in no area did one starting stage do better than another.";
        }
        List<String> those = best.stream()
                .distinct()
                .filter(stage -> Collections.frequency(best, stage) == areas)
                .map(stage -> "those that started at " + Titles.inSentence(stage))
                .toList();
        String of =
                hidden > 0 ? " whose numbers may all be shown and compared" : " with two starting stages to compare";
        String which = (compared == 1 ? "the one area" : areas + " of " + compared + " areas")
                + (compared == star.areas().size() ? "" : of);
        return "In " + which + (those.size() > 1 && compared > 1 ? " each" : "")
                + ", no families progressed more often than " + Titles.list(those) + ".";
    }

    // --- the page of an area

    /** The pages of the areas; {@code linked} adds what the issues of an area say. */
    Optional<Section> areas(IssueChapter issues) {
        if (!star.has(PROGRESS) || !star.has(TRANSITIONS) || !star.has(START) || !star.has(END)) {
            return Optional.empty();
        }
        List<Block> pages = new ArrayList<>();
        for (Coded area : star.areas()) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Text(definitionOf(area)));
            blocks.add(new Text(inWords(area)));
            blocks.add(byStart(area));
            blocks.add(flow(area));
            blocks.addAll(issues.linkedTo(area.code(), id("linked-issues-" + area.code())));
            pages.add(new Block.Part(id("area-" + area.code()), area.title(), blocks, true));
        }
        return Optional.of(new Section(id("areas"), "Area by area" + of, List.of(TRANSITIONS), pages));
    }

    private String definitionOf(Coded area) {
        String ofStar = area.title() + " is "
                + (star.areas().size() == 1
                        ? "the only area"
                        : "one of the " + star.areas().size() + " areas") + " of the "
                + star.title() + ". ";
        return star.definition()
                .map(known -> ofStar + "It is scored from " + known.minScore() + " to " + known.maxScore() + ": "
                        + Titles.list(star.stages().stream()
                                .map(stage -> Titles.inSentence(stage.title()) + " " + stage.scores())
                                .toList())
                        + ".")
                .orElse(ofStar);
    }

    private String inWords(Coded area) {
        Optional<Figure> all = star.find(PROGRESS, "positive-progress-all", area);
        if (Cell.ifValue(all).isEmpty()) {
            return "How many families made progress here " + Cell.whyNot(all) + ".";
        }
        Optional<Figure> first = Cell.ifValue(star.find(SCORES, "mean-first", area));
        Optional<Figure> last = Cell.ifValue(star.find(SCORES, "mean-last", area));
        String means = first.isPresent() && last.isPresent()
                ? " The mean score went from " + value(first.get()) + " to " + value(last.get()) + "."
                : "";
        String down = Cell.ifValue(star.find(PROGRESS, "regression", area))
                .map(figure -> "; " + Cell.withBase(figure) + " went down a stage or more")
                .orElse("");
        return Cell.withBase(all.get()) + " of the families made positive progress" + down + "." + means;
    }

    private Chart byStart(Coded area) {
        List<Named> stages = new ArrayList<>();
        for (Coded stage : star.stages()) {
            star.find(PROGRESS, "positive-progress-by-start", area, stage)
                    .ifPresent(figure -> stages.add(new Named(stage.title(), figure)));
        }
        return Chart.of(
                        id("by-stage-" + area.code()),
                        "Positive progress by starting stage",
                        Named.range(
                                stages,
                                "Progress was most common among families that started at",
                                "least common among those at"),
                        "families first at the stage, scored in both readings",
                        Drawn.shares(
                                "Positive progress in " + area.title() + " by starting stage",
                                "Stage at the first Star",
                                stages),
                        Drawn.bars(stages))
                .withKey(WHISKER);
    }

    private Chart flow(Coded area) {
        List<String> columns = new ArrayList<>(List.of("Stage at the first Star"));
        star.stages().forEach(stage -> columns.add("Last: " + Titles.inSentence(stage.title())));
        columns.add("All at first");
        Table.Builder table = Table.of("From first stage to last in " + area.title() + ": number of families", columns);
        List<Datum> ribbons = new ArrayList<>();
        boolean allShown = true;
        for (int from = 0; from < star.stages().size(); from++) {
            Coded first = star.stages().get(from);
            List<Cell> cells = new ArrayList<>();
            for (int to = 0; to < star.stages().size(); to++) {
                Coded last = star.stages().get(to);
                Optional<Figure> families = star.transition(area, first, last);
                cells.add(Cell.value(families));
                allShown &= families.flatMap(Figure::value).isPresent();
                ribbons.add(new Datum()
                        .with("from", from)
                        .with("to", to)
                        .with("families", families.flatMap(Figure::value))
                        .with("fromTitle", first.title())
                        .with("toTitle", last.title())
                        .with("fromText", atStage(START, "stage-at-first", area, first))
                        .with("toText", atStage(END, "stage-at-last", area, last)));
            }
            cells.add(Cell.numerator(star.find(START, "stage-at-first", area, first)));
            table.row(first.title(), cells);
        }
        List<Cell> lasts = new ArrayList<>();
        Optional<Figure> base = Optional.empty();
        for (Coded stage : star.stages()) {
            base = star.find(END, "stage-at-last", area, stage);
            lasts.add(Cell.numerator(base));
        }
        lasts.add(Cell.denominator(base));
        table.row("All at last", lasts);
        boolean isEmpty =
                base.flatMap(Figure::denominator).map(BigDecimal::signum).orElse(1) == 0;
        Picture picture = Picture.of("flow", allShown && !isEmpty ? ribbons : List.of())
                .with("stages", star.stages().size());
        return Chart.of(
                        id("flow-" + area.code()),
                        "From the first stage to the last",
                        flowTakeaway(area),
                        base(base),
                        table.build(),
                        picture)
                .withKey(flowKey());
    }

    private List<Chart.Key> flowKey() {
        List<Chart.Key> key = new ArrayList<>(List.of(
                new Chart.Key("move-up", "Up a stage or more"),
                new Chart.Key("move-none", "Same stage"),
                new Chart.Key("move-down", "Down a stage or more")));
        for (int s = 0; s < star.stages().size(); s++) {
            key.add(Chart.Key.numbered(s + 1, star.stages().get(s).title()));
        }
        return key;
    }

    private String atStage(String measure, String figure, Coded area, Coded stage) {
        return Cell.numerator(star.find(measure, figure, area, stage)).text();
    }

    private String flowTakeaway(Coded area) {
        List<String> shown = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        told("positive-progress-all", " moved up a stage or more", area, shown, hidden);
        told("maintained", " stayed at their stage", area, shown, hidden);
        told("regression", " moved down", area, shown, hidden);
        if (shown.isEmpty()) {
            return "How families moved " + Cell.whyNot(star.find(PROGRESS, "positive-progress-all", area)) + ".";
        }
        return "Of the families, " + Titles.list(shown)
                + (hidden.isEmpty() ? "." : "; how many" + String.join(" or", hidden) + " may not be shown.");
    }

    private void told(String figure, String what, Coded area, List<String> shown, List<String> hidden) {
        Optional<Figure> found = star.find(PROGRESS, figure, area);
        if (Cell.isSuppressed(found)) {
            hidden.add(what);
        } else {
            Cell.ifValue(found).ifPresent(share -> shown.add(value(share) + what));
        }
    }

    /** The Star as a picture: its mean scores at first and last, or nothing where there are none. */
    Optional<Chart> picture() {
        if (!star.has(SCORES)) {
            return Optional.empty();
        }
        List<Named> changes = star.byArea(SCORES, "mean-change");
        Table.Builder table = Table.of("Mean scores on the " + star.title(), "No. and area", "First", "Last", "Base");
        List<Datum> rows = new ArrayList<>();
        List<Chart.Key> key = new ArrayList<>(List.of(FIRST, LAST));
        boolean allShown = true;
        int number = 0;
        for (Coded area : star.areas()) {
            Optional<Figure> first = star.find(SCORES, "mean-first", area);
            Optional<Figure> last = star.find(SCORES, "mean-last", area);
            table.row(++number + " " + area.title(), Cell.value(first), Cell.value(last), Cell.denominator(last));
            allShown &= first.flatMap(Figure::value).isPresent()
                    && last.flatMap(Figure::value).isPresent();
            rows.add(new Datum()
                    .with("area", rows.size())
                    .with("areas", star.areas().size())
                    .with("label", area.title())
                    .with("first", first.flatMap(Figure::value))
                    .with("last", last.flatMap(Figure::value)));
            key.add(Chart.Key.numbered(number, area.title()));
        }
        return Optional.of(Chart.of(
                        id("star-chart"),
                        "The " + star.title() + ": mean scores, first and last",
                        Named.range(changes, MEANS_MOST, MEANS_LEAST),
                        Drawn.base(changes),
                        table.build(),
                        onScale(Picture.of("star", allShown ? rows : List.of())))
                .withKey(key));
    }

    /** What the summary says of the Star. */
    List<String> inShort() {
        List<String> sentences = new ArrayList<>();
        Optional<Figure> paired = Cell.ifValue(star.find(BASE, "pairing-rate"));
        paired.ifPresent(rate -> sentences.add(Cell.withBase(rate)
                + " of the families whose work ended did the " + star.title()
                + " both at first and at last, so that their progress can be seen."));
        Cell.ifValue(star.find(FAMILY, "any-progress"))
                .ifPresent(any -> sentences.add(Cell.withBase(any)
                        + (paired.isPresent() ? " of them" : " of the families with a first and a last Star")
                        + " moved up at least one stage in at least one area of family life."));
        Named.comparison(
                        star.byArea(PROGRESS, "positive-progress"),
                        "Of families that started lower down, progress was most common in",
                        "least common in")
                .ifPresent(sentences::add);
        Named.comparison(
                        star.byArea(END, "little-or-no-support"),
                        "At the end, families most often needed little or no support in",
                        "least often in")
                .ifPresent(sentences::add);
        return sentences;
    }

    /** The main figure of the Star for the top of the page. */
    Optional<Block.KeyFigure> keyFigure() {
        return Cell.ifValue(star.find(FAMILY, "any-progress"))
                .map(any -> new Block.KeyFigure(
                        value(any),
                        "of families made progress in at least one area" + of,
                        Cell.ofBase(any)
                                + Titles.oneOrMany(Cell.denominator(Optional.of(any)), " family", " families")
                                + " with a first and a last Star"));
    }
}
