package dev.waymark.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Draws the journeys of the paired families, so that every area comes out with exactly the chosen stages.
 *
 * <p>A family in need is low in most areas, and one that responds to help moves in most of them: in each area the
 * stages at first are given out from the family most in need upwards, and the stages at last from the family that
 * responds least.
 */
final class Journeys {

    private static final int SCORES_IN_STAGE = 2;

    /** What is the family's own, from 0 to this; the rest, from 0 to the next, is the area's. */
    private static final int OF_THE_FAMILY = 100;

    private static final int OF_THE_AREA = 120;

    private final Chance chance;
    private final List<Traveller> travellers = new ArrayList<>();

    private record Traveller(int resources, int response, List<Integer> first, List<Integer> last) {}

    private record Ranked(Traveller traveller, int rank) {}

    private Journeys(Chance chance, int families) {
        this.chance = chance;
        for (int i = 0; i < families; i++) {
            travellers.add(new Traveller(
                    chance.between(0, OF_THE_FAMILY),
                    chance.between(0, OF_THE_FAMILY),
                    new ArrayList<>(),
                    new ArrayList<>()));
        }
    }

    static List<Journey> draw(List<AreaStages> areas, int families, Chance chance) {
        Journeys journeys = new Journeys(chance, families);
        areas.forEach(journeys::giveOut);
        return journeys.travellers.stream()
                .map(traveller -> new Journey(List.copyOf(traveller.first()), List.copyOf(traveller.last())))
                .toList();
    }

    private void giveOut(AreaStages area) {
        List<Traveller> mostInNeedFirst = ranked(travellers, Traveller::resources);
        int given = 0;
        for (int first = 0; first < area.families().size(); first++) {
            int upTo = given + area.familiesFirstAt(first);
            giveOut(first, area.families().get(first), mostInNeedFirst.subList(given, upTo));
            given = upTo;
        }
        if (given != travellers.size()) {
            throw new IllegalStateException(
                    given + " families in " + area.area() + ", " + travellers.size() + " paired");
        }
    }

    private void giveOut(int first, List<Integer> familiesByLast, List<Traveller> group) {
        List<Traveller> leastResponsiveFirst = ranked(group, Traveller::response);
        int given = 0;
        for (int last = 0; last < familiesByLast.size(); last++) {
            for (int i = 0; i < familiesByLast.get(last); i++) {
                Traveller traveller = leastResponsiveFirst.get(given++);
                traveller.first().add(score(first));
                traveller.last().add(score(last));
            }
        }
    }

    private List<Traveller> ranked(List<Traveller> group, ToIntFunction<Traveller> trait) {
        List<Ranked> ranked = new ArrayList<>();
        for (Traveller traveller : group) {
            ranked.add(new Ranked(traveller, trait.applyAsInt(traveller) + chance.between(0, OF_THE_AREA)));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked.stream().map(Ranked::traveller).toList();
    }

    private int score(int stage) {
        return stage * SCORES_IN_STAGE + chance.between(1, SCORES_IN_STAGE);
    }
}
