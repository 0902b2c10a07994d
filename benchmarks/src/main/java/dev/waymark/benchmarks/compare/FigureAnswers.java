package dev.waymark.benchmarks.compare;

import dev.waymark.figure.Dimensions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the answers out of the figures of a Waymark report, one figure at a time. */
final class FigureAnswers {

    /** The numbers of a figure that answers are made of. */
    record Numbers(String measure, String figure, Dimensions dimensions, long value, long numerator, long of) {

        private String dimension(String name) {
            return dimensions.value(name).orElse("");
        }
    }

    private static final List<String> AREAS = Arrays.asList(Answers.AREAS);
    private static final List<String> STAGES = Arrays.asList(Answers.STAGES);

    private final Map<String, Integer> districts = new LinkedHashMap<>();
    private final Map<String, Integer> issues = new LinkedHashMap<>();
    /** The figures on an issue in a district: base, at first, at last, no longer. */
    private final Map<Integer, long[]> reductions = new TreeMap<>();

    private final Map<Integer, long[]> activity = new TreeMap<>();
    private final Map<Integer, long[]> transitions = new TreeMap<>();
    private final Map<Integer, long[]> progress = new TreeMap<>();

    private static final int MOST_ISSUES = 1000;

    void add(Numbers figure) {
        if (figure.dimension("district").isEmpty() || figure.dimension("level").equals("individual")) {
            return;
        }
        int district = place(districts, figure.dimension("district"));
        switch (figure.measure() + "/" + figure.figure()) {
            case "activity/families-worked-with" -> activity(district)[0] = figure.value();
            case "activity/families-opened" -> activity(district)[1] = figure.value();
            case "activity/families-closed" -> activity(district)[2] = figure.value();
            case "familystar.transitions/families" ->
                transitions.put(
                        (start(district, figure, "stage-at-first") * STAGES.size())
                                + STAGES.indexOf(figure.dimension("stage-at-last")),
                        new long[] {figure.value()});
            case "familystar.progress/positive-progress-by-start" ->
                progress.put(start(district, figure, "stage"), new long[] {figure.of(), figure.numerator()});
            case "issues/at-first" -> {
                reduction(district, figure)[0] = figure.of();
                reduction(district, figure)[1] = figure.numerator();
            }
            case "issues/at-last" -> reduction(district, figure)[2] = figure.numerator();
            case "issues/no-longer" -> reduction(district, figure)[3] = figure.numerator();
            default -> {
                // not asked
            }
        }
    }

    private static int place(Map<String, Integer> places, String text) {
        Integer place = places.putIfAbsent(text, places.size());
        return place == null ? places.size() - 1 : place;
    }

    private static int start(int district, Numbers figure, String stage) {
        return (district * AREAS.size() + AREAS.indexOf(figure.dimension("area"))) * STAGES.size()
                + STAGES.indexOf(figure.dimension(stage));
    }

    private long[] activity(int district) {
        return activity.computeIfAbsent(district, d -> new long[3]);
    }

    private long[] reduction(int district, Numbers figure) {
        int issue = place(issues, figure.dimension("issue"));
        return reductions.computeIfAbsent(district * MOST_ISSUES + issue, r -> new long[4]);
    }

    Answers answers() {
        Answers answers = new Answers(
                districts.keySet().toArray(String[]::new), issues.keySet().toArray(String[]::new));
        int stages = STAGES.size();
        activity.forEach((district, n) -> answers.addActivity(district, n[0], n[1], n[2]));
        transitions.forEach((cell, n) -> answers.addTransition(
                cell / stages / stages / AREAS.size(),
                cell / stages / stages % AREAS.size(),
                cell / stages % stages,
                cell % stages,
                n[0]));
        progress.forEach((cell, n) -> answers.addProgress(
                cell / stages / AREAS.size(), cell / stages % AREAS.size(), cell % stages, n[0], n[1]));
        reductions.forEach((cell, n) -> {
            int district = cell / MOST_ISSUES;
            int issue = cell % MOST_ISSUES;
            long stillThere = n[1] - n[3];
            long newAtLast = n[2] - stillThere;
            answers.addPair(district, issue, true, true, stillThere);
            answers.addPair(district, issue, true, false, n[3]);
            answers.addPair(district, issue, false, true, newAtLast);
            answers.addPair(district, issue, false, false, n[0] - n[1] - newAtLast);
        });
        return answers;
    }
}
