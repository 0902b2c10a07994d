package dev.waymark.reference;

import dev.waymark.reference.ReferenceSchema.Column;
import dev.waymark.reference.ReferenceSchema.Harm;
import dev.waymark.reference.ReferenceSchema.Kind;
import dev.waymark.reference.ReferenceSchema.TableShape;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rejection rules of the data format, each applied by going through all rows. */
public final class ReferenceRules {

    /**
     * One entry of the data-quality list.
     *
     * @param table the table
     * @param line the line of the row
     * @param column the column, or null where the row has the wrong number of fields
     * @param code the code of the rule
     */
    public record Rejection(String table, int line, String column, String code) {

        @Override
        public String toString() {
            return table + ":" + line + " " + column + " " + code;
        }
    }

    /**
     * A row that stands, a value that is lost or not there being empty, words as the format writes them.
     *
     * @param line the line of the row
     * @param values the value of every column of the table and of every area of the reading's Star
     */
    public record AcceptedRow(int line, Map<String, String> values) {

        /** The value of the column, empty if not recorded. */
        public String get(String column) {
            return values.getOrDefault(column, "");
        }

        /** The date in the column, or null if not recorded. */
        LocalDate date(String column) {
            return get(column).isEmpty() ? null : LocalDate.parse(get(column));
        }
    }

    private final ReferenceData data;
    private final List<ReferenceStar> stars;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, List<AcceptedRow>> accepted = new LinkedHashMap<>();
    private final Map<String, Map<List<String>, AcceptedRow>> acceptedByIdentity = new LinkedHashMap<>();

    /** Applies the rules to a data set whose only Star is the Family Star Plus. */
    public ReferenceRules(ReferenceData data) {
        this(data, List.of(ReferenceStar.FAMILY_STAR_PLUS));
    }

    /** Applies the rules to a data set with the Stars that are defined for it. */
    public ReferenceRules(ReferenceData data, List<ReferenceStar> stars) {
        this.data = data;
        this.stars = List.copyOf(stars);
        for (TableShape shape : ReferenceSchema.TABLES) {
            if (data.table(shape.name()).isPresent()) {
                check(shape, data.table(shape.name()).get());
            }
        }
    }

    /** The list of the report: "Order of the list: tables as above, then line, then column." */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** The accepted rows of each table that is there, in the order of the file. */
    public Map<String, List<AcceptedRow>> accepted() {
        return accepted;
    }

    /** The accepted rows of a table, none if the table is absent. */
    List<AcceptedRow> accepted(String table) {
        return accepted.getOrDefault(table, List.of());
    }

    /** Whether the data set has the table: "A table with a header and no rows is there and empty." */
    boolean isPresent(String table) {
        return data.table(table).isPresent();
    }

    private void check(TableShape shape, ReferenceData.Table table) {
        accepted.put(shape.name(), new ArrayList<>());
        acceptedByIdentity.put(shape.name(), new HashMap<>());
        for (ReferenceData.Row row : table.rows()) {
            // "malformed (column null): wrong number of fields"
            if (row.cells().size() != table.header().size()) {
                rejections.add(new Rejection(shape.name(), row.line(), null, "malformed"));
                continue;
            }
            Map<String, String> values = values(shape, table.header(), row.cells());
            List<Rejection> lost = loseBadValues(shape, row.line(), values);
            Optional<Rejection> rejection = firstRejection(shape, row.line(), values);
            if (rejection.isPresent()) {
                // "in a row that is itself rejected they are not listed besides"
                rejections.add(rejection.get());
            } else {
                rejections.addAll(lost);
                AcceptedRow standing = new AcceptedRow(row.line(), values);
                accepted.get(shape.name()).add(standing);
                acceptedByIdentity.get(shape.name()).put(identity(shape, values), standing);
            }
        }
    }

