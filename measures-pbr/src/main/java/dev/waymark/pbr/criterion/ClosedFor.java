package dev.waymark.pbr.criterion;

import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.List;

/** The kind {@code closed-for}: so many months have passed since the claim episode closed. */
final class ClosedFor implements Criterion {

    private final Threshold months;

    private ClosedFor(Threshold months) {
        this.months = months;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("months");
        return new ClosedFor(part.months("months"));
    }

    @Override
    public String rule() {
        return "so many months have passed since the claim episode closed";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(months);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        if (situation.episode().isEmpty()) {
            return Situation.noEpisode();
        }
        LocalDate closed = situation.episode().get().closed().orElse(situation.day());
        LocalDate from = Situation.firstDayWithMonthsSince(months.wholeOn(situation.day()), closed);
        notes.value(
                "closed",
                situation.episode().get().closed().map(LocalDate::toString).orElse("not yet"));
        return situation.day().isBefore(from) ? Decision.notYetObservable(from) : Decision.met();
    }
}
