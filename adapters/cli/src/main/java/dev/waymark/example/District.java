package dev.waymark.example;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A district of the county: how many of its families come and go, and the team that works there. */
record District(
        String name, int workedWith, int opened, int closed, int openedAndClosed, int paired, List<Integer> team) {

    private static final int FIRST_WORKER = 301;

    static List<District> read() throws IOException {
        List<District> districts = new ArrayList<>();
        int nextWorker = FIRST_WORKER;
        for (NamedCsvRecord row : ChosenCounts.read("districts.csv")) {
            List<Integer> team = new ArrayList<>();
            for (int i = 0; i < ChosenCounts.count(row, "workers"); i++) {
                team.add(nextWorker++);
            }
            districts.add(new District(
                    row.getField("district"),
                    ChosenCounts.count(row, "worked_with"),
                    ChosenCounts.count(row, "opened"),
                    ChosenCounts.count(row, "closed"),
                    ChosenCounts.count(row, "opened_and_closed"),
                    ChosenCounts.count(row, "paired"),
                    List.copyOf(team)));
        }
        return districts;
    }

    /** How many families worked with took this course. */
    int families(Course course) {
        return switch (course) {
            case OPENED_AND_CLOSED -> openedAndClosed;
            case CARRIED_IN_AND_CLOSED -> closed - openedAndClosed;
            case OPENED_STILL_OPEN -> opened - openedAndClosed;
            case CARRIED_IN_STILL_OPEN -> workedWith - opened - closed + openedAndClosed;
            case NOT_WORKED_WITH -> 0;
        };
    }
}
