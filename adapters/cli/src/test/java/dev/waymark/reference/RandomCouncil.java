package dev.waymark.reference;

import dev.waymark.reference.ReferenceRules.Rejection;
import dev.waymark.reference.ReferenceSchema.Column;
import dev.waymark.reference.ReferenceSchema.Kind;
import dev.waymark.reference.ReferenceSchema.TableShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A small council made up from a seed, with as many edges of the definitions in its records as will fit. */
public final class RandomCouncil {

    /** The need of each issue of the councils that has one in the taxonomy {@code family-support}. */
    public static final Map<String, String> NEED_OF_ISSUE = Map.of(
            "rent-arrears", "work-and-money",
            "debt", "work-and-money",
            "anti-social-behaviour", "crime",
            "domestic-abuse-past", "domestic-abuse",
            "depression-anxiety", "health",
            "child-in-need", "children-who-need-help",
            "school-absence", "school");

    /** A second Star, with a scale of five and one area in common with the Family Star Plus. */
    public static final ReferenceStar FIVE_POINT_STAR = new ReferenceStar(
            "five-point",
            List.of("home-and-money", "friends", "days-out"),
            1,
            5,
            3,
            List.of(
                    new ReferenceStar.Stage("low", 1, 2, true, false, false),
                    new ReferenceStar.Stage("middle", 3, 3, true, false, true),
                    new ReferenceStar.Stage("high", 4, 5, false, true, true)));

    private static final List<String> TRICKY_TEXTS =
            List.of("01", "1", "10", "9", "A", "B", "Z", "_", "a", "b", "x y", "\u00C9");

    /** In the order of code points; by {@code String.compareTo} the last two come first. */
    private static final List<String> TRICKIER_TEXTS =
            List.of("\uFB00", "\uFF21", "\uFFFD", "\uD83D\uDE00", "\uD83D\uDE01");

    private static final List<String> ISSUES = List.of(
            "not-registered-dentist",
            "rent-arrears",
            "debt",
            "anti-social-behaviour",
            "domestic-abuse-past",
            "depression-anxiety",
            "child-in-need",
            "school-absence",
            "our-own-issue",
            "\uFB00-issue",
            "\uD83D\uDE00-issue");

    private static final List<String> SERVICES =
            List.of("intensive-family-support", "early-help", "\uFFFD-service", "\uD83D\uDE00-service");
    private static final List<String> DISTRICTS =
            List.of("", "", "North", "E07000095", "a \"quoted\", name", "\uFB00", "\uD83D\uDE00");

    private final long seed;
    private final boolean dirty;
    private final List<ReferenceStar> stars;
    private final Random random;
    private final ReferencePeriod period;
    private final LocalDate asAt;
    private final List<LocalDate> edges = new ArrayList<>();
    private final Set<String> idsUsed = new HashSet<>();
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    private final ReferenceData data;

    private RandomCouncil(long seed, boolean dirty, List<ReferenceStar> stars) {
        this.seed = seed;
        this.dirty = dirty;
        this.stars = stars;
        this.random = new Random(seed);
        this.period = randomPeriod();
        this.asAt = randomAsAt();
        edges.addAll(List.of(period.start(), period.start(), period.end(), period.end(), asAt, asAt));
        edges.addAll(
                List.of(asAt.minusDays(42), asAt.minusDays(84), period.end().minusDays(84)));
        edges.addAll(List.of(LocalDate.of(2016, 2, 29), LocalDate.of(2015, 2, 28), LocalDate.of(2015, 3, 1)));
        for (TableShape shape : ReferenceSchema.TABLES) {
            rows.put(shape.name(), new ArrayList<>());
        }
        addFamilies();
        addBudget();
        leaveOut();
        for (List<Map<String, String>> ofTable : rows.values()) {
            Collections.shuffle(ofTable, random);
        }
        if (dirty) {
            breakRows();
        } else {
            dropRejectedRows();
        }
        this.data = layOut();
    }

    /** A council whose records break no rule. */
    public static RandomCouncil clean(long seed) {
        return new RandomCouncil(seed, false, List.of(ReferenceStar.FAMILY_STAR_PLUS));
    }

    /** A council whose records break every rule now and then. */
    public static RandomCouncil dirty(long seed) {
        return new RandomCouncil(seed, true, List.of(ReferenceStar.FAMILY_STAR_PLUS));
    }

    /** A council with readings of two Stars that breaks no rule. */
    public static RandomCouncil withTwoStars(long seed) {
        return new RandomCouncil(seed, false, List.of(ReferenceStar.FAMILY_STAR_PLUS, FIVE_POINT_STAR));
    }

