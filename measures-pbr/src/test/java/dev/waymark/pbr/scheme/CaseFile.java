package dev.waymark.pbr.scheme;

import dev.waymark.data.ListedTables;
import dev.waymark.definition.Definition;
import dev.waymark.family.FamilyCase;
import dev.waymark.family.Period;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One family in a test, judged under a scheme: its records row by row. All tables are there unless one is left out.
 *
 * <p>Unless a test says otherwise the work opened on 2013-04-01, an adult is born 1980, and D is 2014-04-01.
 */
public final class CaseFile {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "families", List.of("family_id"),
            "individuals", List.of("individual_id", "family_id", "birth_date"),
            "episodes", List.of("episode_id", "family_id", "service", "opened", "closed"),
            "star_readings", List.of("family_id", "date", "kind", "boundaries-and-behaviour"),
            "assessments", List.of("assessment_id", "family_id", "individual_id", "date", "kind"),
            "findings", List.of("assessment_id", "issue", "present"),
            "school_terms",
                    List.of(
                            "individual_id",
                            "term_end",
                            "sessions_possible",
                            "sessions_absent",
                            "sessions_unauthorised",
                            "fixed_exclusions"),
            "incidents", List.of("incident_id", "family_id", "individual_id", "date", "kind"),
            "spells", List.of("individual_id", "kind", "type", "start", "end"),
            "claims", List.of("family_id", "scheme", "claimed_on"));

    private final Map<String, List<String[]>> tables = new LinkedHashMap<>();
    private String period = "2013/14";
    private String asAt = "2014-03-31";
    private int ids;

    private CaseFile() {
        COLUMNS.keySet().forEach(table -> tables.put(table, new ArrayList<>()));
        row("families", "F");
    }

    /** A family whose work opened on a day. */
    public static CaseFile opened(String opened) {
        return new CaseFile().episode(opened, "");
    }

    /** A family without any episode. */
    public static CaseFile unopened() {
        return new CaseFile();
    }

    public CaseFile asAt(String day) {
        asAt = day;
        return this;
    }

    public CaseFile period(String label) {
        period = label;
        return this;
    }

    public CaseFile without(String table) {
        tables.remove(table);
        return this;
    }

    public CaseFile episode(String opened, String closed) {
        return row("episodes", "e" + ids++, "F", "ifs", opened, closed);
    }

    public CaseFile member(String id, String born) {
        return row("individuals", id, "F", born);
    }

    public CaseFile incident(String kind, String member, String... days) {
        for (String day : days) {
            row("incidents", "i" + ids++, "F", member, day, kind);
        }
        return this;
    }

    public CaseFile incidents(String kind, int times, String day) {
        for (int i = 0; i < times; i++) {
            incident(kind, "", day);
        }
        return this;
    }

    public CaseFile term(String member, String end, int possible, int absent, int unauthorised, int exclusions) {
        return row(
                "school_terms",
                member,
                end,
                String.valueOf(possible),
                String.valueOf(absent),
                String.valueOf(unauthorised),
                String.valueOf(exclusions));
    }

    public CaseFile spell(String member, String kind, String start, String end) {
        return spell(member, kind, "", start, end);
    }

    public CaseFile spell(String member, String kind, String type, String start, String end) {
        return row("spells", member, kind, type, start, end);
    }

    public CaseFile claim(String scheme, String day) {
        return row("claims", "F", scheme, day);
    }

    /** A form about the family with answers {@code issue=yes}. */
    public CaseFile form(String member, String day, String kind, String... answers) {
        String id = "a" + ids++;
        row("assessments", id, "F", member, day, kind);
        for (String answer : answers) {
            row("findings", id, answer.substring(0, answer.indexOf('=')), answer.substring(answer.indexOf('=') + 1));
        }
        return this;
    }

    public CaseFile reading(String day, String kind, int score) {
        return row("star_readings", "F", day, kind, String.valueOf(score));
    }

    private CaseFile row(String table, String... cells) {
        tables.get(table).add(cells);
        return this;
    }

    public CaseStore store() {
        ListedTables listed = new ListedTables();
        tables.forEach((table, rows) -> {
            listed.table(table, COLUMNS.get(table).toArray(String[]::new));
            rows.forEach(listed::row);
        });
        return CaseStore.read(listed);
    }

    public FamilyCase family() {
        return FamilyCase.over(store(), Period.parse(period), LocalDate.parse(asAt))
                .moveTo(0);
    }

    public static Scheme scheme(String id, String... own) {
        List<Definition> definitions = new ArrayList<>();
        for (String json : own) {
            definitions.add(Definition.parse("plan.json", json));
        }
        return SchemeBook.of(definitions, IssueTaxonomy.familySupport(), List.of(Star.familyStarPlus()))
                .scheme(id);
    }

    public FamilyResult result(String scheme, String... own) {
        FamilyCase family = family();
        Scheme judged = scheme(scheme, own);
        if (judged.standing(family) != Standing.EVALUATED) {
            throw new AssertionError("the family is " + judged.standing(family));
        }
        return judged.judge(family);
    }

    public FamilyResult phase1() {
        return result("troubled-families-1");
    }

    public FamilyResult phase2() {
        return result("troubled-families-2");
    }

    /** The decision on a criterion, in words without what is missing. */
    public String criterion(String scheme, String criterion) {
        FamilyResult result = result(scheme);
        return words(result.criteria().get(scheme(scheme).criteria().indexOf(criterion)));
    }

    public String phase1(String criterion) {
        return criterion("troubled-families-1", criterion);
    }

    public String phase2(String criterion) {
        return criterion("troubled-families-2", criterion);
    }

    /** The decision on the only criterion of a scheme made of it. */
    public String of(String criterionJson) {
        String scheme = "{\"format\":\"waymark-scheme/1\",\"id\":\"one\",\"extends\":\"troubled-families-1\","
                + "\"criteria\":[{\"id\":\"it\",\"title\":\"It\"," + criterionJson.substring(1) + "]}";
        FamilyResult result = result("one", scheme.replace('\'', '"'));
        return words(result.criteria().get(result.criteria().size() - 1));
    }

    public static String words(dev.waymark.pbr.decision.Decision decision) {
        return decision.inWords().replaceFirst("^insufficient-data.*", "insufficient-data");
    }
}