    /** The values by column; a column that the file does not have is empty; words as the format writes them. */
    private Map<String, String> values(TableShape shape, List<String> header, List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : shape.columns()) {
            int place = header.indexOf(column.name());
            String value = place < 0 ? "" : cells.get(place);
            if (column.kind() == Kind.WORD) {
                value = word(column, value);
            }
            // "star (empty or no column = family-star-plus)"
            if (column.kind() == Kind.STAR && value.isEmpty()) {
                value = ReferenceStar.FAMILY_STAR_PLUS.id();
            }
            values.put(column.name(), value);
        }
        if (shape.name().equals("star_readings")) {
            for (String area : starOf(values).map(ReferenceStar::areas).orElse(List.of())) {
                int place = header.indexOf(area);
                values.put(area, place < 0 ? "" : cells.get(place));
            }
        }
        return values;
    }

    /** "Fixed words ({@code yes}, {@code initial}, ...) are matched without regard to case." */
    private static String word(Column column, String value) {
        for (String word : column.words()) {
            if (word.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))) {
                return word;
            }
        }
        return value;
    }

    private Optional<ReferenceStar> starOf(Map<String, String> values) {
        return stars.stream()
                .filter(star -> star.id().equals(values.get("star")))
                .findFirst();
    }

    /**
     * "Value rejections: a malformed or out-of-range value in an optional column ({@code sex}, {@code birth_date},
     * {@code followed_up_on}, {@code amount}, an area's score) loses that value alone, which is then not recorded; it
     * is listed like a row, and the row stands", "all bad scores of a reading are listed, in column order".
     */
    private List<Rejection> loseBadValues(TableShape shape, int line, Map<String, String> values) {
        List<Rejection> lost = new ArrayList<>();
        for (Column column : shape.columns()) {
            String value = values.get(column.name());
            if (column.harm() == Harm.VALUE_LOST && !value.isEmpty()) {
                if (isMalformed(column, value)) {
                    lost.add(new Rejection(shape.name(), line, column.name(), "malformed"));
                    values.put(column.name(), "");
                } else if (isOutOfRange(column, value)) {
                    lost.add(new Rejection(shape.name(), line, column.name(), "out-of-range"));
                    values.put(column.name(), "");
                }
            }
        }
        if (shape.name().equals("star_readings") && starOf(values).isPresent()) {
            ReferenceStar star = starOf(values).get();
            for (String area : star.areas()) {
                String score = values.get(area);
                // "A score outside the Star's scale is out-of-range, one that is no whole number malformed"
                if (!score.isEmpty() && !isWholeNumber(score)) {
                    lost.add(new Rejection(shape.name(), line, area, "malformed"));
                    values.put(area, "");
                } else if (!score.isEmpty() && !isBetween(score, star.minScore(), star.maxScore())) {
                    lost.add(new Rejection(shape.name(), line, area, "out-of-range"));
                    values.put(area, "");
                }
            }
        }
        return lost;
    }

    /** "One row has one entry, the first that applies in this order". */
    private Optional<Rejection> firstRejection(TableShape shape, int line, Map<String, String> values) {
        return missing(shape, values)
                .map(column -> new Rejection(shape.name(), line, column, "missing"))
                .or(() ->
                        malformed(shape, values).map(column -> new Rejection(shape.name(), line, column, "malformed")))
                .or(() -> outOfRange(shape, values)
                        .map(column -> new Rejection(shape.name(), line, column, "out-of-range")))
                .or(() -> orphan(shape, values).map(column -> new Rejection(shape.name(), line, column, "orphan")))
                .or(() ->
                        duplicate(shape, values).map(column -> new Rejection(shape.name(), line, column, "duplicate")))
                .or(() -> contradiction(shape, values)
                        .map(column -> new Rejection(shape.name(), line, column, "contradiction")));
    }

    /** "{@code missing}: a required value is empty". */
    private static Optional<String> missing(TableShape shape, Map<String, String> values) {
        return shape.columns().stream()
                .filter(column -> column.required() && values.get(column.name()).isEmpty())
                .map(Column::name)
                .findFirst();
    }

    private Optional<String> malformed(TableShape shape, Map<String, String> values) {
        return shape.columns().stream()
                .filter(column -> !values.get(column.name()).isEmpty())
                .filter(column -> isMalformed(column, values.get(column.name())))
                .map(Column::name)
                .findFirst();
    }

    private static Optional<String> outOfRange(TableShape shape, Map<String, String> values) {
        return shape.columns().stream()
                .filter(column -> !values.get(column.name()).isEmpty())
                .filter(column -> isOutOfRange(column, values.get(column.name())))
                .map(Column::name)
                .findFirst();
    }

    /** "{@code orphan}: refers to an id that no accepted row has". */
    private Optional<String> orphan(TableShape shape, Map<String, String> values) {
        for (Column column : shape.columns()) {
            if (column.kind() == Kind.REFERENCE && !values.get(column.name()).isEmpty()) {
                if (find(column.refersTo(), values.get(column.name())).isEmpty()) {
                    return Optional.of(column.name());
                }
            }
        }
        return Optional.empty();
    }

    /** The accepted row with the id. */
    private Optional<AcceptedRow> find(String table, String id) {
        return Optional.ofNullable(
                acceptedByIdentity.getOrDefault(table, Map.of()).get(List.of(id)));
    }

    /**
     * "{@code duplicate}: an accepted earlier row has the same identity: the id; star reading: family, star, date,
     * kind; finding: assessment, issue; school term: individual, term_end; spell: individual, kind, type, start; claim:
     * family, scheme, claimed_on"; listed: "the first identity column".
     */
    private Optional<String> duplicate(TableShape shape, Map<String, String> values) {
        // "(no identity: each row counts)"
        boolean isTwice = !shape.identity().isEmpty()
                && acceptedByIdentity.get(shape.name()).containsKey(identity(shape, values));
        return isTwice ? Optional.of(shape.identity().get(0)) : Optional.empty();
    }

    private static List<String> identity(TableShape shape, Map<String, String> values) {
        return shape.identity().stream().map(values::get).toList();
    }

    private Optional<String> contradiction(TableShape shape, Map<String, String> values) {
        return switch (shape.name()) {
            case "episodes" -> contradictionOfEpisode(values);
            case "spells" -> contradictionOfSpell(values);
            case "assessments" -> contradictionOfForm(values);
            case "incidents" -> contradictionOfIncident(values);
            case "school_terms" -> contradictionOfTerm(values);
            default -> Optional.empty();
        };
    }

    /** "{@code closed} before {@code opened} (closed)". */
    private static Optional<String> contradictionOfEpisode(Map<String, String> values) {
        return isBefore(values.get("closed"), values.get("opened")) ? Optional.of("closed") : Optional.empty();
    }

    /** "{@code end} before {@code start} (end)". */
    private static Optional<String> contradictionOfSpell(Map<String, String> values) {
        return isBefore(values.get("end"), values.get("start")) ? Optional.of("end") : Optional.empty();
    }

    /**
     * "a form or incident whose individual is of another family (individual_id); a form more than 300 days before the
     * birth of the person it is about (date)".
     */
    private Optional<String> contradictionOfForm(Map<String, String> values) {
        if (isOfAnotherFamily(values)) {
            return Optional.of("individual_id");
        }
        LocalDate birth = birthOfIndividual(values);
        if (birth != null && LocalDate.parse(values.get("date")).isBefore(birth.minusDays(300))) {
            return Optional.of("date");
        }
        return Optional.empty();
    }

    /**
     * "a form or incident whose individual is of another family (individual_id)", "an incident before the birth of its
     * individual (date)", "{@code followed_up_on} before {@code date} (followed_up_on)".
     */
    private Optional<String> contradictionOfIncident(Map<String, String> values) {
        if (isOfAnotherFamily(values)) {
            return Optional.of("individual_id");
        }
        LocalDate birth = birthOfIndividual(values);
        if (birth != null && LocalDate.parse(values.get("date")).isBefore(birth)) {
            return Optional.of("date");
        }
        return isBefore(values.get("followed_up_on"), values.get("date"))
                ? Optional.of("followed_up_on")
                : Optional.empty();
    }

    /** "absent &gt; possible (sessions_absent), unauthorised &gt; absent (sessions_unauthorised)". */
    private static Optional<String> contradictionOfTerm(Map<String, String> values) {
        BigInteger possible = new BigInteger(values.get("sessions_possible"));
        BigInteger absent = new BigInteger(values.get("sessions_absent"));
        BigInteger unauthorised = new BigInteger(values.get("sessions_unauthorised"));
        if (absent.compareTo(possible) > 0) {
            return Optional.of("sessions_absent");
        }
        return unauthorised.compareTo(absent) > 0 ? Optional.of("sessions_unauthorised") : Optional.empty();
    }

    private boolean isOfAnotherFamily(Map<String, String> values) {
        return find("individuals", values.get("individual_id"))
                .filter(individual -> !individual.get("family_id").equals(values.get("family_id")))
                .isPresent();
    }

    private LocalDate birthOfIndividual(Map<String, String> values) {
        return find("individuals", values.get("individual_id"))
                .map(individual -> individual.date("birth_date"))
                .orElse(null);
    }

    private static boolean isBefore(String laterDate, String earlierDate) {
        return !laterDate.isEmpty() && LocalDate.parse(laterDate).isBefore(LocalDate.parse(earlierDate));
    }

    /**
     * "not a date, not a whole number, not an amount (whole, or one or two decimals, a sign allowed), not one of the
     * column's words, a year not like 2015/16, a Star without definition".
     */
    private boolean isMalformed(Column column, String value) {
        return switch (column.kind()) {
            case TEXT, REFERENCE -> false;
            case DATE -> !isDate(value);
            case WORD -> !column.words().contains(value);
            case COUNT -> !isWholeNumber(value);
            case AMOUNT -> !value.matches("[+-]?[0-9]+(\\.[0-9]{1,2})?");
            case YEAR -> !isYear(value);
            case STAR -> stars.stream().noneMatch(star -> star.id().equals(value));
        };
    }

    /** "Dates are ISO 8601 ({@code 2015-04-01})". */
    static boolean isDate(String value) {
        if (!value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return false;
        }
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isWholeNumber(String value) {
        return value.matches("-?[0-9]+");
    }

    /** "a year not like 2015/16": four digits and the last two of the year after. */
    private static boolean isYear(String value) {
        return value.matches("[0-9]{4}/[0-9]{2}")
                && (Integer.parseInt(value.substring(0, 4)) + 1) % 100 == Integer.parseInt(value.substring(5));
    }

    /** "a count below 0 or over 2147483647; a date before 1900-01-01 or after 2100-12-31". */
    private static boolean isOutOfRange(Column column, String value) {
        return switch (column.kind()) {
            case DATE ->
                LocalDate.parse(value).isBefore(LocalDate.of(1900, 1, 1))
                        || LocalDate.parse(value).isAfter(LocalDate.of(2100, 12, 31));
            case COUNT -> !isBetween(value, 0, 2147483647);
            case TEXT, REFERENCE, WORD, AMOUNT, YEAR, STAR -> false;
        };
    }

    private static boolean isBetween(String wholeNumber, int least, int greatest) {
        BigInteger number = new BigInteger(wholeNumber);
        return number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(greatest)) <= 0;
    }
}