    /** The tables. */
    public ReferenceData data() {
        return data;
    }

    /** The period to report on. */
    public ReferencePeriod period() {
        return period;
    }

    /** The as-at date to report at. */
    public LocalDate asAt() {
        return asAt;
    }

    /** The Stars that are defined. */
    public List<ReferenceStar> stars() {
        return stars;
    }

    /** The reference evaluator of the council. */
    public ReferenceEvaluator evaluator() {
        return new ReferenceEvaluator(data, stars, ReferenceEvaluator.NEEDS, NEED_OF_ISSUE);
    }

    /** Writes the tables, and the Stars of the council's own beside them. */
    public void write(Path folder) throws IOException {
        data.write(folder);
        writeStars(folder);
    }

    /** Writes the same tables in another dress that the format allows. */
    public void writeUntidily(Path folder) throws IOException {
        data.writeUntidily(folder, seed);
        writeStars(folder);
    }

    /** Writes the rows of the tables in another order. */
    public void writeShuffled(Path folder, Random chance) throws IOException {
        data.shuffled(chance).write(folder);
        writeStars(folder);
    }

    private void writeStars(Path folder) throws IOException {
        for (ReferenceStar star : stars) {
            if (!star.equals(ReferenceStar.FAMILY_STAR_PLUS)) {
                Files.createDirectories(folder.resolve("stars"));
                Files.writeString(folder.resolve("stars").resolve(star.id() + ".json"), star.json());
            }
        }
    }

    @Override
    public String toString() {
        return "council of seed " + seed + (dirty ? ", dirty" : ", clean") + ", " + stars.size() + " Star(s), period "
                + period.text() + ", as at " + asAt;
    }

    private ReferencePeriod randomPeriod() {
        return switch (random.nextInt(8)) {
            case 0 -> new ReferencePeriod(LocalDate.of(2015, 10, 1), LocalDate.of(2015, 12, 31));
            case 1 -> new ReferencePeriod(LocalDate.of(2016, 1, 1), LocalDate.of(2016, 3, 31));
            case 2 -> new ReferencePeriod(LocalDate.of(2015, 2, 28), LocalDate.of(2016, 2, 29));
            case 3 -> new ReferencePeriod(LocalDate.of(2016, 2, 29), LocalDate.of(2016, 2, 29));
            default -> ReferencePeriod.financialYear(2015);
        };
    }

    private LocalDate randomAsAt() {
        int days = days(period);
        return switch (random.nextInt(10)) {
            case 0 -> period.start();
            case 1 -> period.start().plusDays(random.nextInt(days + 1));
            case 2 -> period.end().minusDays(Math.min(days, 1 + random.nextInt(90)));
            case 3 -> period.end().plusDays(1);
            case 4, 5 -> period.end().plusDays(2 + random.nextInt(300));
            default -> period.end();
        };
    }

    private static int days(ReferencePeriod period) {
        return (int) ChronoUnit.DAYS.between(period.start(), period.end());
    }

    private void addFamilies() {
        double size = random.nextDouble();
        int families = 5 + (int) (56 * size * size * size);
        for (int count = 0; count < families; count++) {
            String family = freshId("families");
            add("families", "family_id", family, "district", pick(DISTRICTS));
            List<LocalDate> opened = new ArrayList<>();
            List<LocalDate> closed = new ArrayList<>();
            boolean twins = chance(8);
            if (twins) {
                addTwinEpisodes(family, opened, closed);
            } else {
                addEpisodes(family, opened, closed);
            }
            Map<String, LocalDate> members = addMembers(family, opened);
            if (chance(85) && !twins) {
                addReadings(family, opened, closed);
                addForms(family, members, opened, closed);
            }
            addIncidents(family, members);
            addPersonalRecords(members, opened);
            addClaims(family);
            addRecordsForResults(family, members, opened);
        }
    }

    /** Up to four episodes; {@code closed} gets null for one that is open. */
    private void addEpisodes(String family, List<LocalDate> opened, List<LocalDate> closed) {
        int episodes = pick(List.of(0, 1, 1, 1, 1, 2, 2, 2, 3, 4));
        for (int count = 0; count < episodes; count++) {
            LocalDate start = anyDay();
            if (!opened.isEmpty() && chance(30)) {
                start = pick(opened);
            } else if (!closed.isEmpty() && closed.get(0) != null && chance(20)) {
                start = closed.get(0);
            } else if (chance(50)) {
                start = period.start().minusDays(random.nextInt(260)).plusDays(random.nextInt(60));
            }
            LocalDate end = null;
            if (!chance(20)) {
                end = pick(List.of(
                        nearEdge(),
                        nearEdge(),
                        period.start().plusDays(random.nextInt(days(period) + 1)),
                        period.start().plusDays(random.nextInt(days(period) + 1)),
                        start.plusDays(pick(List.of(0, 1, 83, 84, 85, 168, 169, 200)))));
                if (!closed.isEmpty() && closed.get(0) != null && chance(30)) {
                    end = closed.get(0);
                }
                end = end.isBefore(start) && chance(95) ? start.plusDays(random.nextInt(300)) : end;
            }
            opened.add(start);
            closed.add(end);
            addEpisode(family, start, end);
        }
    }

