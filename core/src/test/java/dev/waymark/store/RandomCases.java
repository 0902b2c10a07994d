package dev.waymark.store;

import dev.waymark.data.ElevenTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random cases of a number of families, some with more rows of one table than others have of all. */
final class RandomCases {

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("families", "family_id,district");
        COLUMNS.put("individuals", "individual_id,family_id,birth_date,sex,ethnicity");
        COLUMNS.put("episodes", "episode_id,family_id,service,opened,closed,worker_id");
        COLUMNS.put("star_readings", "family_id,date,kind,star,physical-health,sleep,home-and-money");
        COLUMNS.put("assessments", "assessment_id,family_id,individual_id,date,kind");
        COLUMNS.put("findings", "assessment_id,issue,present");
        COLUMNS.put(
                "school_terms",
                "individual_id,term_end,sessions_possible,sessions_absent,sessions_unauthorised,fixed_exclusions");
        COLUMNS.put("incidents", "incident_id,family_id,individual_id,date,kind,followed_up_on");
        COLUMNS.put("spells", "individual_id,kind,type,start,end");
        COLUMNS.put("claims", "family_id,scheme,claimed_on,route,amount");
        COLUMNS.put("budget", "year,kind,line,organisation,amount");
    }

    private final RandomTexts texts;
    private final Random random;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Set<String> identities = new HashSet<>();

    private RandomCases(long seed) {
        texts = RandomTexts.seeded(seed);
        random = texts.random();
        COLUMNS.keySet().forEach(table -> rows.put(table, new ArrayList<>()));
    }

    /** Cases in which no row breaks a rule. */
    static RandomCases clean(long seed, int families) {
        RandomCases cases = new RandomCases(seed);
        for (int family = 0; family < families; family++) {
            cases.addFamily(family);
        }
        return cases;
    }

    /** Cases in which rows of every table break rules of every kind. */
    static RandomCases dirty(long seed, int families) {
        RandomCases cases = clean(seed, families);
        for (List<String> table : cases.rows.values()) {
            for (int row = table.size() - 1; row >= 0; row -= 1 + cases.random.nextInt(6)) {
                String[] cells = table.get(row).split(",", -1);
                int cell = cases.random.nextInt(cells.length);
                switch (cases.random.nextInt(6)) {
                    case 0 -> cells[cell] = "";
                    case 1 -> cells[cell] = "x";
                    case 2 -> cells[cell] = "1899-12-31";
                    case 3 -> cells[cell] = "99";
                    case 4 -> cells[cell] += ",";
                    default -> cells[cell] = cells[cases.random.nextInt(cells.length)];
                }
                // a good row, then a second of the same identity or a broken one, or the other way round
                table.add(row + cases.random.nextInt(2), String.join(",", cells));
            }
        }
        return cases;
    }

    private void addFamily(int number) {
        String family = texts.next(0, 2) + "-" + number;
        add("families", family, oneOf("", "Blaby", texts.next(1, 1)));
        List<String> people = new ArrayList<>(List.of(""));
        for (int person = few(); person > 0; person--) {
            String id = texts.next(1, 3) + "-" + identities.size();
            people.add(id);
            add(
                    "individuals",
                    id,
                    family,
                    oneOf("", "2000-02-29", "1971-01-01"),
                    oneOf("", "F", "M", "X"),
                    oneOf("", "White British"));
            for (int term = few(); term > 0; term--) {
                addOnce(2, "school_terms", id, day(2014, 500), "120", "12", "3", "0");
            }
            for (int spell = few(); spell > 0; spell--) {
                addOnce(
                        4,
                        "spells",
                        id,
                        oneOf("training", "employment"),
                        oneOf("", "JSA", texts.next(1, 1)),
                        day(2012, 30),
                        oneOf("", "2017-01-01"));
            }
        }
        for (int episode = few(); episode > 0; episode--) {
            add(
                    "episodes",
                    texts.next(1, 3) + "-" + identities.size(),
                    family,
                    oneOf("ifs", "parenting"),
                    day(2013, 20),
                    oneOf("", day(2015, 20)),
                    oneOf("", "W1", texts.next(1, 1)));
        }
        for (int reading = few(); reading > 0; reading--) {
            addOnce(
                    4,
                    "star_readings",
                    family,
                    day(2014, 20),
                    oneOf("initial", "review", "closure"),
                    oneOf("family-star-plus", "five-point-example"),
                    oneOf("", "7"),
                    oneOf("", "4"),
                    oneOf("", "1"));
        }
        for (int form = few(); form > 0; form--) {
            String id = texts.next(1, 3) + "-" + identities.size();
            add(
                    "assessments",
                    id,
                    family,
                    people.get(random.nextInt(people.size())),
                    day(2014, 5),
                    oneOf("initial", "review", "closure"));
            for (int answer = few(); answer > 0; answer--) {
                addOnce(2, "findings", id, texts.next(1, 2), oneOf("yes", "no", "unknown"));
            }
        }
        for (int incident = few(); incident > 0; incident--) {
            add(
                    "incidents",
                    texts.next(1, 3) + "-" + identities.size(),
                    family,
                    people.get(random.nextInt(people.size())),
                    day(2014, 5),
                    oneOf("asb", "missing-episode"),
                    oneOf("", "2016-01-01"));
        }
        for (int claim = few(); claim > 0; claim--) {
            addOnce(3, "claims", family, texts.next(1, 2), day(2015, 5), oneOf("", "employment"), oneOf("", "800.00"));
        }
        add(
                "budget",
                "2015/16",
                oneOf("income", "expenditure"),
                texts.next(1, 3),
                oneOf("", "County"),
                random.nextInt(1000) + "." + (10 + random.nextInt(90)));
    }

    /** Mostly none to three, now and then so many that they are sorted in another way. */
    private int few() {
        return random.nextInt(40) == 0 ? 60 : random.nextInt(4);
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String day(int year, int days) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(days)).toString();
    }

    /** Adds a row whose first cells are its identity, unless it is there already. */
    private void addOnce(int identity, String table, String... cells) {
        if (identities.add(table + List.of(cells).subList(0, identity))) {
            rows.get(table).add(String.join(",", cells));
        }
    }

    private void add(String table, String... cells) {
        identities.add(table + identities.size());
        rows.get(table).add(String.join(",", cells));
    }

    /** The same rows in another order. */
    RandomCases shuffled() {
        rows.values().forEach(table -> Collections.shuffle(table, random));
        return this;
    }

    /** The cases as a data set. */
    ElevenTables tables() {
        ElevenTables tables = new ElevenTables().star(ElevenTables.fivePointExample());
        rows.forEach((name, table) -> tables.table(name, COLUMNS.get(name), table.toArray(String[]::new)));
        return tables;
    }
}
