package dev.waymark.example;

import java.util.ArrayList;
import java.util.List;

/** How far a family goes on the Star: its scores at first and at last, area by area in the Star's order. */
record Journey(List<Integer> first, List<Integer> last) {

    private static final int LOWEST_SCORE = 1;
    private static final int HIGHEST_SCORE = 10;

    /** A journey much like this one, for a family that is in no base. */
    Journey alike(Chance chance) {
        return new Journey(wavering(first, chance), wavering(last, chance));
    }

    /** The scores after that many days of all the days between first and last. */
    List<Integer> after(long days, long allDays, Chance chance) {
        List<Integer> scores = new ArrayList<>();
        for (int area = 0; area < first.size(); area++) {
            long way = (long) last.get(area) - first.get(area);
            scores.add(first.get(area) + Math.toIntExact(Math.floorDiv(way * days, allDays)));
        }
        return wavering(scores, chance);
    }

    private static List<Integer> wavering(List<Integer> scores, Chance chance) {
        List<Integer> wavering = new ArrayList<>();
        for (int score : scores) {
            wavering.add(Math.max(LOWEST_SCORE, Math.min(HIGHEST_SCORE, score + chance.between(-1, 1))));
        }
        return wavering;
    }
}