    private void addEpisode(String family, LocalDate start, LocalDate end) {
        add(
                "episodes",
                "episode_id",
                freshId("episodes"),
                "family_id",
                family,
                "service",
                pick(SERVICES.subList(0, 1 + random.nextInt(SERVICES.size()))),
                "opened",
                start.toString(),
                "closed",
                end == null ? "" : end.toString(),
                "worker_id",
                pick(List.of("", "W1", "W2", "w2", "\uD83D\uDE00")));
    }

    /** Two episodes opened on a day, alike but for their ids, of which only the one still open has a form. */
    private void addTwinEpisodes(String family, List<LocalDate> opened, List<LocalDate> closed) {
        LocalDate start = period.start().plusDays(random.nextInt(days(period) + 1));
        opened.addAll(List.of(start, start));
        closed.add(start);
        closed.add(null);
        addEpisode(family, start, start);
        addEpisode(family, start, null);
        addForm(family, "", start.plusDays(1 + random.nextInt(5)), "initial");
    }

    /** Up to five members with their births, null if not recorded, on the edges of the age bands and of the run. */
    private Map<String, LocalDate> addMembers(String family, List<LocalDate> opened) {
        Map<String, LocalDate> members = new LinkedHashMap<>();
        int count = random.nextInt(6);
        for (int member = 0; member < count; member++) {
            List<LocalDate> ageDates = new ArrayList<>(opened);
            ageDates.addAll(List.of(period.start(), period.start(), asAt));
            LocalDate ageDate = pick(ageDates);
            int years = pick(List.of(0, 1, 5, 5, 11, 16, 17, 18, 18, 19, 25, 35, 45, 55, 65, 100));
            LocalDate birth = switch (random.nextInt(10)) {
                case 0 -> null;
                case 1 -> ageDate.plusDays(pick(List.of(0, 1, 2, 60)));
                case 2 -> asAt.plusDays(pick(List.of(0, 1, 2, 299, 300, 301)));
                case 3 -> LocalDate.of(pick(List.of(1952, 1980, 1996, 2000, 2004, 2012)), 2, 29);
                case 4 -> ageDate.minusDays(random.nextInt(25000));
                default -> ageDate.minusYears(years).plusDays(pick(List.of(-1, 0, 0, 1)));
            };
            String id = freshId("individuals");
            members.put(id, birth);
            add(
                    "individuals",
                    "individual_id",
                    id,
                    "family_id",
                    family,
                    "birth_date",
                    birth == null ? "" : birth.toString(),
                    "sex",
                    pick(List.of("", "F", "M", "X", "f")),
                    "ethnicity",
                    pick(List.of("", "A1", "B", "a", "Any other", "\uFB00", "\uD83D\uDE00")));
        }
        return members;
    }

    private void addReadings(String family, List<LocalDate> opened, List<LocalDate> closed) {
        for (ReferenceStar star : stars) {
            if (chance(15)) {
                continue;
            }
            for (int episode = 0; episode < opened.size(); episode++) {
                int typical = star.minScore() + random.nextInt(star.maxScore() - star.minScore() + 1);
                for (Map.Entry<LocalDate, String> reading : datesAndKinds(opened.get(episode), closed.get(episode))) {
                    List<String> values = new ArrayList<>(List.of(
                            "family_id",
                            family,
                            "date",
                            reading.getKey().toString(),
                            "kind",
                            cased(reading.getValue()),
                            "star",
                            star.equals(ReferenceStar.FAMILY_STAR_PLUS) && chance(60) ? "" : star.id()));
                    for (String area : star.areas()) {
                        int score = typical
                                + random.nextInt(6)
                                - (reading.getValue().equals("initial") ? 3 : 1);
                        score = Math.max(star.minScore(), Math.min(star.maxScore(), score));
                        values.addAll(List.of(area, chance(12) ? "" : Integer.toString(score)));
                    }
                    add("star_readings", values.toArray(new String[0]));
                }
            }
        }
    }

