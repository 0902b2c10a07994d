package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One spell of a family with a service; without a closing it is still open, without a worker none is recorded. */
record Episode(String service, LocalDate opened, Optional<LocalDate> closed, OptionalInt worker) {

    static final String INTENSIVE_FAMILY_SUPPORT = "intensive-family-support";
    static final String FAMILY_SUPPORT = "family-support";
    static final String PARENTING_PROGRAMME = "parenting-programme";

    private static final int FIRST_ID = 5001;

    /** The last day that can belong to it. */
    LocalDate lastDay() {
        return closed.orElse(ReportYear.RECORDED_UNTIL);
    }

    boolean isOfTheYear() {
        return !opened.isAfter(ReportYear.END) && !lastDay().isBefore(ReportYear.START);
    }

    boolean isClosedInTheYear() {
        return closed.filter(ReportYear::contains).isPresent();
    }

    /** Whether a record of that day belongs to it. */
    boolean includes(LocalDate day) {
        return !day.isBefore(opened) && !day.isAfter(lastDay());
    }

    boolean overlaps(Episode other) {
        return !opened.isAfter(other.lastDay()) && !other.opened.isAfter(lastDay());
    }

    /** All episodes of the families, numbered in the order of their opening. */
    static Table table(List<Family> families) {
        record Spell(Family family, Episode episode) {}
        List<Spell> spells = new ArrayList<>();
        for (Family family : families) {
            family.episodes().forEach(episode -> spells.add(new Spell(family, episode)));
        }
        spells.sort(Comparator.comparing(spell -> spell.episode().opened()));

        List<List<String>> rows = new ArrayList<>();
        for (Spell spell : spells) {
            Episode episode = spell.episode();
            rows.add(List.of(
                    String.valueOf(FIRST_ID + rows.size()),
                    String.valueOf(spell.family().id()),
                    episode.service(),
                    episode.opened().toString(),
                    episode.closed().map(LocalDate::toString).orElse(""),
                    episode.worker().isPresent()
                            ? String.valueOf(episode.worker().getAsInt())
                            : ""));
        }
        return new Table(
                "episodes", List.of("episode_id", "family_id", "service", "opened", "closed", "worker_id"), rows);
    }
}
