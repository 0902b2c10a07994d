package dev.waymark.html;

import dev.waymark.figure.MeasureFailure;
import dev.waymark.figure.Report;
import dev.waymark.html.Block.KeyFigure;
import dev.waymark.html.Block.KeyFigures;
import dev.waymark.html.Block.Points;
import dev.waymark.run.Stratum;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as a page for people: one HTML file with sentences, charts and tables, which needs no network.
 *
 * <p><b>Reads</b> a report and the titles of what its codes mean. <b>Gives</b> a chapter for each measure that the
 * report has, in the order of an annual report; the summary names a measure that failed; a figure without a value
 * stands with its reason, a suppressed one as {@code [c]}, never as zero. Every chart has its sentence, its base and
 * its table, so that the page says everything without script as well. A policy in the page allows its own styles and
 * script, by their hashes, and nothing else. <b>Threads:</b> any number. The same report gives the same bytes.
 */
public final class ReportPage {

    private ReportPage() {}

    /** Writes the page as UTF-8 HTML; the stream stays open. */
    public static void write(Report report, Titles titles, OutputStream out) throws IOException {
        new Page(title(report), subtitle(report), sections(report, titles), true).write(out);
    }

    private static String title(Report report) {
        return "Family support: what changed for families, "
                + Titles.ofData(report.period().label());
    }

    private static String subtitle(Report report) {
        return day(report.period().start()) + " to " + day(report.period().end()) + ", as known on "
                + day(report.asAt());
    }

    /** A day as in 1 April 2015. */
    static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day) + " " + day.getYear();
    }

    /**
     * The month of a day by its English name, as a formatter for the United Kingdom would have it: to make one costs a
     * short run some ms.
     */
    static String month(LocalDate day) {
        String name = day.getMonth().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<Section> sections(Report report, Titles titles) {
        Reported whole = Reported.of(report);
        IssueChapter issues = new IssueChapter(whole, titles);
        PeopleChapter people = new PeopleChapter(whole);
        NeedsChapter needs = new NeedsChapter(whole, titles);
        QualityChapter quality = new QualityChapter(report.dataQuality());
        List<StarChapters> stars =
                StarFigures.of(whole, titles).stream().map(StarChapters::new).toList();
        Closing closing = new Closing(report, whole, titles);

        List<Section> sections = new ArrayList<>();
        sections.add(summary(report, people, stars, issues, needs, quality));
        people.section().ifPresent(sections::add);
        stars.forEach(star -> sections.addAll(star.sections()));
        stars.forEach(star -> star.areas(issues).ifPresent(sections::add));
        issues.section().ifPresent(sections::add);
        needs.section().ifPresent(sections::add);
        new TimelinessChapter(whole).section().ifPresent(sections::add);
        new ResultsChapter(whole).section().ifPresent(sections::add);
        new FinanceChapter(whole).section().ifPresent(sections::add);
        MoreMeasures more = new MoreMeasures(report, whole, sections);
        for (Stratum stratum : Stratum.values()) {
            new SideBySide(whole, titles, more, stratum, report.isRounded())
                    .section()
                    .ifPresent(sections::add);
        }
        more.section().ifPresent(sections::add);
        sections.add(quality.section());
        sections.add(closing.reading());
        sections.add(closing.definitions());
        return sections;
    }

    /** What a reader must know; why is for those who ran it, and the page may go to anybody. */
    private static String failed(MeasureFailure failure) {
        return "The measure " + Titles.ofData(failure.measure()) + " failed: none of its figures are in this report.";
    }

    private static Section summary(
            Report report,
            PeopleChapter people,
            List<StarChapters> stars,
            IssueChapter issues,
            NeedsChapter needs,
            QualityChapter quality) {
        List<KeyFigure> figures = new ArrayList<>(people.keyFigures());
        stars.forEach(star -> star.keyFigure().ifPresent(figures::add));
        List<String> points = new ArrayList<>();
        report.failures().forEach(failure -> points.add(failed(failure)));
        stars.forEach(star -> points.addAll(star.inShort()));
        points.addAll(issues.inShort());
        points.addAll(needs.inShort());
        points.add(quality.inShort());
        List<Block> blocks = new ArrayList<>();
        if (!figures.isEmpty()) {
            blocks.add(new KeyFigures(figures));
        }
        blocks.add(new Points(points));
        stars.forEach(star -> star.picture().ifPresent(blocks::add));
        return new Section("summary", "Summary", blocks);
    }
}