    private void addForms(
            String family, Map<String, LocalDate> members, List<LocalDate> opened, List<LocalDate> closed) {
        List<String> subjects = new ArrayList<>(members.keySet());
        subjects.add("");
        for (String subject : subjects) {
            if (chance(subject.isEmpty() ? 85 : 65)) {
                addFormsAbout(family, subject, members.get(subject), opened, closed);
            }
        }
    }

    /** The forms of one subject, a member or, empty, the family. */
    private void addFormsAbout(
            String family, String subject, LocalDate birth, List<LocalDate> opened, List<LocalDate> closed) {
        List<Map.Entry<LocalDate, String>> forms = new ArrayList<>();
        for (int episode = 0; episode < opened.size(); episode++) {
            forms.addAll(datesAndKinds(opened.get(episode), closed.get(episode)));
        }
        if (birth != null && chance(10)) {
            forms.add(Map.entry(birth.minusDays(pick(List.of(299, 300, 301))), "initial"));
        }
        for (Map.Entry<LocalDate, String> form : forms) {
            // the second form has the date and kind of the first and another id
            int twins = chance(15) ? 2 : 1;
            for (int twin = 0; twin < twins; twin++) {
                addForm(family, subject, form.getKey(), form.getValue());
            }
        }
    }

    /** A form with the answers to some of the issues: one gets nothing but unknown, one is of members only. */
    private void addForm(String family, String subject, LocalDate date, String kind) {
        String id = freshId("assessments");
        add(
                "assessments",
                "assessment_id",
                id,
                "family_id",
                family,
                "individual_id",
                subject,
                "date",
                date.toString(),
                "kind",
                cased(kind));
        for (String issue : ISSUES) {
            boolean isAsked = !issue.equals("child-in-need") || !subject.isEmpty();
            boolean isNeverKnown = issue.equals("debt") && seed % 2 == 0;
            if (isAsked && chance(60)) {
                String answer = pick(List.of("yes", "yes", "yes", "no", "no", "no", "unknown"));
                add(
                        "findings",
                        "assessment_id",
                        id,
                        "issue",
                        issue,
                        "present",
                        cased(isNeverKnown ? "unknown" : answer));
            }
        }
    }

    /** Initial, review and closure on and about the edges of an episode, sometimes two on a day, sometimes none. */
    private List<Map.Entry<LocalDate, String>> datesAndKinds(LocalDate opened, LocalDate closed) {
        List<Map.Entry<LocalDate, String>> records = new ArrayList<>();
        LocalDate end = closed == null ? asAt : closed;
        LocalDate first = opened.plusDays(pick(List.of(0, 0, -1, 1, 2, 7, 20, 41, 42, 43)));
        if (chance(85)) {
            records.add(Map.entry(first, "initial"));
        }
        if (chance(20)) {
            LocalDate second = first.plusDays(pick(List.of(-1, 1, 5, 42)));
            records.add(Map.entry(second, "initial"));
        }
        if (chance(10)) {
            records.add(Map.entry(first, pick(List.of("review", "closure"))));
        }
        for (int number = 1; number <= 4; number++) {
            LocalDate due = first.plusDays(84L * number);
            if (chance(40) && !due.isAfter(end.plusDays(90))) {
                int days = pick(List.of(0, 0, 1, -1, -40, -83, -84, -85));
                records.add(Map.entry(due.plusDays(days), "review"));
            }
        }
        if (chance(65)) {
            LocalDate last = end.plusDays(pick(List.of(0, 0, 0, 0, -1, -1, 1, -10)));
            records.add(Map.entry(last, "closure"));
            if (chance(35)) {
                records.add(Map.entry(last, "review"));
            }
        } else if (chance(50)) {
            LocalDate last = end.plusDays(pick(List.of(0, -1, 1, -10)));
            records.add(Map.entry(last, "review"));
        }
        if (chance(10)) {
            LocalDate day = nearEdge();
            records.add(Map.entry(day, pick(List.of("initial", "review", "closure"))));
        }
        return records;
    }

    private void addIncidents(String family, Map<String, LocalDate> members) {
        int incidents = random.nextInt(4);
        for (int count = 0; count < incidents; count++) {
            LocalDate date = chance(20) ? asAt.minusDays(pick(List.of(2, 3, 4))) : anyDay();
            List<String> subjects = new ArrayList<>(members.keySet());
            subjects.add("");
            String subject = pick(subjects);
            if (members.get(subject) != null && chance(20)) {
                date = members.get(subject).plusDays(pick(List.of(-1, 0, 0, 1)));
            }
            add(
                    "incidents",
                    "incident_id",
                    freshId("incidents"),
                    "family_id",
                    family,
                    "individual_id",
                    subject,
                    "date",
                    date.toString(),
                    "kind",
                    cased(pick(List.of(
                            "asb",
                            "offence",
                            "domestic-abuse",
                            "police-callout",
                            "missing-episode",
                            "missing-episode",
                            "missing-episode",
                            "missing-episode"))),
                    "followed_up_on",
                    chance(30)
                            ? ""
                            : date.plusDays(pick(List.of(0, 1, 2, 3, 3, 4, 30, -1)))
                                    .toString());
        }
    }

