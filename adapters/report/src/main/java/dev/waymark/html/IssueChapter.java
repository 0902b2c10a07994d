package dev.waymark.html;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.html.Block.Text;
import dev.waymark.html.Chart.Datum;
import dev.waymark.html.Chart.Picture;
import dev.waymark.taxonomy.Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the forms say: which issues families and their members had at first, and which at last. */
final class IssueChapter {

    private static final String TITLE = "Issues, before and after";
    private static final String ISSUES = "issues";
    private static final String ISSUE = "issue";
    private static final int MOST_LINES = 8;
    private static final int HEIGHT_OF_NO_LINE = 110;
    private static final int HEIGHT_OF_A_LINE = 30;
    private static final int HIGHEST = 300;
    private static final BigDecimal LEAST_SCALE = BigDecimal.TEN;

    private final Reported reported;
    private final Titles titles;
    /** Every issue at every level, those first that most had at first. */
    private final List<Row> rows;

    IssueChapter(Reported reported, Titles titles) {
        this.reported = reported;
        this.titles = titles;
        this.rows = reported.all(ISSUES, "at-first").keySet().stream()
                .map(Row::new)
                .sorted(Comparator.comparing(Row::countAtFirst).reversed())
                .toList();
    }

    /** An issue at a level, with its figures. */
    private final class Row {
        private final Dimensions dimensions;
        private final String code;
        private final String title;

        private Row(Dimensions dimensions) {
            this.dimensions = dimensions;
            this.code = dimensions.value("issue").orElse("");
            this.title = titles.issue(code) + (isOfFamily() ? "" : " (person)");
        }

        private boolean isOfFamily() {
            return dimensions.value("level").filter("family"::equals).isPresent();
        }

        private Optional<Figure> figure(String id) {
            return reported.find(ISSUES, id, dimensions);
        }

        private BigDecimal countAtFirst() {
            return figure("at-first").flatMap(Figure::numerator).orElse(BigDecimal.ZERO);
        }

        private boolean isShown() {
            return percent("at-first").isPresent();
        }

        private String inQuotes() {
            return "“" + title + "”";
        }

        private Optional<BigDecimal> percent(String id) {
            return figure(id).flatMap(Figure::value);
        }
    }

    /** The chapter on issues, if the report has the measure. */
    Optional<Section> section() {
        if (!reported.has(ISSUES)) {
            return Optional.empty();
        }
        if (reported.lacksTables(ISSUES)) {
            return Optional.of(Section.withoutRecords("issues", TITLE, ISSUES));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text("Caseworkers fill in a form about the family, and one about each member, at the start and"
                + " at the end. An issue can be compared where both forms answer it with yes or no."));
        blocks.add(subjects());
        if (rows.isEmpty()) {
            blocks.add(new Text("No form answers any issue with yes or no."));
        } else {
            blocks.add(slopes("issue-slopes", "The issues recorded most often, at first and at last", rows, ISSUE));
            blocks.add(new Block.Part("issues-all", "Every issue", List.of(whatWentAway(rows)), false));
        }
        List<Named> families =
                Named.byLastDimension(reported.all(ISSUES, "families-with-issue"), titles::issue).stream()
                        .sorted(Comparator.comparing(
                                        (Named named) -> named.figure().value().orElse(BigDecimal.ZERO))
                                .reversed())
                        .toList();
        if (!families.isEmpty()) {
            blocks.add(entry(families));
        }
        return Optional.of(new Section("issues", TITLE, List.of(ISSUES), blocks));
    }

    private Table subjects() {
        Table.Builder table = Table.of(
                "Whose forms can be compared", "Forms about", "All", "First and last form", "No first", "No last");
        for (String level : reported.values(ISSUES, Dimensions.NONE, "level")) {
            Dimensions at = Dimensions.of("level", level);
            table.row(
                    level.equals("family") ? "Families whose work ended" : "Members of those families",
                    Cell.value(reported.find(ISSUES, "subjects", at)),
                    Cell.value(reported.find(ISSUES, "paired", at)),
                    Cell.value(reported.find(ISSUES, "no-first", at)),
                    Cell.value(reported.find(ISSUES, "no-last", at)));
        }
        return table.build();
    }

    private Chart entry(List<Named> families) {
        List<Named> most = families.subList(0, Math.min(2 * MOST_LINES, families.size()));
        String mean = Cell.ifValue(reported.find(ISSUES, "mean-issues-per-family"))
                .map(figure -> " Families had " + Cell.value(figure).text() + " issues on average.")
                .orElse("");
        return Chart.of(
                "issue-entry",
                "Issues that families come with",
                Named.range(families, "When the work began, the most frequent issue was", "the least frequent") + mean,
                Drawn.base(families) + drawn(most.size(), families.size()),
                Drawn.shares("Families with an issue on their first forms", "Issue", families),
                Drawn.bars(most));
    }

    /** The picture and table of the issues that belong to an area of a Star; nothing if the data has none. */
    List<Block> linkedTo(String area, String id) {
        List<Row> linked = rows.stream()
                .filter(row -> titles.taxonomy()
                        .issue(row.code)
                        .flatMap(Issue::starArea)
                        .filter(area::equals)
                        .isPresent())
                .toList();
        return linked.isEmpty()
                ? List.of()
                : List.of(slopes(id, "Linked issues, at first and at last", linked, "linked issue"));
    }

