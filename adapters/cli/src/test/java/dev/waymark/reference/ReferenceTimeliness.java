package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Dated;
import dev.waymark.reference.ReferenceRecords.Episode;
import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Incident;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The measure {@code timeliness}: "needs assessments or star_readings; the last figure incidents". */
final class ReferenceTimeliness {

    private static final String MEASURE = "timeliness";

    private final ReferenceSemantics part;
    private final ReferenceFigures figures;
    private final boolean absent;

    ReferenceTimeliness(ReferenceSemantics part, ReferenceFigures figures) {
        this.part = part;
        this.figures = figures;
        this.absent = !part.records().has("assessments") && !part.records().has("star_readings");
    }

    void evaluate() {
        if (absent) {
            figures.tableAbsent(MEASURE, "first-assessment-in-time", "percent");
            figures.tableAbsent(MEASURE, "review-in-time", "percent");
            figures.tableAbsent(MEASURE, "episodes-without-first", "count");
        } else {
            firstAssessmentInTime();
            reviewInTime();
            episodesWithoutFirst();
        }
        if (part.records().has("incidents")) {
            returnInterviewInTime();
        } else {
            figures.tableAbsent(MEASURE, "return-interview-in-time", "percent");
        }
    }

    /**
     * "families opened whose opening episode's {@code opened} + 42 days is on or before the as-at date (closed by then
     * or not); in time: an initial form or initial reading of the family or a member dated from {@code opened} to
     * {@code opened} + 42 days".
     */
    private void firstAssessmentInTime() {
        long inTime = 0;
        long due = 0;
        for (Family family : part.familiesOpened()) {
            LocalDate opened = part.openingEpisode(family).orElseThrow().opened();
            if (!opened.plusDays(42).isAfter(part.asAt())) {
                due++;
                boolean any = part.formsAndReadingsOf(family).stream()
                        .filter(record -> record.kind().equals("initial"))
                        .anyMatch(record -> !record.date().isBefore(opened)
                                && !record.date().isAfter(opened.plusDays(42)));
                inTime += any ? 1 : 0;
            }
        }
        figures.percent(MEASURE, "first-assessment-in-time", inTime, due);
    }

    /**
     * "reviews due: per episode, days first + 84 k (k = 1, 2, ...) that lie in the period, on or before the as-at date
     * and on or before {@code closed}; first = the earliest initial form or reading that belongs to the episode. In
     * time: a review or closure form or reading of the family or a member dated after due - 84 days and on or before
     * due".
     */
    private void reviewInTime() {
        long inTime = 0;
        long dues = 0;
        for (Family family : part.records().families()) {
            for (Episode episode : part.episodesOf(family)) {
                Optional<LocalDate> first = first(family, episode);
                if (first.isEmpty()) {
                    continue;
                }
                for (LocalDate due = first.get().plusDays(84);
                        !due.isAfter(part.period().end());
                        due = due.plusDays(84)) {
                    if (part.period().contains(due)
                            && !due.isAfter(part.asAt())
                            && (episode.closed() == null || !due.isAfter(episode.closed()))) {
                        dues++;
                        inTime += isReviewed(family, due) ? 1 : 0;
                    }
                }
            }
        }
        figures.percent(MEASURE, "review-in-time", inTime, dues);
    }

    private boolean isReviewed(Family family, LocalDate due) {
        return part.formsAndReadingsOf(family).stream()
                .filter(ReferenceSemantics::isReviewOrClosure)
                .anyMatch(record -> record.date().isAfter(due.minusDays(84))
                        && !record.date().isAfter(due));
    }

    /** "the earliest initial form or reading that belongs to the episode". */
    private Optional<LocalDate> first(Family family, Episode episode) {
        return part.formsAndReadingsOf(family).stream()
                .filter(record -> record.kind().equals("initial"))
                .filter(record -> part.belongs(record, episode))
                .map(Dated::date)
                .min(LocalDate::compareTo);
    }

    /**
     * "episodes opened 84 days or more before the as-at date, not closed before the period's start, to which no initial
     * form or reading belongs".
     */
    private void episodesWithoutFirst() {
        long count = 0;
        for (Family family : part.records().families()) {
            for (Episode episode : part.episodesOf(family)) {
                boolean longAgo = !episode.opened().plusDays(84).isAfter(part.asAt());
                boolean closedBefore = episode.closed() != null
                        && episode.closed().isBefore(part.period().start());
                if (longAgo && !closedBefore && first(family, episode).isEmpty()) {
                    count++;
                }
            }
        }
        figures.count(MEASURE, "episodes-without-first", count);
    }

    /**
     * "missing-episode incidents of any family in the period whose {@code date} + 3 days is on or before the as-at
     * date; in time: {@code followed_up_on} from {@code date} to {@code date} + 3 days".
     */
    private void returnInterviewInTime() {
        List<Incident> due = part.records().incidents().stream()
                .filter(incident -> incident.kind().equals("missing-episode"))
                .filter(incident -> part.period().contains(incident.date()))
                .filter(incident -> !incident.date().plusDays(3).isAfter(part.asAt()))
                .toList();
        long inTime = due.stream()
                .filter(incident -> incident.followedUpOn() != null)
                .filter(incident -> !incident.followedUpOn().isBefore(incident.date()))
                .filter(incident ->
                        !incident.followedUpOn().isAfter(incident.date().plusDays(3)))
                .count();
        figures.percent(MEASURE, "return-interview-in-time", inTime, due.size());
    }
}
