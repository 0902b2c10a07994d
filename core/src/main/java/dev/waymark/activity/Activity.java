package dev.waymark.activity;

import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Member;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Unit;
import dev.waymark.measure.CountingMeasure;
import dev.waymark.measure.Evidence;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.Tally;
import dev.waymark.measure.Tally.Counter;
import dev.waymark.measure.Tally.Counters;
import dev.waymark.measure.Tally.Sum;
import dev.waymark.measure.Tally.TextCounter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Activity: how many families and members a service worked with in the period, and how long.
 *
 * <p><b>Reads</b> families and episodes, and individuals for all figures about members. <b>Counts</b> each family once,
 * however many episodes it has, and its members by their age on the later of the period's start and the entry episode's
 * opening. <b>Gives</b> counts, means of the family's size, years of age and weeks involved, and families a worker. No
 * family gives counts of 0 and means without a value. <b>Merging</b> is exact in any order. <b>Threads:</b> immutable.
 * <b>Source:</b> Annual Report 2015/16, "Who did the service work with?" and table 1.
 */
public final class Activity extends CountingMeasure {

    private static final int SCHOOL_AGE = 5;
    private static final String WORKED_WITH = "families worked with in the period";
    private static final String MEMBERS = "members of the families worked with in the period";

    private final Counter workedWith = counter();
    private final Counter opened = counter();
    private final Counter closed = counter();
    private final Counter carriedIn = counter();
    private final Counter caseload = counter();
    private final Counter under5 = counter();
    private final Counters byAge = counters(AgeBands.names().size());
    private final TextCounter byEthnicity = textCounter();
    private final Counter ethnicityNotRecorded = counter();
    private final Sum familySize = sum();
    private final Sum adultsAFamily = sum();
    private final Sum childrenAFamily = sum();
    private final Sum ageOfAdults = sum();
    private final Sum ageOfChildren = sum();
    private final Sum daysInvolved = sum();
    private final TextCounter familiesByWorker = textCounter();

    /** The measure. */
    public Activity() {
        super(MeasureSpec.of(
                "activity",
                "1",
                "Families and members worked with, caseload, weeks involved",
                "Annual Report 2015/16, who the service worked with and table 1"));
    }

    @Override
    protected void count(FamilyCase family, Tally tally) {
        if (family.isOpened()) {
            tally.add(opened);
        }
        Optional<Episode> counted = family.countedEpisode();
        if (counted.isPresent()) {
            tally.add(closed);
            tally.add(daysInvolved, counted.get().closedDay() - counted.get().openedDay());
        }
        if (family.hasEpisodeOpenOn(family.asAtDay())) {
            tally.add(caseload);
            countWorkers(family, tally);
        }
        if (family.isWorkedWith()) {
            tally.add(workedWith);
            if (family.hasEpisodeOpenOn(family.periodStartDay() - 1)) {
                tally.add(carriedIn);
            }
            countMembers(family, tally);
        }
    }

    private void countWorkers(FamilyCase family, Tally tally) {
        List<Episode> episodes = family.episodes();
        for (int i = 0; i < episodes.size(); i++) {
            Optional<String> worker = episodes.get(i).worker();
            if (worker.isPresent() && episodes.get(i).isOpenOn(family.asAtDay())) {
                boolean counted = false;
                for (int earlier = 0; earlier < i && !counted; earlier++) {
                    counted = episodes.get(earlier).isOpenOn(family.asAtDay())
                            && episodes.get(earlier).worker().equals(worker);
                }
                if (!counted) {
                    tally.add(familiesByWorker, worker.get());
                }
            }
        }
    }

