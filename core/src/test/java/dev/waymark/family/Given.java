package dev.waymark.family;

import dev.waymark.data.ListedTables;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A data set in a test, written down family by family: what is said last belongs to the family named last. */
public final class Given {

    private static final Star STAR = Star.familyStarPlus();

    private final Map<String, List<String[]>> tables = new LinkedHashMap<>();
    private String family = "";

    private Given() {}

    public static Given family(String id) {
        return new Given().andFamily(id, "");
    }

    public static Given family(String id, String district) {
        return new Given().andFamily(id, district);
    }

    public Given andFamily(String id, String district) {
        family = id;
        return row("families", id, district);
    }

    public Given episode(String id, String opened, String closed) {
        return episode(id, "intensive-family-support", opened, closed, "");
    }

    public Given episode(String id, String service, String opened, String closed, String worker) {
        return row("episodes", id, family, service, opened, closed, worker);
    }

    public Given member(String id, String birthDate) {
        return member(id, birthDate, "", "");
    }

    public Given member(String id, String birthDate, String sex, String ethnicity) {
        return row("individuals", id, family, birthDate, sex, ethnicity);
    }

    /** A reading of the Family Star Plus with these scores in the Star's order; areas left out are not scored. */
    public Given reading(String date, String kind, Integer... scores) {
        String[] row = new String[3 + STAR.areas().size()];
        Arrays.fill(row, "");
        row[0] = family;
        row[1] = date;
        row[2] = kind;
        for (int area = 0; area < scores.length; area++) {
            row[3 + area] = scores[area] == null ? "" : scores[area].toString();
        }
        return row("star_readings", row);
    }

    public Given form(String id, String member, String date, String kind) {
        return row("assessments", id, family, member, date, kind);
    }

    public Given answer(String form, String issue, String present) {
        return row("findings", form, issue, present);
    }

    public Given incident(String id, String member, String date, String kind, String followedUpOn) {
        return row("incidents", id, family, member, date, kind, followedUpOn);
    }

    public Given spell(String member, String kind, String start, String end) {
        return row("spells", member, kind, "", start, end);
    }

    public Given term(String member, String end) {
        return row("school_terms", member, end, "100", "10", "5", "0");
    }

    public Given claim(String scheme, String claimedOn) {
        return row("claims", family, scheme, claimedOn);
    }

    private Given row(String table, String... cells) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(cells);
        return this;
    }

    /** The data set read; none of it may be wrong. */
    public CaseStore store() {
        CaseStore store = CaseStore.read(source());
        if (!store.quality().rejected().isEmpty()) {
            throw new IllegalStateException(
                    "given rows are wrong: " + store.quality().rejected());
        }
        return store;
    }

    /** The data set; it has the tables that something was said for, and episodes. */
    public ListedTables source() {
        Map<String, List<String>> columns = Map.of(
                "families", List.of("family_id", "district"),
                "individuals", List.of("individual_id", "family_id", "birth_date", "sex", "ethnicity"),
                "episodes", List.of("episode_id", "family_id", "service", "opened", "closed", "worker_id"),
                "star_readings",
                        Stream.concat(
                                        Stream.of("family_id", "date", "kind"),
                                        STAR.areas().stream().map(Area::code))
                                .toList(),
                "assessments", List.of("assessment_id", "family_id", "individual_id", "date", "kind"),
                "findings", List.of("assessment_id", "issue", "present"),
                "incidents", List.of("incident_id", "family_id", "individual_id", "date", "kind", "followed_up_on"),
                "spells", List.of("individual_id", "kind", "type", "start", "end"),
                "school_terms",
                        List.of(
                                "individual_id",
                                "term_end",
                                "sessions_possible",
                                "sessions_absent",
                                "sessions_unauthorised",
                                "fixed_exclusions"),
                "claims", List.of("family_id", "scheme", "claimed_on"));
        tables.computeIfAbsent("episodes", t -> new ArrayList<>());
        ListedTables listed = new ListedTables();
        tables.forEach((table, rows) -> {
            listed.table(table, columns.get(table).toArray(String[]::new));
            rows.forEach(listed::row);
        });
        return listed;
    }

    /** The case of the first family in 2015/16, as at the end of the year. */
    public FamilyCase in2015() {
        return in("2015/16", "2016-03-31");
    }

    /** The case of the first family in a period. */
    public FamilyCase in(String period, String asAt) {
        return FamilyCase.over(store(), Period.parse(period), LocalDate.parse(asAt))
                .moveTo(0);
    }
}
