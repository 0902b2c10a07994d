package dev.waymark.reference;

import dev.waymark.reference.ReferenceRules.AcceptedRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records that exist for a run: the accepted rows as they stood on the as-at date, of all families or a stratum.
 */
final class ReferenceRecords {

    /** What stands for an empty district, ethnicity or age. */
    static final String NOT_RECORDED = "not-recorded";

    /** A row of {@code families}, an empty district being {@code not-recorded}. */
    record Family(String id, String district) {}

    /** A row of {@code individuals}, {@code birth} null if not recorded. */
    record Person(String id, String family, LocalDate birth, String ethnicity) {}

    /** A row of {@code episodes}, {@code closed} null while it is open. */
    record Episode(String id, String family, String service, LocalDate opened, LocalDate closed, String worker) {}

    /** A dated initial, review or closure: a reading or a form. */
    interface Dated {

        /** The day of the reading or form. */
        LocalDate date();

        /** Initial, review or closure. */
        String kind();

        /** What decides between two of one subject, date and kind: the id of a form, nothing for a reading. */
        String id();
    }

    /** A row of {@code star_readings} with the scores that are recorded. */
    record Reading(String family, LocalDate date, String kind, String star, Map<String, Integer> scores)
            implements Dated {

        @Override
        public String id() {
            return "";
        }
    }

    /** A row of {@code assessments} with the answers of its findings; {@code individual} empty on the family's form. */
    record Form(String id, String family, String individual, LocalDate date, String kind, Map<String, String> answers)
            implements Dated {}

    /** A row of {@code incidents}, {@code followedUpOn} null if not recorded. */
    record Incident(String id, String family, String individual, LocalDate date, String kind, LocalDate followedUpOn) {}

    /** A row of {@code school_terms}. */
    record Term(String individual, LocalDate end, long possible, long absent, long unauthorised, long exclusions) {}

    /** A row of {@code spells}, {@code end} null while it goes on. */
    record Spell(String individual, String kind, String type, LocalDate start, LocalDate end) {}

    /** A row of {@code claims}. */
    record Claim(String family, String scheme, LocalDate claimedOn) {}

    /** A row of {@code budget}, an empty organisation being {@code not-recorded}. */
    record BudgetLine(String year, String kind, String organisation, BigDecimal pounds) {}

    /** The tables that only payment by results reads. */
    private record ForResults(List<Term> terms, List<Spell> spells, List<Claim> claims, List<BudgetLine> budget) {

        static ForResults seenAt(ReferenceRules rules, LocalDate asAt, List<String> bornLater) {
            List<Term> terms = new ArrayList<>();
            for (AcceptedRow row : rules.accepted("school_terms")) {
                if (!row.date("term_end").isAfter(asAt) && !bornLater.contains(row.get("individual_id"))) {
                    terms.add(new Term(
                            row.get("individual_id"),
                            row.date("term_end"),
                            Long.parseLong(row.get("sessions_possible")),
                            Long.parseLong(row.get("sessions_absent")),
                            Long.parseLong(row.get("sessions_unauthorised")),
                            Long.parseLong(row.get("fixed_exclusions"))));
                }
            }
            List<Spell> spells = new ArrayList<>();
            for (AcceptedRow row : rules.accepted("spells")) {
                if (!row.date("start").isAfter(asAt) && !bornLater.contains(row.get("individual_id"))) {
                    spells.add(new Spell(
                            row.get("individual_id"),
                            row.get("kind"),
                            row.get("type"),
                            row.date("start"),
                            emptyIfAfter(row.date("end"), asAt)));
                }
            }
            List<Claim> claims = new ArrayList<>();
            for (AcceptedRow row : rules.accepted("claims")) {
                if (!row.date("claimed_on").isAfter(asAt)) {
                    claims.add(new Claim(row.get("family_id"), row.get("scheme"), row.date("claimed_on")));
                }
            }
            List<BudgetLine> budget = new ArrayList<>();
            for (AcceptedRow row : rules.accepted("budget")) {
                budget.add(new BudgetLine(
                        row.get("year"),
                        row.get("kind"),
                        orNotRecorded(row.get("organisation")),
                        new BigDecimal(row.get("amount"))));
            }
            return new ForResults(terms, spells, claims, budget);
        }
    }

    private final Set<String> tables;
    private final List<Family> families;
    private final List<Person> persons;
    private final List<Episode> episodes;
    private final List<Reading> readings;
    private final List<Form> forms;
    private final List<Incident> incidents;
    private final ForResults forResults;
    private final Map<String, List<Person>> personsOfFamily;
    private final Map<String, List<Episode>> episodesOfFamily;
    private final Map<String, List<Reading>> readingsOfFamily;
    private final Map<String, List<Form>> formsOfFamily;