    private void addPersonalRecords(Map<String, LocalDate> members, List<LocalDate> opened) {
        for (String person : members.keySet()) {
            for (LocalDate end : List.of(
                    LocalDate.of(2014, 12, 19),
                    LocalDate.of(2015, 3, 27),
                    LocalDate.of(2015, 7, 21),
                    LocalDate.of(2015, 12, 18),
                    nearEdge())) {
                if (chance(25)) {
                    int possible = pick(List.of(0, 1, 20, 130, 140, 2147483647));
                    int absent = Math.min(possible, pick(List.of(0, 0, 3, 20, 21, 2147483647)));
                    int unauthorised = Math.min(absent, pick(List.of(0, 3, 20, 2147483647)));
                    add(
                            "school_terms",
                            "individual_id",
                            person,
                            "term_end",
                            end.toString(),
                            "sessions_possible",
                            Integer.toString(possible),
                            "sessions_absent",
                            Integer.toString(absent),
                            "sessions_unauthorised",
                            Integer.toString(unauthorised),
                            "fixed_exclusions",
                            pick(List.of("0", "0", "1", "2", "3")));
                }
            }
            int spells = random.nextInt(3);
            for (int count = 0; count < spells; count++) {
                LocalDate start = opened.isEmpty() || chance(50) ? anyDay() : pick(opened);
                add(
                        "spells",
                        "individual_id",
                        person,
                        "kind",
                        cased(pick(
                                ReferenceSchema.table("spells").columns().get(1).words())),
                        "type",
                        pick(List.of("", "JSA", "ESA", "IS", "UC", "uc")),
                        "start",
                        start.toString(),
                        "end",
                        chance(30)
                                ? ""
                                : start.plusDays(pick(List.of(0, 1, 6, 7, 8, 89, 90, 91, 200, -1)))
                                        .toString());
            }
        }
    }

    /**
     * Records on the edges of the rules of payment by results: windows, lengths, gaps, terms that follow each other.
     */
    private void addRecordsForResults(String family, Map<String, LocalDate> members, List<LocalDate> opened) {
        if (opened.isEmpty() || chance(30)) {
            return;
        }
        LocalDate start = pick(opened);
        LocalDate day = pick(List.of(asAt.plusDays(1), asAt.plusDays(1), period.start(), period.end()));
        List<LocalDate> windows = List.of(
                day.minusMonths(6),
                day.minusDays(1),
                day.minusDays(60),
                start.minusMonths(6),
                start.minusDays(1),
                start.minusDays(60),
                start.minusDays(60),
                start.minusMonths(12),
                start);
        int incidents = random.nextInt(7);
        for (int count = 0; count < incidents; count++) {
            List<String> subjects = new ArrayList<>(members.keySet());
            subjects.add("");
            add(
                    "incidents",
                    "incident_id",
                    freshId("incidents"),
                    "family_id",
                    family,
                    "individual_id",
                    pick(subjects),
                    "date",
                    pick(windows).plusDays(pick(List.of(0, 0, 0, -1, 1))).toString(),
                    "kind",
                    pick(List.of("asb", "asb", "offence", "offence", "domestic-abuse")));
        }
        for (String person : members.keySet()) {
            if (chance(40)) {
                addTermsInARow(person, pick(List.of(day, day, day, start)));
            }
            if (chance(40)) {
                addWorkAfterBenefit(person, start, day);
            }
            if (chance(15)) {
                addSpell(
                        person,
                        pick(List.of("in-need-plan", "protection-plan", "work-programme")),
                        pick(windows),
                        pick(List.of(0, 30, 400)));
            }
        }
    }

    private void addTermsInARow(String person, LocalDate day) {
        LocalDate end = day.minusDays(pick(List.of(1, 1, 30, 30, 60, 174, 175, 176)));
        int terms = pick(List.of(2, 3, 3, 3, 4));
        for (int term = 0; term < terms; term++) {
            int absent = pick(List.of(0, 5, 10, 10, 11, 15, 16));
            add(
                    "school_terms",
                    "individual_id",
                    person,
                    "term_end",
                    end.toString(),
                    "sessions_possible",
                    "100",
                    "sessions_absent",
                    Integer.toString(absent),
                    "sessions_unauthorised",
                    Integer.toString(pick(List.of(0, absent, absent))),
                    "fixed_exclusions",
                    pick(List.of("0", "0", "0", "1", "1", "2")));
            end = end.minusDays(pick(List.of(90, 90, 150, 150, 174, 175, 176)));
        }
    }