    private Chart slopes(String id, String title, List<Row> rows, String what) {
        List<Datum> lines = new ArrayList<>();
        List<Chart.Key> key = new ArrayList<>();
        BigDecimal most = LEAST_SCALE;
        Table.Builder table =
                Table.of(title, "No. and issue", "At first", "At last", "No longer, of those with it at first", "Base");
        int number = 0;
        for (Row row : rows) {
            number++;
            Optional<Figure> first = row.figure("at-first");
            table.row(
                    number + " " + row.title,
                    Cell.numberAndShare(first),
                    Cell.numberAndShare(row.figure("at-last")),
                    Cell.shareOfBase(row.figure("no-longer")),
                    Cell.denominator(first));
            Optional<BigDecimal> from = row.percent("at-first");
            Optional<BigDecimal> to = row.percent("at-last");
            if (from.isPresent() && to.isPresent() && lines.size() < MOST_LINES) {
                lines.add(new Datum()
                        .with("row", lines.size())
                        .with("no", number)
                        .with("label", titles.issue(row.code))
                        .with("first", from)
                        .with("last", to)
                        .with("firstText", Cell.grouped(from.get(), 0) + "%")
                        .with("lastText", Cell.grouped(to.get(), 0) + "%"));
                most = most.max(from.get()).max(to.get());
                key.add(Chart.Key.numbered(number, row.title));
            }
        }
        key.add(0, new Chart.Key("fell", "Became rarer"));
        key.add(1, new Chart.Key("rose", "Stayed or became more common"));
        return Chart.of(
                        id,
                        title,
                        takeaway(rows, what),
                        "families, or members of them, with a yes or no in the first and the last form"
                                + drawn(lines.size(), rows.size()),
                        table.build(),
                        Picture.of("slopes", lines).with("most", most).with("height", heightOf(lines.size())))
                .withKey(key);
    }

    private static String drawn(int drawn, int all) {
        return drawn < all && drawn > 0 ? "; " + drawn + " of " + all + " are drawn, the table has all" : "";
    }

    private static int heightOf(int lines) {
        return Math.min(HIGHEST, HEIGHT_OF_NO_LINE + HEIGHT_OF_A_LINE * lines);
    }

    /** On the issues that most had at first, of those whose number at first may be shown; {@code what} calls one. */
    private static String takeaway(List<Row> rows, String what) {
        return most(rows, what).orElseGet(() -> {
            boolean someHidden = someHidden(rows);
            if (rows.stream().noneMatch(Row::isShown)) {
                return someHidden ? Named.ALL_HIDDEN : Named.NONE_HAS_A_VALUE;
            }
            return someHidden ? "None of those that may be shown was present at first." : "None was present at first.";
        });
    }

    private static boolean someHidden(List<Row> rows) {
        return rows.stream().anyMatch(row -> Cell.isSuppressed(row.figure("at-first")));
    }

    /** The sentence on the issues that most had at first; none if nobody had any. */
    private static Optional<String> most(List<Row> rows, String what) {
        List<Row> present = rows.stream()
                .filter(row -> row.isShown() && row.countAtFirst().signum() > 0)
                .toList();
        List<Row> most = present.stream()
                .filter(row -> row.countAtFirst().compareTo(present.get(0).countAtFirst()) == 0)
                .toList();
        if (most.isEmpty()) {
            return Optional.empty();
        }
        String beginning = (someHidden(rows) ? "Of those that may be shown, the " : "The ") + what;
        Row first = most.get(0);
        return Optional.of(
                most.size() == 1
                        ? beginning + " recorded most often at first was " + first.inQuotes() + ": "
                                + whatBecameOf(first)
                        : beginning + "s recorded most often at first were "
                                + Titles.list(most.stream().map(Row::inQuotes).toList()) + " ("
                                + Cell.numerator(first.figure("at-first")).text() + " times each).");
    }

    private static String whatBecameOf(Row row) {
        Optional<Figure> noLonger = Cell.ifValue(row.figure("no-longer"));
        if (noLonger.isPresent()) {
            return "of the " + Cell.denominator(noLonger).text() + " that had it at first, "
                    + Cell.numerator(noLonger).text() + " ("
                    + Cell.value(noLonger).text() + ") no longer had it at last.";
        }
        return Cell.shareOfBase(row.figure("at-first")).text() + " had it at first"
                + Cell.ifValue(row.figure("at-last"))
                        .map(last -> ", and " + Cell.withBase(last) + " at last.")
                        .orElse("; the number at last " + Cell.whyNot(row.figure("at-last")) + ".");
    }

    private static Table whatWentAway(List<Row> rows) {
        Table.Builder table = Table.of(
                "Issues that went away, and new ones",
                "Issue",
                "No longer, of those with it at first",
                "No longer, of all",
                "New at last",
                "Change",
                "Relative change");
        for (Row row : rows) {
            table.row(
                    row.title,
                    Cell.shareOfBase(row.figure("no-longer")),
                    Cell.shareOfBase(row.figure("no-longer-of-all")),
                    Cell.shareOfBase(row.figure("new-at-last")),
                    Cell.value(row.figure("change")),
                    Cell.value(row.figure("relative-change")));
        }
        return table.build();
    }

    /** What the summary says of the issues. */
    List<String> inShort() {
        return most(rows, ISSUE).stream().toList();
    }
}