    private ReferenceRecords(
            Set<String> tables,
            List<Family> families,
            List<Person> persons,
            List<Episode> episodes,
            List<Reading> readings,
            List<Form> forms,
            List<Incident> incidents,
            ForResults forResults) {
        this.tables = tables;
        this.families = families;
        this.persons = persons;
        this.episodes = episodes;
        this.readings = readings;
        this.forms = forms;
        this.incidents = incidents;
        this.forResults = forResults;
        this.personsOfFamily = persons.stream().collect(Collectors.groupingBy(Person::family));
        this.episodesOfFamily = episodes.stream().collect(Collectors.groupingBy(Episode::family));
        this.readingsOfFamily = readings.stream().collect(Collectors.groupingBy(Reading::family));
        this.formsOfFamily = forms.stream().collect(Collectors.groupingBy(Form::family));
    }

    /**
     * "As-at date: nothing after it exists for the run. Records dated later and episodes opened later are not seen,
     * persons born later neither, nor any record that names them; a closing, an end or a follow-up after it is empty."
     */
    static ReferenceRecords seenAt(ReferenceRules rules, LocalDate asAt) {
        List<Family> families = new ArrayList<>();
        for (AcceptedRow row : rules.accepted("families")) {
            families.add(new Family(row.get("family_id"), orNotRecorded(row.get("district"))));
        }
        List<Person> persons = new ArrayList<>();
        List<String> bornLater = new ArrayList<>();
        for (AcceptedRow row : rules.accepted("individuals")) {
            LocalDate birth = row.date("birth_date");
            if (birth != null && birth.isAfter(asAt)) {
                bornLater.add(row.get("individual_id"));
            } else {
                persons.add(new Person(
                        row.get("individual_id"), row.get("family_id"), birth, orNotRecorded(row.get("ethnicity"))));
            }
        }
        List<Episode> episodes = new ArrayList<>();
        for (AcceptedRow row : rules.accepted("episodes")) {
            if (!row.date("opened").isAfter(asAt)) {
                episodes.add(new Episode(
                        row.get("episode_id"),
                        row.get("family_id"),
                        row.get("service"),
                        row.date("opened"),
                        emptyIfAfter(row.date("closed"), asAt),
                        row.get("worker_id")));
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (AcceptedRow row : rules.accepted("star_readings")) {
            if (!row.date("date").isAfter(asAt)) {
                readings.add(new Reading(
                        row.get("family_id"), row.date("date"), row.get("kind"), row.get("star"), scores(row)));
            }
        }
        Map<String, Map<String, String>> answers = answers(rules);
        List<Form> forms = new ArrayList<>();
        for (AcceptedRow row : rules.accepted("assessments")) {
            if (!row.date("date").isAfter(asAt) && !bornLater.contains(row.get("individual_id"))) {
                forms.add(new Form(
                        row.get("assessment_id"),
                        row.get("family_id"),
                        row.get("individual_id"),
                        row.date("date"),
                        row.get("kind"),
                        answers.getOrDefault(row.get("assessment_id"), Map.of())));
            }
        }
        List<Incident> incidents = new ArrayList<>();
        for (AcceptedRow row : rules.accepted("incidents")) {
            if (!row.date("date").isAfter(asAt) && !bornLater.contains(row.get("individual_id"))) {
                incidents.add(new Incident(
                        row.get("incident_id"),
                        row.get("family_id"),
                        row.get("individual_id"),
                        row.date("date"),
                        row.get("kind"),
                        emptyIfAfter(row.date("followed_up_on"), asAt)));
            }
        }
        return new ReferenceRecords(
                rules.accepted().keySet(),
                families,
                persons,
                episodes,
                readings,
                forms,
                incidents,
                ForResults.seenAt(rules, asAt, bornLater));
    }

    private static String orNotRecorded(String text) {
        return text.isEmpty() ? NOT_RECORDED : text;
    }

    private static LocalDate emptyIfAfter(LocalDate date, LocalDate asAt) {
        return date == null || date.isAfter(asAt) ? null : date;
    }

    private static Map<String, Integer> scores(AcceptedRow row) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (String column : row.values().keySet()) {
            boolean isArea = !List.of("family_id", "date", "kind", "star").contains(column);
            if (isArea && !row.get(column).isEmpty()) {
                scores.put(column, Integer.valueOf(row.get(column)));
            }
        }
        return scores;
    }

    /** The answers by form and issue. */
    private static Map<String, Map<String, String>> answers(ReferenceRules rules) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        for (AcceptedRow row : rules.accepted("findings")) {
            answers.computeIfAbsent(row.get("assessment_id"), form -> new LinkedHashMap<>())
                    .put(row.get("issue"), row.get("present"));
        }
        return answers;
    }