    private void addWorkAfterBenefit(String person, LocalDate start, LocalDate day) {
        LocalDate begun = pick(List.of(
                day.minusMonths(6).minusDays(pick(List.of(89, 90, 91))),
                day.minusDays(pick(List.of(90, 91, 92, 89, 60))),
                day.minusDays(120),
                start.plusDays(pick(List.of(0, 1, 30)))));
        LocalDate lost = begun.minusDays(pick(List.of(1, 1, 1, 0, 2, 30)));
        addSpell(person, "out-of-work-benefit", lost.minusDays(200), chance(85) ? 200 : -1);
        String kind = pick(List.of("employment", "employment", "employment", "training", "volunteering"));
        if (chance(50)) {
            addSpell(person, kind, begun, pick(List.of(-1, 89, 90, 91, 200)));
        } else {
            int first = pick(List.of(20, 40));
            addSpell(person, kind, begun, first);
            addSpell(
                    person,
                    kind,
                    begun.plusDays(first + 1 + pick(List.of(0, 6, 7, 8))),
                    pick(List.of(-1, 40, 70, 100)));
        }
        if (chance(15)) {
            addSpell(person, "out-of-work-benefit", begun.plusDays(pick(List.of(89, 90, 91))), 5);
        }
    }

    /** A spell that lasts so many days after its first; a negative number: it goes on. */
    private void addSpell(String person, String kind, LocalDate start, int days) {
        add(
                "spells",
                "individual_id",
                person,
                "kind",
                kind,
                "type",
                pick(List.of("", "JSA", "UC")),
                "start",
                start.toString(),
                "end",
                days < 0 ? "" : start.plusDays(days).toString());
    }

    private void addClaims(String family) {
        int claims = pick(List.of(0, 0, 0, 1, 1, 2));
        for (int count = 0; count < claims; count++) {
            add(
                    "claims",
                    "family_id",
                    family,
                    "scheme",
                    pick(List.of("troubled-families-1", "troubled-families-2", "supporting-families-2022", "ours")),
                    "claimed_on",
                    nearEdge().toString(),
                    "route",
                    pick(List.of("", "progress", "continuous-employment")),
                    "amount",
                    pick(List.of("", "800", "800.00", "700.5", "0", "-100.00", "+1")));
        }
    }

    private void addBudget() {
        int lines = random.nextInt(12);
        for (int count = 0; count < lines; count++) {
            add(
                    "budget",
                    "year",
                    pick(List.of("2014/15", "2015/16", "2015/16", "2016/17")),
                    "kind",
                    cased(pick(List.of("income", "income", "expenditure", "expenditure", "adjustment"))),
                    "line",
                    pick(List.of("grant", "staff", "rent, rates", "two\nlines")),
                    "organisation",
                    pick(List.of("", "County", "District \"B\"", "\uFB00", "\uD83D\uDE00")),
                    "amount",
                    pick(List.of("0", "1000", "1000.5", "-250.25", "+17.10", "123456789.99")));
        }
    }

    /** Takes away some tables that need not be there, all rows of some others, and all values of some columns. */
    private void leaveOut() {
        boolean allThere = random.nextBoolean();
        for (TableShape shape : ReferenceSchema.TABLES) {
            boolean mustBeThere = List.of("families", "episodes").contains(shape.name());
            if (!mustBeThere && !allThere && chance(15)) {
                rows.remove(shape.name());
            } else if (chance(2)) {
                rows.get(shape.name()).clear();
            }
        }
        for (TableShape shape : ReferenceSchema.TABLES) {
            for (Column column : shape.columns()) {
                if (rows.containsKey(shape.name()) && !column.required() && chance(5)) {
                    rows.get(shape.name()).forEach(row -> row.remove(column.name()));
                }
            }
        }
        if (rows.containsKey("star_readings") && chance(20)) {
            rows.get("star_readings").forEach(row -> row.remove("social-networks"));
        }
    }

    private void dropRejectedRows() {
        List<Rejection> rejections = new ReferenceRules(plain(), stars).rejections();
        while (!rejections.isEmpty()) {
            for (int place = rejections.size() - 1; place >= 0; place--) {
                Rejection rejection = rejections.get(place);
                rows.get(rejection.table()).remove(rejection.line() - 2);
            }
            rejections = new ReferenceRules(plain(), stars).rejections();
        }
    }

