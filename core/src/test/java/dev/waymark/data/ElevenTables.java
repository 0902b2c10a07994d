package dev.waymark.data;

import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set of all eleven tables whose rows all stand, to which a test adds the rows it is about.
 *
 * <p>A row is written as in a CSV file without quotes. The first row that a test adds stands on line 4 of families and
 * individuals and on line 3 of every other table.
 */
public final class ElevenTables {

    private final Map<String, List<String>> tables = new LinkedHashMap<>();
    private final List<Star> stars = new ArrayList<>();

    /** The rows that stand. */
    public ElevenTables() {
        table("families", "family_id,district", "1,Blaby", "2,Harborough");
        table(
                "individuals",
                "individual_id,family_id,birth_date,sex,ethnicity",
                "11,1,2001-05-06,F,White British",
                "21,2,1980-01-01,M,");
        table(
                "episodes",
                "episode_id,family_id,service,opened,closed,worker_id",
                "E1,1,intensive-family-support,2015-04-07,,W1");
        table(
                "star_readings",
                "family_id,date,kind,star,physical-health,your-well-being,meeting-emotional-needs",
                "1,2015-05-01,initial,,3,4,5");
        table("assessments", "assessment_id,family_id,individual_id,date,kind", "A1,1,11,2015-05-01,initial");
        table("findings", "assessment_id,issue,present", "A1,school-absence,yes");
        table(
                "school_terms",
                "individual_id,term_end,sessions_possible,sessions_absent,sessions_unauthorised,fixed_exclusions",
                "11,2015-07-20,120,10,2,0");
        table(
                "incidents",
                "incident_id,family_id,individual_id,date,kind,followed_up_on",
                "I1,1,11,2015-06-01,missing-episode,2015-06-03");
        table("spells", "individual_id,kind,type,start,end", "21,training,,2015-01-01,");
        table("claims", "family_id,scheme,claimed_on,route,amount", "1,pbr,2016-01-01,employment,800.00");
        table("budget", "year,kind,line,organisation,amount", "2015/16,income,Grant,County,100");
    }

    /** Puts a table in the place of the one of this name. */
    public ElevenTables table(String name, String columns, String... rows) {
        List<String> lines = new ArrayList<>(List.of(columns));
        lines.addAll(Arrays.asList(rows));
        tables.put(name, lines);
        return this;
    }

    /** Adds rows to a table. */
    public ElevenTables rows(String table, String... rows) {
        tables.get(table).addAll(Arrays.asList(rows));
        return this;
    }

    /** Leaves a table out. */
    public ElevenTables without(String table) {
        tables.remove(table);
        return this;
    }

    /** Adds a Star that readings may name. */
    public ElevenTables star(Star star) {
        stars.add(star);
        return this;
    }

    /** A made-up Star with eight areas and scores 1 to 5; its last area is one of the Family Star Plus too. */
    public static Star fivePointExample() {
        return Star.read(Definition.resource(Star.class, "five-point-example.json"));
    }

    /** The data set as a source. */
    public ListedTables source() {
        ListedTables source = new ListedTables();
        tables.forEach((name, lines) -> {
            source.ownTable(name, cells(lines.get(0)));
            lines.stream().skip(1).forEach(line -> source.row(cells(line)));
        });
        stars.forEach(source::star);
        return source;
    }

    /** The data set read. */
    public CaseStore read() {
        return CaseStore.read(source());
    }

    /** What is rejected of the data set, a line each. */
    public List<String> rejected() {
        return read().quality().rejected().stream().map(Rejection::toString).toList();
    }

    private static String[] cells(String line) {
        return line.split(",", -1);
    }
}
