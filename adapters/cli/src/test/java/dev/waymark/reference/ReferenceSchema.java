package dev.waymark.reference;

import java.util.ArrayList;
import java.util.List;

/** The eleven tables of the data format, in its order. */
final class ReferenceSchema {

    /** What a column holds. */
    enum Kind {
        TEXT,
        REFERENCE,
        DATE,
        WORD,
        COUNT,
        AMOUNT,
        YEAR,
        STAR
    }

    /** What becomes of a row whose value in the column is malformed or out of range. */
    enum Harm {
        ROW_REJECTED,
        VALUE_LOST
    }

    /**
     * A column of a table.
     *
     * @param name the column's name
     * @param kind what it holds
     * @param required whether the format marks it with a star
     * @param harm what a bad value does
     * @param words the words that are allowed, of the kind {@code WORD}
     * @param refersTo the table whose id it holds, of the kind {@code REFERENCE}, else empty
     */
    record Column(String name, Kind kind, boolean required, Harm harm, List<String> words, String refersTo) {}

    /**
     * A table.
     *
     * @param name the table's name
     * @param columns its columns in the order of the format (areas of a Star left out)
     * @param identity the columns that identify a row, the one to be listed first; none where every row counts
     */
    record TableShape(String name, List<Column> columns, List<String> identity) {}

    private static final List<String> FORM_KINDS = List.of("initial", "review", "closure");

    static final List<TableShape> TABLES = List.of(
            new TableShape("families", List.of(text("family_id", true), text("district", false)), List.of("family_id")),
            new TableShape(
                    "individuals",
                    List.of(
                            text("individual_id", true),
                            reference("family_id", true, "families"),
                            new Column("birth_date", Kind.DATE, false, Harm.VALUE_LOST, List.of(), ""),
                            new Column("sex", Kind.WORD, false, Harm.VALUE_LOST, List.of("F", "M", "X"), ""),
                            text("ethnicity", false)),
                    List.of("individual_id")),
            new TableShape(
                    "episodes",
                    List.of(
                            text("episode_id", true),
                            reference("family_id", true, "families"),
                            text("service", true),
                            date("opened", true),
                            date("closed", false),
                            text("worker_id", false)),
                    List.of("episode_id")),
            new TableShape(
                    "star_readings",
                    List.of(
                            reference("family_id", true, "families"),
                            date("date", true),
                            word("kind", FORM_KINDS),
                            new Column("star", Kind.STAR, false, Harm.ROW_REJECTED, List.of(), "")),
                    List.of("family_id", "star", "date", "kind")),
            new TableShape(
                    "assessments",
                    List.of(
                            text("assessment_id", true),
                            reference("family_id", true, "families"),
                            reference("individual_id", false, "individuals"),
                            date("date", true),
                            word("kind", FORM_KINDS)),
                    List.of("assessment_id")),
            new TableShape(
                    "findings",
                    List.of(
                            reference("assessment_id", true, "assessments"),
                            text("issue", true),
                            word("present", List.of("yes", "no", "unknown"))),
                    List.of("assessment_id", "issue")),
            new TableShape(
                    "school_terms",
                    List.of(
                            reference("individual_id", true, "individuals"),
                            date("term_end", true),
                            count("sessions_possible"),
                            count("sessions_absent"),
                            count("sessions_unauthorised"),
                            count("fixed_exclusions")),
                    List.of("individual_id", "term_end")),
            new TableShape(
                    "incidents",
                    List.of(
                            text("incident_id", true),
                            reference("family_id", true, "families"),
                            reference("individual_id", false, "individuals"),
                            date("date", true),
                            word(
                                    "kind",
                                    List.of("asb", "offence", "domestic-abuse", "police-callout", "missing-episode")),
                            new Column("followed_up_on", Kind.DATE, false, Harm.VALUE_LOST, List.of(), "")),
                    List.of("incident_id")),
            new TableShape(
                    "spells",
                    List.of(
                            reference("individual_id", true, "individuals"),
                            word(
                                    "kind",
                                    List.of(
                                            "out-of-work-benefit",
                                            "employment",
                                            "training",
                                            "volunteering",
                                            "work-programme",
                                            "in-need-plan",
                                            "protection-plan")),
                            text("type", false),
                            date("start", true),
                            date("end", false)),
                    List.of("individual_id", "kind", "type", "start")),
            new TableShape(
                    "claims",
                    List.of(
                            reference("family_id", true, "families"),
                            text("scheme", true),
                            date("claimed_on", true),
                            text("route", false),
                            new Column("amount", Kind.AMOUNT, false, Harm.VALUE_LOST, List.of(), "")),
                    List.of("family_id", "scheme", "claimed_on")),
            new TableShape(
                    "budget",
                    List.of(
                            new Column("year", Kind.YEAR, true, Harm.ROW_REJECTED, List.of(), ""),
                            word("kind", List.of("income", "expenditure", "adjustment")),
                            text("line", true),
                            text("organisation", false),
                            new Column("amount", Kind.AMOUNT, true, Harm.ROW_REJECTED, List.of(), "")),
                    List.of()));

    private ReferenceSchema() {}

    /** The shape of the table with the name. */
    static TableShape table(String name) {
        for (TableShape shape : TABLES) {
            if (shape.name().equals(name)) {
                return shape;
            }
        }
        throw new IllegalArgumentException("no table " + name);
    }

    /** The names of the eleven tables in the order of the format. */
    static List<String> tableNames() {
        List<String> names = new ArrayList<>();
        for (TableShape shape : TABLES) {
            names.add(shape.name());
        }
        return names;
    }

    private static Column text(String name, boolean required) {
        return new Column(name, Kind.TEXT, required, Harm.ROW_REJECTED, List.of(), "");
    }

    private static Column reference(String name, boolean required, String table) {
        return new Column(name, Kind.REFERENCE, required, Harm.ROW_REJECTED, List.of(), table);
    }

    private static Column date(String name, boolean required) {
        return new Column(name, Kind.DATE, required, Harm.ROW_REJECTED, List.of(), "");
    }

    private static Column word(String name, List<String> words) {
        return new Column(name, Kind.WORD, true, Harm.ROW_REJECTED, words, "");
    }

    private static Column count(String name) {
        return new Column(name, Kind.COUNT, true, Harm.ROW_REJECTED, List.of(), "");
    }
}