    /** The records of one stratum. */
    ReferenceRecords in(ReferenceStratum stratum) {
        return in(stratum, this);
    }

    /**
     * The records of one stratum, whose families are those that are in it by other records: "only the population stays
     * with the report's as-at date".
     */
    ReferenceRecords in(ReferenceStratum stratum, ReferenceRecords ofReport) {
        return switch (stratum.dimension()) {
            case "district" -> inDistrict(stratum.value());
            case "service" -> inService(stratum.value(), ofReport);
            default -> throw new IllegalArgumentException("no stratum by " + stratum.dimension());
        };
    }

    /** "{@code district} (text or ONS code; empty = {@code not-recorded}, a stratum of its own, last)". */
    private ReferenceRecords inDistrict(String district) {
        Set<String> ids = families.stream()
                .filter(family -> family.district().equals(district))
                .map(Family::id)
                .collect(Collectors.toSet());
        return ofFamilies(ids, episodes);
    }

    /**
     * "a stratum holds the families with an episode of the service opened on or before the as-at date, with all their
     * records and only those episodes; a family can be in several strata".
     */
    private ReferenceRecords inService(String service, ReferenceRecords ofReport) {
        Set<String> ids = ofReport.episodes.stream()
                .filter(episode -> episode.service().equals(service))
                .map(Episode::family)
                .collect(Collectors.toSet());
        return ofFamilies(
                ids,
                episodes.stream()
                        .filter(episode -> episode.service().equals(service))
                        .toList());
    }

    private ReferenceRecords ofFamilies(Set<String> ids, List<Episode> only) {
        return new ReferenceRecords(
                tables,
                families.stream().filter(family -> ids.contains(family.id())).toList(),
                persons.stream().filter(person -> ids.contains(person.family())).toList(),
                only.stream().filter(episode -> ids.contains(episode.family())).toList(),
                readings.stream()
                        .filter(reading -> ids.contains(reading.family()))
                        .toList(),
                forms.stream().filter(form -> ids.contains(form.family())).toList(),
                incidents.stream()
                        .filter(incident -> ids.contains(incident.family()))
                        .toList(),
                forResults);
    }

    /** "again for each district of the data", A to Z, {@code not-recorded} last where it occurs. */
    List<String> districts() {
        return aToZ(families.stream().map(Family::district).toList());
    }

    /** The services of the episodes that are seen, A to Z. */
    List<String> services() {
        return aToZ(episodes.stream().map(Episode::service).toList());
    }

    /** "the others A to Z, {@code not-recorded} last", each once. */
    static List<String> aToZ(Collection<String> values) {
        Set<String> sorted = CodePointOrder.sortedSet();
        sorted.addAll(values);
        List<String> result = new ArrayList<>(sorted);
        if (result.remove(NOT_RECORDED)) {
            result.add(NOT_RECORDED);
        }
        return result;
    }

    /** Whether the data set has the table, with rows or without. */
    boolean has(String table) {
        return tables.contains(table);
    }

    List<Family> families() {
        return families;
    }

    List<Person> persons() {
        return persons;
    }

    List<Person> personsOf(Family family) {
        return personsOfFamily.getOrDefault(family.id(), List.of());
    }

    List<Episode> episodes() {
        return episodes;
    }

    List<Episode> episodesOf(Family family) {
        return episodesOfFamily.getOrDefault(family.id(), List.of());
    }

    List<Reading> readings() {
        return readings;
    }

    List<Reading> readingsOf(Family family) {
        return readingsOfFamily.getOrDefault(family.id(), List.of());
    }

    List<Form> forms() {
        return forms;
    }

    List<Form> formsOf(Family family) {
        return formsOfFamily.getOrDefault(family.id(), List.of());
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** The terms of all persons, also of those outside a stratum. */
    List<Term> terms() {
        return forResults.terms();
    }

    /** The spells of all persons, also of those outside a stratum. */
    List<Spell> spells() {
        return forResults.spells();
    }

    /** The claims of all families, also of those outside a stratum. */
    List<Claim> claims() {
        return forResults.claims();
    }

    List<BudgetLine> budget() {
        return forResults.budget();
    }
}
