package dev.waymark.example;

import dev.waymark.example.StarReading.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The visits to one family on which forms are filled in: those on which a Star is completed, so that the families with
 * a first and a last form are those of the charts, and a first one in some of the episodes without any Star.
 */
final class Visits {

    private static final int SHARE_ASSESSED_WITHOUT_STAR = 65;

    private final List<StarReading> readings;
    private final List<Visit> visits = new ArrayList<>();
    private final boolean isPaired;

    Visits(Family family, List<StarReading> readings, Chance chance) {
        this.readings = readings;
        Set<StarReading> milestones = new HashSet<>();
        for (Episode episode : family.assessedEpisodes()) {
            first(episode).ifPresent(milestones::add);
            last(episode).ifPresent(milestones::add);
            if (readings.stream().noneMatch(reading -> episode.includes(reading.date()))) {
                withoutStar(episode, chance);
            }
        }
        for (StarReading reading : readings) {
            visits.add(new Visit(reading.date(), reading.kind(), milestones.contains(reading)));
        }
        isPaired = family.countedEpisode().flatMap(this::last).isPresent();
    }

    List<Visit> all() {
        return visits;
    }

    /** Whether the counted episode has a first and a last. */
    boolean isPaired() {
        return isPaired;
    }

    private Optional<StarReading> first(Episode episode) {
        return readings.stream()
                .filter(reading -> reading.kind() == Kind.INITIAL && episode.includes(reading.date()))
                .min(Comparator.comparing(StarReading::date));
    }

    private Optional<StarReading> last(Episode episode) {
        return first(episode)
                .flatMap(first -> readings.stream()
                        .filter(reading -> reading.kind() != Kind.INITIAL && episode.includes(reading.date()))
                        .filter(reading -> reading.date().isAfter(first.date()))
                        .max(Comparator.comparing(StarReading::date).thenComparing(StarReading::kind)));
    }

    private void withoutStar(Episode episode, Chance chance) {
        LocalDate date =
                chance.workday(episode.opened().plusDays(3), episode.opened().plusDays(45));
        if (episode.includes(date) && chance.percent(SHARE_ASSESSED_WITHOUT_STAR)) {
            visits.add(new Visit(date, Kind.INITIAL, true));
        }
    }
}
