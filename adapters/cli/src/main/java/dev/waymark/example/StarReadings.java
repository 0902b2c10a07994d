package dev.waymark.example;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the Star readings of all families: the journeys of the paired families as chosen, all others like them. */
final class StarReadings {

    /** A family that was there for less is not among the paired. */
    private static final int DAYS_TO_BE_PAIRED = 84;

    private final Chance chance = Chance.of("star_readings");
    private final Deck<Pairing> unpaired = Pairing.unpaired(chance);
    private final Set<Integer> pairedFamilies = new HashSet<>();
    private final Deck<Journey> journeys = new Deck<>();

    private StarReadings(List<Family> families) throws IOException {
        for (District district : District.read()) {
            choosePaired(district, families);
        }
        for (Journey journey : Journeys.draw(AreaStages.read(), pairedFamilies.size(), chance)) {
            journeys.with(1, journey);
        }
    }

    static List<StarReading> draw(List<Family> families) throws IOException {
        StarReadings draw = new StarReadings(families);
        List<StarReading> readings = new ArrayList<>();
        for (Family family : families) {
            readings.addAll(draw.of(family));
        }
        return readings;
    }

    private void choosePaired(District district, List<Family> families) {
        List<Integer> candidates = new ArrayList<>();
        for (Family family : families) {
            if (family.district().equals(district)
                    && family.countedEpisode()
                            .filter(StarReadings::isLongEnough)
                            .isPresent()) {
                candidates.add(family.id());
            }
        }
        chance.shuffle(candidates);
        pairedFamilies.addAll(candidates.subList(0, district.paired()));
    }

    private static boolean isLongEnough(Episode counted) {
        return ChronoUnit.DAYS.between(counted.opened(), counted.lastDay()) >= DAYS_TO_BE_PAIRED;
    }

    private List<StarReading> of(Family family) {
        boolean paired = pairedFamilies.contains(family.id());
        Journey journey = paired ? journeys.deal() : journeys.likeOne(chance).alike(chance);
        Optional<Episode> counted = family.countedEpisode();
        List<StarReading> readings = new ArrayList<>();
        for (Episode episode : family.assessedEpisodes()) {
            StarDiary diary = new StarDiary(family.id(), episode, journey, chance);
            readings.addAll(
                    counted.filter(episode::equals).isPresent()
                            ? diary.ofCounted(paired ? Pairing.PAIRED : unpaired.deal())
                            : diary.ofAnyOther());
        }
        return readings;
    }
}
