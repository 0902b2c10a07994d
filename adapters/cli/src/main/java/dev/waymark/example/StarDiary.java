package dev.waymark.example;

import dev.waymark.example.StarReading.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The readings taken with one family around one episode. */
final class StarDiary {

    private static final int SHARE_OF_SCORES_LEFT_OUT = 2;

    private final int familyId;
    private final LocalDate opened;
    private final LocalDate lastDay;
    private final boolean ended;
    private final Journey journey;
    private final Chance chance;
    private final List<StarReading> readings = new ArrayList<>();

    StarDiary(int familyId, Episode episode, Journey journey, Chance chance) {
        this.familyId = familyId;
        this.opened = episode.opened();
        this.lastDay = episode.lastDay();
        this.ended = episode.closed().isPresent();
        this.journey = journey;
        this.chance = chance;
    }

    List<StarReading> ofCounted(Pairing pairing) {
        switch (pairing) {
            case PAIRED -> pair();
            case NO_READING -> {}
            case REVIEWS_ONLY -> reviewsOnly();
            case INITIAL_BEFORE_OPENING -> initialBeforeOpening();
            case INITIAL_ONLY -> along(Kind.INITIAL, dayAfterOpening(3, 27));
            case REVIEW_ON_DAY_OF_INITIAL -> reviewOnDayOfInitial();
            case REVIEW_BEFORE_INITIAL -> reviewBeforeInitial();
            case CLOSURE_AFTER_CLOSING -> closureAfterClosing();
        }
        return readings;
    }

    /** Whatever was taken in an episode that no before/after figure is about. */
    List<StarReading> ofAnyOther() {
        LocalDate initial = dayAfterOpening(3, 50);
        if (initial.isAfter(lastDay) || chance.percent(15)) {
            return readings;
        }
        along(Kind.INITIAL, initial);
        for (LocalDate review = nextReview(initial); review.isBefore(lastDay); review = nextReview(review)) {
            if (chance.percent(85)) {
                along(Kind.REVIEW, review);
            }
        }
        if (ended && chance.percent(60)) {
            LocalDate earliest = lastDay.minusDays(10);
            along(Kind.CLOSURE, chance.workday(earliest.isAfter(initial) ? earliest : lastDay, lastDay));
        }
        return readings;
    }

    private void pair() {
        LocalDate first = chance.percent(85) ? dayAfterOpening(5, 40) : dayAfterOpening(41, 56);
        exactly(Kind.INITIAL, first, journey.first());
        boolean closureReading = chance.percent(70);
        LocalDate last = closureReading ? closureDay() : chance.workday(lastDay.minusDays(20), lastDay);
        exactly(closureReading ? Kind.CLOSURE : Kind.REVIEW, last, journey.last());

        LocalDate fortnightBefore = last.minusDays(14);
        for (LocalDate review = nextReview(first); review.isBefore(fortnightBefore); review = nextReview(review)) {
            along(Kind.REVIEW, review);
        }
        if (closureReading && chance.percent(10)) {
            along(Kind.REVIEW, last);
        }
        addWhatChangesNoFigure(first);
    }

    /** Readings that a careless choice of first and last would take. */
    private void addWhatChangesNoFigure(LocalDate first) {
        if (chance.percent(5)) {
            along(Kind.INITIAL, chance.workday(first.plusDays(3), first.plusDays(7)));
        }
        if (chance.percent(4)) {
            along(Kind.INITIAL, dayBeforeOpening());
        }
        if (chance.percent(4)) {
            along(Kind.REVIEW, chance.workday(opened, first.minusDays(1)));
        }
        if (chance.percent(10)) {
            along(Kind.REVIEW, dayAfterClosing());
        }
    }

    private void reviewsOnly() {
        along(Kind.REVIEW, dayAfterOpening(10, 14));
        if (chance.percent(60)) {
            along(Kind.CLOSURE, closureDay());
        }
    }

    private void initialBeforeOpening() {
        along(Kind.INITIAL, dayBeforeOpening());
        along(Kind.REVIEW, dayAfterOpening(10, 14));
        along(Kind.CLOSURE, closureDay());
    }

    private void reviewOnDayOfInitial() {
        LocalDate initial = dayAfterOpening(3, 27);
        along(Kind.INITIAL, initial);
        along(Kind.REVIEW, initial);
    }

    private void reviewBeforeInitial() {
        LocalDate review = dayAfterOpening(3, 10);
        along(Kind.REVIEW, review);
        along(Kind.INITIAL, chance.workday(review.plusDays(3), review.plusDays(14)));
    }

    private void closureAfterClosing() {
        along(Kind.INITIAL, dayAfterOpening(3, 27));
        along(Kind.CLOSURE, dayAfterClosing());
    }

    private LocalDate dayAfterOpening(int fromDays, int toDays) {
        return chance.workday(opened.plusDays(fromDays), opened.plusDays(toDays));
    }

    private LocalDate dayBeforeOpening() {
        return chance.workday(opened.minusDays(30), opened.minusDays(3));
    }

    private LocalDate closureDay() {
        return chance.percent(50) ? lastDay : chance.workday(lastDay.minusDays(10), lastDay);
    }

    private LocalDate dayAfterClosing() {
        return chance.workday(lastDay.plusDays(3), lastDay.plusDays(30));
    }

    /** Every twelve weeks, more or less. */
    private LocalDate nextReview(LocalDate previous) {
        return chance.workday(previous.plusDays(70), previous.plusDays(95));
    }

    private void exactly(Kind kind, LocalDate date, List<Integer> scores) {
        readings.add(new StarReading(
                familyId, date, kind, scores.stream().map(OptionalInt::of).toList()));
    }

    /** A reading part of the way along the journey, in which a score may be left out. */
    private void along(Kind kind, LocalDate date) {
        long allDays = Math.max(1, ChronoUnit.DAYS.between(opened, lastDay));
        long days = Math.max(0, Math.min(allDays, ChronoUnit.DAYS.between(opened, date)));
        List<OptionalInt> scores = new ArrayList<>();
        for (int score : journey.after(days, allDays, chance)) {
            scores.add(chance.percent(SHARE_OF_SCORES_LEFT_OUT) ? OptionalInt.empty() : OptionalInt.of(score));
        }
        readings.add(new StarReading(familyId, date, kind, scores));
    }
}
