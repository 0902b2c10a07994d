package dev.waymark.benchmarks.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers that answer the questions, for each district.
 *
 * <p>Written without streams, lambdas and joined texts: a process that takes half a second should not spend a tenth of
 * it on them. <b>Threads:</b> one while it is filled.
 */
public final class Answers {

    /** The district of families without one. */
    static final String NOT_RECORDED = "not-recorded";

    /** The areas of the Family Star Plus. */
    static final String[] AREAS = {
        "physical-health",
        "your-well-being",
        "meeting-emotional-needs",
        "keeping-your-children-safe",
        "social-networks",
        "education-and-learning",
        "boundaries-and-behaviour",
        "family-routine",
        "home-and-money",
        "progress-to-work"
    };

    /** The stages of the Family Star Plus, each of two scores. */
    static final String[] STAGES = {"stuck", "accepting-help", "trying", "finding-what-works", "effective-parenting"};

    private static final int WORKED_WITH = 0;
    private static final int OPENED = 1;
    private static final int CLOSED = 2;

    private final String[] districts;
    private final String[] issues;
    private final long[] transitions;
    private final long[] progressed;
    private final long[] started;
    private final long[] pairs;
    private final long[] activity;

    /** No families yet, in these districts and with these issues, in any order. */
    Answers(String[] districts, String[] issues) {
        this.districts = districts.clone();
        this.issues = issues.clone();
        this.transitions = new long[districts.length * AREAS.length * STAGES.length * STAGES.length];
        this.progressed = new long[districts.length * AREAS.length * STAGES.length];
        this.started = new long[progressed.length];
        this.pairs = new long[districts.length * issues.length * 4];
        this.activity = new long[districts.length * 3];
    }

    private static int start(int district, int area, int first) {
        return (district * AREAS.length + area) * STAGES.length + first;
    }

    /** Adds families of a district with these stages in an area at first and at last. */
    void addTransition(int district, int area, int first, int last, long families) {
        transitions[start(district, area, first) * STAGES.length + last] += families;
    }

    /** Adds families of a district that started at a stage of an area, and how many of them progressed. */
    void addProgress(int district, int area, int first, long families, long progress) {
        started[start(district, area, first)] += families;
        progressed[start(district, area, first)] += progress;
    }

    /** Adds families of a district that answer an issue so in both forms. */
    void addPair(int district, int issue, boolean atFirst, boolean atLast, long families) {
        pairs[(district * issues.length + issue) * 4 + (atFirst ? 2 : 0) + (atLast ? 1 : 0)] += families;
    }

    /** Adds families of a district by what they are in the year. */
    void addActivity(int district, long workedWith, long opened, long closed) {
        activity[district * 3 + WORKED_WITH] += workedWith;
        activity[district * 3 + OPENED] += opened;
        activity[district * 3 + CLOSED] += closed;
    }

    /**
     * The answers in the form that all engines agree on: a line for each number of families that is not 0, in order.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int district = 0; district < districts.length; district++) {
            starLines(district, lines);
            issueLines(district, lines);
            int at = district * 3;
            if (activity[at] + activity[at + OPENED] + activity[at + CLOSED] > 0) {
                StringBuilder line = line("activity", district, "families");
                number(line, "worked-with", activity[at + WORKED_WITH]);
                number(line, "opened", activity[at + OPENED]);
                number(line, "closed", activity[at + CLOSED]);
                lines.add(line.toString());
            }
        }
        String[] sorted = lines.toArray(new String[0]);
        Arrays.sort(sorted);
        return Arrays.asList(sorted);
    }

    private void starLines(int district, List<String> lines) {
        for (int area = 0; area < AREAS.length; area++) {
            for (int first = 0; first < STAGES.length; first++) {
                int start = start(district, area, first);
                for (int last = 0; last < STAGES.length; last++) {
                    if (transitions[start * STAGES.length + last] > 0) {
                        StringBuilder line = line("transitions", district, AREAS[area]);
                        line.append(", ").append(STAGES[first]).append(" to ").append(STAGES[last]);
                        number(line, "families", transitions[start * STAGES.length + last]);
                        lines.add(line.toString());
                    }
                }
                if (started[start] > 0) {
                    StringBuilder line = line("progress", district, AREAS[area]);
                    line.append(", ").append(STAGES[first]);
                    number(line, "families", started[start]);
                    number(line, "progressed", progressed[start]);
                    lines.add(line.toString());
                }
            }
        }
    }

    private void issueLines(int district, List<String> lines) {
        for (int issue = 0; issue < issues.length; issue++) {
            int at = (district * issues.length + issue) * 4;
            long never = pairs[at];
            long newAtLast = pairs[at + 1];
            long noLonger = pairs[at + 2];
            long stillThere = pairs[at + 3];
            if (never + newAtLast + noLonger + stillThere > 0) {
                StringBuilder line = line("reduction", district, issues[issue]);
                number(line, "families", never + newAtLast + noLonger + stillThere);
                number(line, "at-first", noLonger + stillThere);
                number(line, "at-last", newAtLast + stillThere);
                number(line, "no-longer", noLonger);
                lines.add(line.toString());
            }
        }
    }

    private StringBuilder line(String question, int district, String about) {
        return new StringBuilder(question)
                .append(", ")
                .append(districts[district])
                .append(", ")
                .append(about);
    }

    private static void number(StringBuilder line, String name, long number) {
        line.append(", ").append(name).append(' ').append(number);
    }
}
