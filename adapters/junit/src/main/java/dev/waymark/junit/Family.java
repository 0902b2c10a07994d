package dev.waymark.junit;

import dev.waymark.family.FamilyCase;
import dev.waymark.family.Kind;
import dev.waymark.star.Star;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A family in a test, written down as a caseworker would tell it.
 *
 * <pre>{@code
 * family().opened("2015-04-07")
 *         .star(INITIAL, "2015-05-01", area(HOME_AND_MONEY, 3))
 *         .star(CLOSURE, "2015-11-20", area(HOME_AND_MONEY, 6))
 *         .closed("2015-12-01")
 * }</pre>
 *
 * <p>Episodes, forms and incidents are numbered as they are told; the family is numbered by the {@link Council} it is
 * put in, unless it is given an id. <b>Threads:</b> one at a time. <b>Errors:</b> a date that is none, and whatever
 * else a data set would reject, is refused when the {@link Council} is read.
 */
public final class Family {

    private static final String SERVICE = "intensive-family-support";

    private final String id;
    private String district = "";
    private final List<CaseRow> rows = new ArrayList<>();
    private final Set<Star> stars = new LinkedHashSet<>();
    private int lastEpisode = -1;
    private int episodes;
    private int members;
    private int forms;
    private int incidents;

    private Family(String id) {
        this.id = id;
    }

    /** A family that nothing is recorded of. */
    public static Family family() {
        return new Family("");
    }

    /** A family with an id. */
    public static Family family(String id) {
        return new Family(id);
    }

    /** The district that the family lives in. */
    public Family livingIn(String name) {
        district = name;
        return this;
    }

    /** An episode of intensive family support begins. */
    public Family opened(String date) {
        return opened(date, SERVICE);
    }

    /** An episode of a service begins. */
    public Family opened(String date, String service) {
        lastEpisode = rows.size();
        return add(CaseRow.of(
                "episodes",
                "episode_id",
                Integer.toString(++episodes),
                "family_id",
                "",
                "service",
                service,
                "opened",
                date,
                "closed",
                "",
                "worker_id",
                ""));
    }

    /** The episode told last ends. */
    public Family closed(String date) {
        return changeEpisode("closed", date);
    }

    /** Who works with the family in the episode told last. */
    public Family worker(String worker) {
        return changeEpisode("worker_id", worker);
    }

    private Family changeEpisode(String column, String value) {
        if (lastEpisode < 0) {
            throw new IllegalStateException("no episode was opened yet: call opened(...) first");
        }
        rows.set(lastEpisode, rows.get(lastEpisode).with(column, value));
        return this;
    }

    /** A reading of the Family Star Plus; areas that are not named are not scored. */
    public Family star(Kind kind, String date, Score... scores) {
        return star(Star.DEFAULT_ID, kind, date, scores);
    }

    /** A reading of a Star. */
    public Family star(String star, Kind kind, String date, Score... scores) {
        CaseRow reading = CaseRow.of("star_readings", "family_id", "", "date", date, "kind", kind.word(), "star", star);
        for (Score score : scores) {
            reading = reading.with(score.area(), Integer.toString(score.score()));
        }
        return add(reading);
    }

    /** A reading of a Star that the data set then defines. */
    public Family star(Star star, Kind kind, String date, Score... scores) {
        stars.add(star);
        return star(star.id(), kind, date, scores);
    }

    /** A form about the family as a whole. */
    public Family form(Kind kind, String date, FormAnswer... answers) {
        return form(
                CaseRow.of("assessments", "family_id", "", "individual_id", "", "date", date, "kind", kind.word()),
                List.of(answers));
    }

    private Family form(CaseRow form, List<FormAnswer> answers) {
        String number = Integer.toString(++forms);
        add(form.with("assessment_id", number));
        for (FormAnswer answer : answers) {
            add(CaseRow.of("findings", "assessment_id", number, "issue", answer.issue(), "present", answer.present()));
        }
        return this;
    }

    /** A member of the family, with what is recorded of this person. */
    public Family with(Person person) {
        String number = Integer.toString(++members);
        add(person.row().with("individual_id", number));
        for (Person.Own own : person.records()) {
            CaseRow record = own.row().with("individual_id", number);
            switch (record.table()) {
                case "assessments" -> form(record, own.answers());
                case "incidents" -> add(record.with("incident_id", Integer.toString(++incidents)));
                default -> add(record);
            }
        }
        return this;
    }

    /** An incident that names nobody. */
    public Family incident(String kind, String date) {
        return add(CaseRow.of(
                "incidents",
                "incident_id",
                Integer.toString(++incidents),
                "family_id",
                "",
                "individual_id",
                "",
                "date",
                date,
                "kind",
                kind));
    }

    /** A results claim that was made for the family. */
    public Family claimed(String scheme, String date) {
        return claimed(scheme, date, "", "");
    }

    /** A results claim that was made for the family by a route, of an amount in pounds. */
    public Family claimed(String scheme, String date, String route, String amount) {
        return add(CaseRow.of(
                "claims", "family_id", "", "scheme", scheme, "claimed_on", date, "route", route, "amount", amount));
    }

    private Family add(CaseRow row) {
        rows.add(row);
        return this;
    }

    /** The case of this family alone in a period, as at its end. */
    public FamilyCase in(String period) {
        return Council.of(this).cases(period).get(0);
    }

    String id() {
        return id;
    }

    /** The Stars that were told by their definition. */
    Set<Star> stars() {
        return stars;
    }

    /** The rows of the family, as the family of this id. */
    List<CaseRow> rows(String familyId) {
        List<CaseRow> all = new ArrayList<>();
        all.add(CaseRow.of("families", "family_id", "", "district", district).of(familyId));
        rows.forEach(row -> all.add(row.of(familyId)));
        return all;
    }
}