    private void countMembers(FamilyCase family, Tally tally) {
        List<Member> members = family.members();
        int ageDay = family.ageDay();
        int adults = 0;
        int children = 0;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Optional<String> ethnicity = member.ethnicity();
            if (ethnicity.isPresent() && !ethnicity.get().equals(Dimensions.NOT_RECORDED)) {
                tally.add(byEthnicity, ethnicity.get());
            } else {
                tally.add(ethnicityNotRecorded);
            }
            if (!member.hasBirthDate()) {
                tally.add(byAge, AgeBands.notRecorded());
                continue;
            }
            int age = member.ageOn(ageDay);
            tally.add(byAge, AgeBands.of(age));
            if (age >= FamilyCase.ADULT_AGE) {
                adults++;
                tally.add(ageOfAdults, age);
            } else {
                children++;
                tally.add(ageOfChildren, age);
                if (age < SCHOOL_AGE) {
                    tally.add(under5);
                }
            }
        }
        tally.add(familySize, members.size());
        tally.add(adultsAFamily, adults);
        tally.add(childrenAFamily, children);
    }

    @Override
    protected void figures(Tally tally, Tally whole, Figures figures) {
        Dimensions all = Dimensions.NONE;
        figures.count("families-worked-with", all, tally.of(workedWith), "families with an episode in the period");
        figures.count("families-opened", all, tally.of(opened), "families with an episode opened in the period");
        figures.count("families-closed", all, tally.of(closed), "families with an episode closed in the period");
        figures.count(
                "families-carried-in",
                all,
                tally.of(carriedIn),
                WORKED_WITH + ", with an episode open on the day before it starts");
        figures.count("caseload", all, tally.of(caseload), "families with an episode open on the as-at date");
        Figures members = figures.needing("individuals");
        Mean.Sums adults = tally.of(ageOfAdults);
        Mean.Sums children = tally.of(ageOfChildren);
        members.count("individuals", all, tally.of(familySize).total(), MEMBERS);
        members.count("adults", all, adults.n(), MEMBERS + ", aged 18 or over");
        members.count("children", all, children.n(), MEMBERS + ", aged under 18");
        members.count("children-under-5", all, tally.of(under5), MEMBERS + ", aged under 5");
        members.count(
                "age-not-recorded", all, tally.of(byAge, AgeBands.notRecorded()), MEMBERS + ", without a birth date");
        for (int band = 0; band < AgeBands.names().size(); band++) {
            members.count(
                    "individuals-by-age",
                    Dimensions.of("age-band", AgeBands.names().get(band)),
                    tally.of(byAge, band),
                    MEMBERS);
        }
        for (String ethnicity : whole.texts(byEthnicity)) {
            members.count(
                    "individuals-by-ethnicity",
                    Dimensions.of("ethnicity", ethnicity),
                    tally.of(byEthnicity, ethnicity),
                    MEMBERS);
        }
        if (whole.of(ethnicityNotRecorded) > 0) {
            members.count(
                    "individuals-by-ethnicity",
                    Dimensions.of("ethnicity", Dimensions.NOT_RECORDED),
                    tally.of(ethnicityNotRecorded),
                    MEMBERS);
        }
        members.mean("mean-family-size", all, Unit.MEAN, tally.of(familySize), WORKED_WITH);
        members.mean("mean-adults", all, Unit.MEAN, tally.of(adultsAFamily), WORKED_WITH);
        members.mean("mean-children", all, Unit.MEAN, tally.of(childrenAFamily), WORKED_WITH);
        members.mean("mean-age-adults", all, Unit.YEARS, adults, MEMBERS + ", aged 18 or over");
        members.mean("mean-age-children", all, Unit.YEARS, children, MEMBERS + ", aged under 18");
        figures.mean(
                "mean-weeks-involved",
                all,
                Unit.WEEKS,
                tally.of(daysInvolved, 7),
                "families closed in the period, the counted episode");
        figures.mean("families-by-worker", all, Unit.MEAN, familiesAWorker(tally), "workers of open episodes");
    }

    private Mean.Sums familiesAWorker(Tally tally) {
        long n = 0;
        long total = 0;
        long ofSquares = 0;
        for (String worker : tally.texts(familiesByWorker)) {
            long families = tally.of(familiesByWorker, worker);
            n++;
            total += families;
            ofSquares += families * families;
        }
        return new Mean.Sums(n, total, ofSquares, 1);
    }

    /** Beside the episodes the members, each on the day on which age is taken. */
    @Override
    public List<Evidence> evidence(FamilyCase family) {
        List<Evidence> evidence = new ArrayList<>(super.evidence(family));
        for (Member member : family.members()) {
            evidence.add(new Evidence(
                    "individuals",
                    Optional.of(member.id()),
                    LocalDate.ofEpochDay(family.ageDay()),
                    family.isWorkedWith() ? List.of("age taken on this day") : List.of(),
                    Map.of(
                            "birth_date",
                            member.birthDate().map(LocalDate::toString).orElse(""),
                            "age",
                            member.hasBirthDate() ? Integer.toString(member.ageOn(family.ageDay())) : "",
                            "ethnicity",
                            member.ethnicity().orElse(""))));
        }
        return evidence;
    }
}