    private ReferenceData plain() {
        ReferenceData plain = ReferenceData.empty();
        for (String table : rows.keySet()) {
            List<String> header = new ArrayList<>(header(table));
            List<ReferenceData.Row> lines = new ArrayList<>();
            for (Map<String, String> row : rows.get(table)) {
                lines.add(new ReferenceData.Row(lines.size() + 2, cells(row, header)));
            }
            plain = plain.with(new ReferenceData.Table(table, header, lines));
        }
        return plain;
    }

    /** The columns that are required and those that a row has a place for. */
    private Set<String> header(String table) {
        Set<String> columns = new HashSet<>();
        for (Column column : ReferenceSchema.table(table).columns()) {
            if (column.required()) {
                columns.add(column.name());
            }
        }
        rows.get(table).forEach(row -> columns.addAll(row.keySet()));
        Set<String> header = CodePointOrder.sortedSet();
        header.addAll(columns);
        return header;
    }

    private static List<String> cells(Map<String, String> row, List<String> header) {
        List<String> cells = new ArrayList<>();
        for (String column : header) {
            cells.add(row.getOrDefault(column, ""));
        }
        return cells;
    }

    private ReferenceData layOut() {
        ReferenceData laidOut = ReferenceData.empty();
        for (String table : rows.keySet()) {
            List<String> header = new ArrayList<>(header(table));
            if (chance(20)) {
                header.add("unknown column");
            }
            if (chance(80)) {
                Collections.shuffle(header, random);
            }
            List<ReferenceData.Row> lines = new ArrayList<>();
            int line = 2;
            for (Map<String, String> row : rows.get(table)) {
                List<String> cells = new ArrayList<>();
                for (String column : header) {
                    String note = pick(List.of("", "yes", "a, b", "\"", "on\ntwo lines"));
                    cells.add(column.equals("unknown column") ? note : row.getOrDefault(column, ""));
                }
                if (dirty && chance(2)) {
                    breakNumberOfFields(cells);
                }
                line += chance(3) ? 1 + random.nextInt(2) : 0;
                lines.add(new ReferenceData.Row(line, List.copyOf(cells)));
                line += 1 + ReferenceData.lineBreaks(cells);
            }
            laidOut = laidOut.with(new ReferenceData.Table(table, List.copyOf(header), List.copyOf(lines)));
        }
        return laidOut;
    }

    private void breakNumberOfFields(List<String> cells) {
        if (cells.size() > 1 && random.nextBoolean()) {
            cells.remove(cells.size() - 1);
        } else {
            cells.add(pick(List.of("", "more")));
        }
    }

    /** Breaks up to three rules in some of the rows and repeats others. */
    private void breakRows() {
        int percent = pick(List.of(5, 20, 50));
        for (TableShape shape : ReferenceSchema.TABLES) {
            if (!rows.containsKey(shape.name())) {
                continue;
            }
            List<Map<String, String>> ofTable = rows.get(shape.name());
            // a broken family takes all its records with it, so few are
            boolean isReferredTo = List.of("families", "individuals").contains(shape.name());
            boolean isLong = List.of("assessments", "findings").contains(shape.name());
            for (int place = 0; place < ofTable.size(); place++) {
                if (chance(isReferredTo || isLong ? Math.min(percent, 8) : percent)) {
                    if (chance(30)) {
                        Map<String, String> copy = new LinkedHashMap<>(ofTable.get(place));
                        ofTable.add(random.nextInt(ofTable.size() + 1), copy);
                    }
                    int times = 1 + random.nextInt(3);
                    for (int time = 0; time < times; time++) {
                        breakRow(shape, ofTable.get(place));
                    }
                }
                if (shape.name().equals("star_readings") && chance(percent)) {
                    breakScores(ofTable.get(place));
                }
            }
        }
    }

    private void breakRow(TableShape shape, Map<String, String> row) {
        List<Column> columns = shape.columns();
        Column column = pick(columns.stream()
                .filter(any -> any.kind() != Kind.TEXT || columns.size() == 2)
                .toList());
        switch (random.nextInt(6)) {
            case 0, 1 -> contradict(shape.name(), row);
            case 2 ->
                row.computeIfPresent(pick(columns.stream().map(Column::name).toList()), (name, value) -> "");
            default -> {
                if (column.kind() == Kind.REFERENCE) {
                    row.computeIfPresent(
                            column.name(),
                            (name, id) ->
                                    pick(List.of("nobody", id.toLowerCase(Locale.ROOT), id + "0", pick(TRICKY_TEXTS))));
                } else if (column.kind() != Kind.TEXT) {
                    row.computeIfPresent(column.name(), (name, value) -> badValue(column.kind()));
                }
            }
        }
    }

