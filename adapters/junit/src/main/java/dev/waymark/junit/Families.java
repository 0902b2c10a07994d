package dev.waymark.junit;

import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.Person.person;

import dev.waymark.definition.Definition;
import dev.waymark.family.Kind;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Random families around a financial year, with what real records hold: several episodes, readings outside them, two
 * records of a day, days next to the year's ends, and nothing at all; issues that go away and that stay, one that no
 * taxonomy lists, children with terms one after the other, adults who find work, readings of two Stars, claims.
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
    private static final List<String> ISSUES = Stream.concat(
                    IssueTaxonomy.familySupport().issues().stream().map(Issue::code), Stream.of("local-question"))
            .toList();
    private static final Star SECOND_STAR = Star.read(Definition.resource(Families.class, "four-point-star.json"));
    private static final List<Star> STARS = List.of(Star.familyStarPlus(), SECOND_STAR);
    private static final List<LocalDate> TERM_ENDS = List.of(
            LocalDate.of(2014, 7, 18),
            LocalDate.of(2014, 12, 19),
            LocalDate.of(2015, 3, 27),
            LocalDate.of(2015, 7, 17),
            LocalDate.of(2015, 12, 18),
            LocalDate.of(2016, 3, 24));

    private Families() {}

    /**
     * The Stars that random families have readings of, for measures that are made from Stars: the Family Star Plus and
     * a small one of the kit's own.
     */
    public static List<Star> stars() {
        return STARS;
    }

    /** The days of the work with a family, in which most of its records lie. */
    private record Work(LocalDate from, int days) {

        LocalDate anyDay(RandomGenerator random) {
            return random.nextInt(4) == 0 ? Families.anyDay(random) : from.plusDays(random.nextInt(days + 1));
        }

        LocalDate earlyDay(RandomGenerator random) {
            return from.plusDays(random.nextInt(days / 4 + 1));
        }

        LocalDate lateDay(RandomGenerator random) {
            return from.plusDays(days - random.nextInt(days / 4 + 1));
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
            FormAnswer[] first = answers(random);
            family.form(Kind.INITIAL, work.earlyDay(random).toString(), first);
            if (random.nextBoolean()) {
                family.form(Kind.CLOSURE, work.lateDay(random).toString(), later(first, random));
            }
        }
        work.days(random.nextInt(4), random)
                .forEach(day -> family.form(oneOf(List.of(Kind.values()), random), day.toString(), answers(random)));
        for (int members = random.nextInt(5); members > 0; members--) {
            family.with(anyone(work, random));
        }
        work.days(random.nextInt(3), random).forEach(day -> family.incident(oneOf(INCIDENTS, random), day.toString()));
        if (random.nextInt(4) == 0) {
            family.claimed(
                    oneOf(SCHEMES, random),
                    work.anyDay(random).toString(),
                    oneOf(List.of("", "progress", "continuous-employment"), random),
                    oneOf(List.of("", "800", "1600.50"), random));
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
        for (Star star : STARS) {
            if (random.nextInt(4) < (star.equals(SECOND_STAR) ? 2 : 1)) {
                continue;
            }
            Set<LocalDate> initial = work.days(random.nextInt(2), random);
            initial.add(work.earlyDay(random));
            initial.forEach(day -> family.star(star, Kind.INITIAL, day.toString(), scores(star, random)));
            for (Kind kind : List.of(Kind.REVIEW, Kind.CLOSURE)) {
                Set<LocalDate> days = work.days(random.nextInt(3), random);
                if (random.nextBoolean()) {
                    days.add(work.lateDay(random));
                }
                days.forEach(day -> family.star(star, kind, day.toString(), scores(star, random)));
            }
        }
    }

    private static Score[] scores(Star star, RandomGenerator random) {
        int scores = star.maxScore() - star.minScore() + 1;
        return star.areas().stream()
                .filter(area -> random.nextInt(8) > 0)
                .map(area -> Score.area(area.code(), star.minScore() + random.nextInt(scores)))
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
            FormAnswer[] first = answers(random);
            person.form(Kind.INITIAL, work.earlyDay(random).toString(), first);
            if (random.nextBoolean()) {
                person.form(Kind.CLOSURE, work.lateDay(random).toString(), later(first, random));
            }
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
        if (random.nextBoolean()) {
            terms(person, work, random);
        }
        if (random.nextInt(3) == 0) {
            findsWork(person, random);
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

    /** Terms one after the other, mostly attended as they should be; or some of any length on any days. */
    private static void terms(Person person, Work work, RandomGenerator random) {
        boolean isRegular = random.nextInt(3) > 0;
        boolean isGood = random.nextInt(4) > 0;
        for (LocalDate end : isRegular ? TERM_ENDS : List.copyOf(work.days(random.nextInt(4), random))) {
            int possible = isRegular ? 110 + random.nextInt(30) : random.nextInt(130);
            int absent = random.nextInt(isGood ? possible / 12 + 1 : possible + 1);
            int exclusions = isGood ? random.nextInt(2) : random.nextInt(4);
            person.term(end.toString(), possible, absent, random.nextInt(absent + 1), exclusions);
        }
    }

    /** A benefit that ends within the year, and work from about that day on, which may last. */
    private static void findsWork(Person person, RandomGenerator random) {
        LocalDate ended = START.plusDays(random.nextInt(300));
        person.spell(
                "out-of-work-benefit",
                oneOf(BENEFITS, random),
                ended.minusDays(100 + random.nextInt(600)).toString(),
                ended.toString());
        LocalDate began = ended.plusDays(random.nextInt(20));
        person.spell(
                "employment",
                began.toString(),
                random.nextBoolean() ? "" : began.plusDays(random.nextInt(200)).toString());
    }

    /** Answers to the questions of an earlier form: most issues went away. */
    private static FormAnswer[] later(FormAnswer[] first, RandomGenerator random) {
        return Arrays.stream(first)
                .filter(answer -> random.nextInt(6) > 0)
                .map(answer -> random.nextInt(4) > 0
                        ? FormAnswer.no(answer.issue())
                        : new FormAnswer(answer.issue(), oneOf(List.of("yes", "no", "unknown"), random)))
                .toArray(FormAnswer[]::new);
    }

    private static FormAnswer[] answers(RandomGenerator random) {
        return Shuffled.copyOf(ISSUES, random).stream()
                .limit(random.nextInt(12))
                .map(issue -> new FormAnswer(issue, oneOf(List.of("yes", "no", "unknown"), random)))
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
