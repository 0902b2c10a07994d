package dev.waymark.junit;

import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.Person.person;

import dev.waymark.family.Kind;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Random families around a financial year, with what real records hold: several episodes, readings outside them, two
 * records of a day, days next to the year's ends, and nothing at all.
 *
 * <p>All of a family follows from the random generator: the same seed gives the same family. No row of it is rejected.
 * <b>Threads:</b> stateless.
 */
public final class Families {

    private static final LocalDate START = LocalDate.of(2015, 4, 1);
    private static final LocalDate END = LocalDate.of(2016, 3, 31);
    private static final List<LocalDate> EDGES =
            List.of(START.minusDays(1), START, START.plusDays(1), END.minusDays(1), END, END.plusDays(1));
    private static final List<String> DISTRICTS = List.of("", "Northam", "Southam", "Westam");
    private static final List<String> ETHNICITIES = List.of("", "White British", "Mixed", "Other White");
    private static final List<String> SERVICES = List.of("intensive-family-support", "early-help");
    private static final List<String> SCHEMES = List.of("troubled-families-1", "troubled-families-2");
    private static final List<String> INCIDENTS =
            List.of("asb", "offence", "domestic-abuse", "police-callout", "missing-episode");
    private static final List<String> SPELLS = List.of(
            "out-of-work-benefit",
            "employment",
            "training",
            "volunteering",
            "work-programme",
            "in-need-plan",
            "protection-plan");
    private static final List<String> BENEFITS = List.of("", "JSA", "ESA", "IS", "UC");
    private static final List<Issue> ISSUES = IssueTaxonomy.familySupport().issues();
    private static final List<Area> AREAS = Star.familyStarPlus().areas();

    private Families() {}

    /** The days of the work with a family, in which most of its records lie. */
    private record Work(LocalDate from, int days) {

        LocalDate anyDay(RandomGenerator random) {
            return random.nextInt(4) == 0 ? Families.anyDay(random) : from.plusDays(random.nextInt(days + 1));
        }

        LocalDate earlyDay(RandomGenerator random) {
            return from.plusDays(random.nextInt(days / 4 + 1));
        }

        /** So many different days, or fewer: a family has one reading of a kind a day. */
        Set<LocalDate> days(int most, RandomGenerator random) {
            Set<LocalDate> some = new LinkedHashSet<>();
            for (int i = 0; i < most; i++) {
                some.add(anyDay(random));
            }
            return some;
        }
    }

    /** A family with records in any of the tables. */
    public static Family any(RandomGenerator random) {
        Family family = family().livingIn(oneOf(DISTRICTS, random));
        Work work = episodes(family, random);
        readings(family, work, random);
        if (random.nextInt(3) > 0) {
            family.form(Kind.INITIAL, work.earlyDay(random).toString(), answers(random));
        }
        work.days(random.nextInt(4), random)
                .forEach(day -> family.form(oneOf(List.of(Kind.values()), random), day.toString(), answers(random)));
        for (int members = random.nextInt(5); members > 0; members--) {
            family.with(anyone(work, random));
        }
        work.days(random.nextInt(3), random).forEach(day -> family.incident(oneOf(INCIDENTS, random), day.toString()));
        if (random.nextInt(4) == 0) {
            family.claimed(oneOf(SCHEMES, random), work.anyDay(random).toString());
        }
        return family;
    }

    /** Tells up to three episodes, and gives the days of the last one. */
    private static Work episodes(Family family, RandomGenerator random) {
        Work work = new Work(START.minusYears(1), 2 * 365);
        for (int episodes = random.nextInt(4); episodes > 0; episodes--) {
            LocalDate opened = anyDay(random);
            LocalDate closed = random.nextInt(3) == 0 ? oneOf(EDGES, random) : opened.plusDays(random.nextInt(400));
            closed = closed.isBefore(opened) ? opened : closed;
            family.opened(opened.toString(), oneOf(SERVICES, random));
            if (random.nextInt(4) > 0) {
                family.closed(closed.toString());
            }
            if (random.nextBoolean()) {
                family.worker("W" + random.nextInt(5));
            }
            work = new Work(opened, (int) (closed.toEpochDay() - opened.toEpochDay()));
        }
        return work;
    }

    private static void readings(Family family, Work work, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return;
        }
        Set<LocalDate> initial = work.days(random.nextInt(2), random);
        initial.add(work.earlyDay(random));
        initial.forEach(day -> family.star(Kind.INITIAL, day.toString(), scores(random)));
        for (Kind kind : List.of(Kind.REVIEW, Kind.CLOSURE)) {
            work.days(random.nextInt(3), random).forEach(day -> family.star(kind, day.toString(), scores(random)));
        }
    }

    private static Score[] scores(RandomGenerator random) {
        return AREAS.stream()
                .filter(area -> random.nextInt(8) > 0)
                .map(area -> Score.area(area.code(), 1 + random.nextInt(10)))
                .toArray(Score[]::new);
    }

    private static Person anyone(Work work, RandomGenerator random) {
        Person person = person().sex(oneOf(List.of("", "F", "M", "X"), random)).ethnicity(oneOf(ETHNICITIES, random));
        LocalDate born = random.nextInt(4) == 0 ? anyDay(random) : START.minusDays(random.nextInt(25_000));
        boolean isBirthKnown = random.nextInt(6) > 0;
        if (isBirthKnown) {
            person.born(born.toString());
        }
        LocalDate earliest = isBirthKnown ? born : LocalDate.MIN;
        if (random.nextInt(3) > 0 && !work.from().isBefore(earliest)) {
            person.form(Kind.INITIAL, work.earlyDay(random).toString(), answers(random));
        }
        for (LocalDate day : work.days(random.nextInt(3), random)) {
            if (!day.isBefore(earliest)) {
                person.form(oneOf(List.of(Kind.values()), random), day.toString(), answers(random));
            }
        }
        for (LocalDate day : work.days(random.nextInt(3), random)) {
            if (!day.isBefore(earliest)) {
                boolean isFollowedUp = random.nextBoolean();
                person.incident(
                        oneOf(INCIDENTS, random),
                        day.toString(),
                        isFollowedUp ? day.plusDays(random.nextInt(6)).toString() : "");
            }
        }
        for (LocalDate day : work.days(random.nextInt(4), random)) {
            int possible = random.nextInt(130);
            int absent = random.nextInt(possible + 1);
            person.term(day.toString(), possible, absent, random.nextInt(absent + 1), random.nextInt(3));
        }
        for (LocalDate day : work.days(random.nextInt(3), random)) {
            boolean isOver = random.nextBoolean();
            person.spell(
                    oneOf(SPELLS, random),
                    oneOf(BENEFITS, random),
                    day.toString(),
                    isOver ? day.plusDays(random.nextInt(300)).toString() : "");
        }
        return person;
    }

    private static FormAnswer[] answers(RandomGenerator random) {
        return Shuffled.copyOf(ISSUES, random).stream()
                .limit(random.nextInt(12))
                .map(issue -> new FormAnswer(issue.code(), oneOf(List.of("yes", "no", "unknown"), random)))
                .toArray(FormAnswer[]::new);
    }

    /** A day from a year before the financial year to half a year after it, often at one of its ends. */
    private static LocalDate anyDay(RandomGenerator random) {
        return random.nextInt(4) == 0
                ? oneOf(EDGES, random)
                : START.minusYears(1).plusDays(random.nextInt(365 * 2 + 180));
    }

    private static <T> T oneOf(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
