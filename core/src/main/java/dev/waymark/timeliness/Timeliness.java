package dev.waymark.timeliness;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Form;
import dev.waymark.family.Incident;
import dev.waymark.family.Kind;
import dev.waymark.family.StarReading;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.Judgement;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Tally.Counter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Timeliness: whether first assessments, reviews and return interviews came when they were due.
 *
 * <p><b>Reads</b> forms and Star readings (one of the two tables is enough), and incidents for the return interviews.
 * <b>Counts</b> families opened six weeks or more before the as-at date, by whether a first assessment came within six
 * weeks; reviews due every twelve weeks from an episode's first assessment, by whether one came in the twelve weeks up
 * to the day it was due; episodes of twelve weeks and more without a first assessment; missing episodes of three days
 * and more before the as-at date, by whether an interview followed within three days. <b>Gives</b> percentages with
 * Wilson intervals and a count; nothing due gives percentages without a value. <b>Merging</b> is exact in any order.
 * <b>Threads:</b> immutable. <b>Source:</b> Annual Report 2015/16, timeliness of assessments; statutory guidance on
 * children who run away or go missing, return interviews within 72 hours.
 */
public final class Timeliness extends CountingMeasure {

    private static final int DAYS_TO_FIRST = 42;
    private static final int DAYS_BETWEEN_REVIEWS = 84;
    private static final int DAYS_TO_INTERVIEW = 3;
    private static final int NONE = Integer.MAX_VALUE;

    private final Counter firstDue = counter();
    private final Counter firstInTime = counter();
    private final Counter reviewsDue = counter();
    private final Counter reviewsInTime = counter();
    private final Counter withoutFirst = counter();
    private final Counter interviewsDue = counter();
    private final Counter interviewsInTime = counter();

