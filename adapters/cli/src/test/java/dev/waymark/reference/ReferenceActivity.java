package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Episode;
import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Person;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The measure {@code activity}: "needs individuals for all about members". */
final class ReferenceActivity {

    /** "{@code age-band}: 0-4, 5-10, 11-15, 16-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+, not-recorded". */
    private record AgeBand(String name, int from, int to) {}

    private static final List<AgeBand> AGE_BANDS = List.of(
            new AgeBand("0-4", 0, 4),
            new AgeBand("5-10", 5, 10),
            new AgeBand("11-15", 11, 15),
            new AgeBand("16-17", 16, 17),
            new AgeBand("18-24", 18, 24),
            new AgeBand("25-34", 25, 34),
            new AgeBand("35-44", 35, 44),
            new AgeBand("45-54", 45, 54),
            new AgeBand("55-64", 55, 64),
            new AgeBand("65+", 65, Integer.MAX_VALUE));

    private static final String MEASURE = "activity";

    private final ReferenceSemantics whole;
    private final ReferenceSemantics part;
    private final ReferenceFigures figures;

    /**
     * The measure for a part of the data.
     *
     * @param whole the records of the whole report, which give the dimension values
     * @param part the records that are counted
     * @param figures where the figures go
     */
    ReferenceActivity(ReferenceSemantics whole, ReferenceSemantics part, ReferenceFigures figures) {
        this.whole = whole;
        this.part = part;
        this.figures = figures;
    }

    void evaluate() {
        figures.count(MEASURE, "families-worked-with", part.familiesWorkedWith().size());
        figures.count(MEASURE, "families-opened", part.familiesOpened().size());
        figures.count(MEASURE, "families-closed", part.familiesClosed().size());
        figures.count(MEASURE, "families-carried-in", familiesCarriedIn());
        figures.count(MEASURE, "caseload", caseload());
        count("individuals", membersWorkedWith(part).size());
        count("adults", ages(18, Integer.MAX_VALUE).size());
        count("children", ages(0, 17).size());
        count("children-under-5", ages(0, 4).size());
        count("age-not-recorded", agesNotRecorded());
        individualsByAge();
        individualsByEthnicity();
        meanOverFamilies("mean-family-size", 0, Integer.MAX_VALUE, true);
        meanOverFamilies("mean-adults", 18, Integer.MAX_VALUE, false);
        meanOverFamilies("mean-children", 0, 17, false);
        meanAge("mean-age-adults", ages(18, Integer.MAX_VALUE));
        meanAge("mean-age-children", ages(0, 17));
        figures.mean(MEASURE, "mean-weeks-involved", "weeks", daysInvolved(), 7);
        figures.mean(MEASURE, "families-by-worker", "mean", familiesPerWorker(), 1);
    }

    /** "worked with, with an episode open on the day before the period starts". */
    private long familiesCarriedIn() {
        LocalDate dayBefore = part.period().start().minusDays(1);
        return part.familiesWorkedWith().stream()
                .filter(family ->
                        part.episodesOf(family).stream().anyMatch(episode -> part.isOpenOn(episode, dayBefore)))
                .count();
    }

    /** "families with an episode open on the as-at date". */
    private long caseload() {
        return part.records().families().stream()
                .filter(family ->
                        part.episodesOf(family).stream().anyMatch(episode -> part.isOpenOn(episode, part.asAt())))
                .count();
    }

    /** "members of the families worked with". */
    private static List<Person> membersWorkedWith(ReferenceSemantics records) {
        List<Person> members = new ArrayList<>();
        for (Family family : records.familiesWorkedWith()) {
            members.addAll(records.membersOf(family));
        }
        return members;
    }

    /** The ages of a family's members that are recorded and lie in the band: "a child is under 18". */
    private List<Long> ages(Family family, int from, int to) {
        List<Long> ages = new ArrayList<>();
        for (Person person : part.membersOf(family)) {
            Integer age = part.age(person, family);
            if (age != null && age >= from && age <= to) {
                ages.add(age.longValue());
            }
        }
        return ages;
    }

    private List<Long> ages(int from, int to) {
        List<Long> ages = new ArrayList<>();
        for (Family family : part.familiesWorkedWith()) {
            ages.addAll(ages(family, from, to));
        }
        return ages;
    }

    /** "No birth date: age not recorded." */
    private long agesNotRecorded() {
        return membersWorkedWith(part).stream()
                .filter(person -> person.birth() == null)
                .count();
    }

    private void individualsByAge() {
        for (AgeBand band : AGE_BANDS) {
            count("individuals-by-age", ages(band.from(), band.to()).size(), "age-band", band.name());
        }
        // "not-recorded is given only where it occurs (age bands: always)"
        count("individuals-by-age", agesNotRecorded(), "age-band", ReferenceRecords.NOT_RECORDED);
    }

    /** "same people; empty = not-recorded"; the values are those "of the individuals counted" in the whole report. */
    private void individualsByEthnicity() {
        List<String> values = ReferenceRecords.aToZ(
                membersWorkedWith(whole).stream().map(Person::ethnicity).toList());
        for (String value : values) {
            long count = membersWorkedWith(part).stream()
                    .filter(person -> person.ethnicity().equals(value))
                    .count();
            count("individuals-by-ethnicity", count, "ethnicity", value);
        }
    }

    /** "over the families worked with; adults and children: members whose age is recorded". */
    private void meanOverFamilies(String figure, int from, int to, boolean withAgeNotRecorded) {
        if (!part.records().has("individuals")) {
            figures.tableAbsent(MEASURE, figure, "mean");
            return;
        }
        List<Long> members = new ArrayList<>();
        for (Family family : part.familiesWorkedWith()) {
            members.add((long)
                    (withAgeNotRecorded
                            ? part.membersOf(family).size()
                            : ages(family, from, to).size()));
        }
        figures.mean(MEASURE, figure, "mean", members, 1);
    }

    /** "completed years". */
    private void meanAge(String figure, List<Long> ages) {
        if (part.records().has("individuals")) {
            figures.mean(MEASURE, figure, "years", ages, 1);
        } else {
            figures.tableAbsent(MEASURE, figure, "years");
        }
    }

    /** "(closed - opened in days) / 7, over the counted episodes of the families closed". */
    private List<Long> daysInvolved() {
        List<Long> days = new ArrayList<>();
        for (Family family : part.familiesClosed()) {
            Episode episode = part.countedEpisode(family).orElseThrow();
            days.add(ChronoUnit.DAYS.between(episode.opened(), episode.closed()));
        }
        return days;
    }

    /**
     * "over the distinct workers named by an episode open on the as-at date: the number of families with such an
     * episode naming the worker".
     */
    private List<Long> familiesPerWorker() {
        List<Episode> open = part.records().episodes().stream()
                .filter(episode -> part.isOpenOn(episode, part.asAt()))
                .filter(episode -> !episode.worker().isEmpty())
                .toList();
        Set<String> workers = CodePointOrder.sortedSet();
        open.forEach(episode -> workers.add(episode.worker()));
        List<Long> familiesPerWorker = new ArrayList<>();
        for (String worker : workers) {
            Set<String> families = new HashSet<>();
            for (Episode episode : open) {
                if (Objects.equals(episode.worker(), worker)) {
                    families.add(episode.family());
                }
            }
            familiesPerWorker.add((long) families.size());
        }
        return familiesPerWorker;
    }

    private void count(String figure, long value, String... dimensions) {
        if (part.records().has("individuals")) {
            figures.count(MEASURE, figure, value, dimensions);
        } else {
            figures.tableAbsent(MEASURE, figure, "count", dimensions);
        }
    }
}