    private void breakScores(Map<String, String> row) {
        for (ReferenceStar star : stars) {
            for (String area : star.areas()) {
                if (chance(20)) {
                    row.computeIfPresent(area, (name, score) -> badScore());
                }
            }
        }
    }

    /** A value that is malformed, out of range, or just inside the range. */
    private String badValue(Kind kind) {
        return switch (kind) {
            case TEXT, REFERENCE -> "";
            case DATE ->
                pick(List.of(
                        "2015-02-29",
                        "01/04/2015",
                        "2015-4-1",
                        "20150401",
                        "soon",
                        "2015-04-01T00:00",
                        "2015-13-01",
                        "1899-12-31",
                        "2101-01-01",
                        "1900-01-01",
                        "2100-12-31",
                        "0000-01-01",
                        "9999-12-31"));
            case WORD -> pick(List.of("maybe", "yess", "2015-04-01", "ini tial"));
            case COUNT ->
                pick(List.of(
                        "1.5",
                        "1.0",
                        "x",
                        "1e3",
                        "--1",
                        "-",
                        "-1",
                        "2147483648",
                        "2147483647",
                        "99999999999999999999"));
            case AMOUNT -> pick(List.of("12.345", "1,000", "\u00A35", "1.", ".", "free", "--1", "1e3", "12.3.4"));
            case YEAR -> pick(List.of("2015", "2015-16", "15/16", "2015/2016", "2015/1x", "year"));
            case STAR -> pick(List.of("no-such-star", "Star"));
        };
    }

    private String badScore() {
        return pick(List.of("0", "11", "-1", "99", "6", "5.5", "ten", "x", "99999999999999999999", "1", "10", ""));
    }

    /** Makes the row contradict itself or another, if the table has a rule about that. */
    private void contradict(String table, Map<String, String> row) {
        switch (table) {
            case "episodes" -> row.computeIfPresent("closed", (name, value) -> dayBefore(row.get("opened")));
            case "spells" -> row.computeIfPresent("end", (name, value) -> dayBefore(row.get("start")));
            case "assessments", "incidents" -> {
                if (random.nextBoolean()) {
                    row.computeIfPresent("individual_id", (name, value) -> anyId("individuals", "individual_id"));
                }
                if (random.nextBoolean()) {
                    row.put("date", pick(List.of("1900-01-01", "1950-06-30", "2014-06-30", row.get("date"))));
                }
                if (random.nextBoolean()) {
                    row.computeIfPresent("followed_up_on", (name, value) -> dayBefore(row.get("date")));
                }
            }
            case "school_terms" -> {
                String possible = row.get("sessions_possible");
                row.put("sessions_absent", pick(List.of(possible, "141", "1", "2147483647")));
                row.put("sessions_unauthorised", pick(List.of("1", "142", row.get("sessions_absent"))));
            }
            default -> row.put(ReferenceSchema.table(table).columns().get(0).name(), anyFirstValue(table));
        }
    }

    private String anyFirstValue(String table) {
        return anyId(table, ReferenceSchema.table(table).columns().get(0).name());
    }

    private String anyId(String table, String column) {
        List<Map<String, String>> ofTable = rows.getOrDefault(table, List.of());
        return ofTable.isEmpty() ? "nobody" : pick(ofTable).getOrDefault(column, "");
    }

    private static String dayBefore(String date) {
        return ReferenceRules.isDate(date) ? LocalDate.parse(date).minusDays(1).toString() : "2000-01-01";
    }

    private void add(String table, String... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            row.put(namesAndValues[place], namesAndValues[place + 1]);
        }
        rows.get(table).add(row);
    }

    private String freshId(String table) {
        // the id of an episode or a form decides between two that are otherwise alike
        int percentTrickier = List.of("episodes", "assessments").contains(table) ? 75 : 25;
        String id = pick(chance(percentTrickier) ? TRICKIER_TEXTS : TRICKY_TEXTS);
        while (!idsUsed.add(table + "/" + id)) {
            id = pick(chance(percentTrickier) ? TRICKIER_TEXTS : TRICKY_TEXTS) + random.nextInt(2000);
        }
        return id;
    }

    private String cased(String word) {
        return switch (random.nextInt(12)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            default -> word;
        };
    }

    private LocalDate nearEdge() {
        return pick(edges).plusDays(pick(List.of(0, 0, 0, 1, -1, 1, -1, 2, -2)));
    }

    private LocalDate anyDay() {
        return chance(60) ? nearEdge() : period.start().minusDays(300).plusDays(random.nextInt(900));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