    /** The measure. */
    public Timeliness() {
        super(MeasureSpec.of(
                "timeliness",
                "1",
                "First assessments, reviews and return interviews in time",
                "Annual Report 2015/16, timeliness of assessments; statutory guidance on missing children"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        Optional<Episode> opening = family.openingEpisode();
        if (opening.isPresent()) {
            int opened = opening.get().openedDay();
            if (opened + DAYS_TO_FIRST <= family.asAtDay()) {
                tally.add(firstDue);
                if (earliestInitial(family, opened, opened + DAYS_TO_FIRST) != NONE) {
                    tally.add(firstInTime);
                }
            }
        }
        List<Episode> episodes = family.episodes();
        for (int i = 0; i < episodes.size(); i++) {
            countReviews(family, episodes.get(i), tally, NOBODY);
        }
        countInterviews(family, tally);
    }

    /** Who is told of each review that was due. */
    private interface Told {
        void review(Episode episode, int due, boolean isInTime);
    }

    private static final Told NOBODY = (episode, due, isInTime) -> {};

    private void countReviews(FamilyCase family, Episode episode, Tally tally, Told told) {
        int first = earliestInitial(family, episode.openedDay(), Math.min(episode.closedDay(), family.asAtDay()));
        if (first == NONE) {
            if (episode.openedDay() + DAYS_BETWEEN_REVIEWS <= family.asAtDay()
                    && episode.closedDay() >= family.periodStartDay()) {
                tally.add(withoutFirst);
            }
            return;
        }
        int last = Math.min(Math.min(family.periodEndDay(), family.asAtDay()), episode.closedDay());
        for (int due = first + DAYS_BETWEEN_REVIEWS; due <= last; due += DAYS_BETWEEN_REVIEWS) {
            if (due >= family.periodStartDay()) {
                tally.add(reviewsDue);
                boolean isInTime = isReviewed(family, due - DAYS_BETWEEN_REVIEWS + 1, due);
                if (isInTime) {
                    tally.add(reviewsInTime);
                }
                told.review(episode, due, isInTime);
            }
        }
    }

    /** The day of the earliest initial form or reading from one day to another, both included; NONE without one. */
    private static int earliestInitial(FamilyCase family, int from, int to) {
        int earliest = NONE;
        List<Form> forms = family.forms();
        for (int i = 0; i < forms.size(); i++) {
            Form form = forms.get(i);
            if (form.kind() == Kind.INITIAL && form.day() >= from && form.day() <= to) {
                earliest = Math.min(earliest, form.day());
            }
        }
        List<StarReading> readings = family.readings();
        for (int i = 0; i < readings.size(); i++) {
            StarReading reading = readings.get(i);
            if (reading.kind() == Kind.INITIAL && reading.day() >= from && reading.day() <= to) {
                earliest = Math.min(earliest, reading.day());
            }
        }
        return earliest;
    }

    /** Whether there is a review or closure form or reading from one day to another, both included. */
    private static boolean isReviewed(FamilyCase family, int from, int to) {
        List<Form> forms = family.forms();
        for (int i = 0; i < forms.size(); i++) {
            Form form = forms.get(i);
            if (form.kind() != Kind.INITIAL && form.day() >= from && form.day() <= to) {
                return true;
            }
        }
        List<StarReading> readings = family.readings();
        for (int i = 0; i < readings.size(); i++) {
            StarReading reading = readings.get(i);
            if (reading.kind() != Kind.INITIAL && reading.day() >= from && reading.day() <= to) {
                return true;
            }
        }
        return false;
    }

    private void countInterviews(FamilyCase family, Tally tally) {
        List<Incident> incidents = family.incidents();
        for (int i = 0; i < incidents.size(); i++) {
            Incident incident = incidents.get(i);
            if (isInterviewDue(family, incident)) {
                tally.add(interviewsDue);
                if (isInterviewedInTime(incident)) {
                    tally.add(interviewsInTime);
                }
            }
        }
    }

    private static boolean isInterviewDue(FamilyCase family, Incident incident) {
        return incident.event() == Incident.Event.MISSING_EPISODE
                && incident.day() >= family.periodStartDay()
                && incident.day() <= family.periodEndDay()
                && incident.day() + DAYS_TO_INTERVIEW <= family.asAtDay();
    }

    private static boolean isInterviewedInTime(Incident incident) {
        Optional<LocalDate> interview = incident.followedUpOn();
        return interview.isPresent()
                && !interview.get().isBefore(incident.date())
                && !interview.get().isAfter(incident.date().plusDays(DAYS_TO_INTERVIEW));
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        Figures assessed = figures.needingOneOf("assessments", "star_readings");
        assessed.proportion(
                "first-assessment-in-time",
                Dimensions.NONE,
                tally.of(firstInTime),
                tally.of(firstDue),
                "families opened in the period, 42 days or more before the as-at date");
        assessed.proportion(
                "review-in-time",
                Dimensions.NONE,
                tally.of(reviewsInTime),
                tally.of(reviewsDue),
                "reviews due in the period, every 84 days from an episode's first assessment");
        assessed.count(
                "episodes-without-first",
                Dimensions.NONE,
                tally.of(withoutFirst),
                "episodes opened 84 days or more before the as-at date and not closed before the period");
        figures.needing("incidents")
                .proportion(
                        "return-interview-in-time",
                        Dimensions.NONE,
                        tally.of(interviewsInTime),
                        tally.of(interviewsDue),
                        "missing episodes in the period, 3 days or more before the as-at date");
    }

    /** The reviews that were due, as they are counted. */
    @Override
    public List<Judgement> judgements(FamilyCase family) {
        List<Judgement> judgements = new ArrayList<>();
        Tally counted = newState();
        for (Episode one : family.episodes()) {
            countReviews(
                    family,
                    one,
                    counted,
                    (episode, due, isInTime) -> judgements.add(new Judgement(
                            "review due on " + LocalDate.ofEpochDay(due) + " in episode " + episode.id(),
                            isInTime ? "in-time" : "late",
                            "a review or closure, of a form or a Star, in the " + DAYS_BETWEEN_REVIEWS
                                    + " days up to the day on which it is due",
                            Map.of(),
                            Map.of(),
                            List.of(),
                            List.of())));
        }
        return judgements;
    }

    @Override
    public List<Evidence> evidence(FamilyCase family) {
        List<Evidence> evidence = new ArrayList<>(super.evidence(family));
        for (Form form : family.forms()) {
            evidence.add(new Evidence(
                    "assessments",
                    Optional.of(form.id()),
                    form.date(),
                    List.of(),
                    Map.of(
                            "kind",
                            form.kind().word(),
                            "subject",
                            form.memberId().orElse("family"))));
        }
        for (StarReading reading : family.readings()) {
            evidence.add(new Evidence(
                    "star_readings",
                    Optional.empty(),
                    reading.date(),
                    List.of(),
                    Map.of("kind", reading.kind().word(), "star", reading.star().id())));
        }
        for (Incident incident : family.incidents()) {
            if (isInterviewDue(family, incident)) {
                evidence.add(new Evidence(
                        "incidents",
                        Optional.of(incident.id()),
                        incident.date(),
                        List.of("interview due"),
                        Map.of(
                                "followed_up_on",
                                incident.followedUpOn().map(LocalDate::toString).orElse(""))));
            }
        }
        return evidence;
    }
}
