package dev.waymark.reference;

import dev.waymark.reference.ReferenceRecords.Episode;
import dev.waymark.reference.ReferenceRecords.Family;
import dev.waymark.reference.ReferenceRecords.Form;
import dev.waymark.reference.ReferenceRecords.Incident;
import dev.waymark.reference.ReferenceRecords.Person;
import dev.waymark.reference.ReferenceRecords.Spell;
import dev.waymark.reference.ReferenceRecords.Term;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Both phases of the Troubled Families programme, written from their rules alone: one family at one time.
 *
 * <p>A decision is {@code met}, {@code not-met}, {@code insufficient-data}, {@code not-applicable}, or
 * {@code not-yet-observable} with its day behind it.
 */
final class ReferencePbr {

    static final List<String> DECISIONS =
            List.of("met", "not-met", "insufficient-data", "not-yet-observable", "not-applicable");

    private static final String MET = "met";
    private static final String NOT_MET = "not-met";
    private static final String NO_DATA = "insufficient-data";
    private static final String NOT_YET = "not-yet-observable";
    private static final String NOT_APPLICABLE = "not-applicable";
    private static final List<String> PLANS = List.of("in-need-plan", "protection-plan");
    private static final List<String> BENEFIT = List.of("out-of-work-benefit");

    /** What a scheme says of a family. */
    record Judged(LocalDate day, String decision, Map<String, String> criteria, String route, Long poundsIfAny) {}

    private final ReferenceSemantics known;
    private final Family family;
    private final LocalDate d;
    private final Episode episode;
    private final Map<String, String> needOfIssue;

    /** The records as at the day before D. */
    private ReferencePbr(ReferenceSemantics known, Family family, LocalDate d, Map<String, String> needOfIssue) {
        this.known = known;
        this.family = family;
        this.d = d;
        this.needOfIssue = needOfIssue;
        // "the counted episode if the family was closed in the period, else, of its episodes not closed more than
        // lookBack before the as-at date, the latest opened (then greatest id)"
        this.episode = known.countedEpisode(family)
                .orElse(inLookBack(known, family, d.minusDays(1)).orElse(null));
    }

    static Optional<Episode> inLookBack(ReferenceSemantics records, Family family, LocalDate asAt) {
        return records.episodesOf(family).stream()
                .filter(one -> one.closed() == null || !one.closed().isBefore(asAt.minusMonths(18)))
                .max(Comparator.comparing(Episode::opened).thenComparing(Episode::id, CodePointOrder.A_TO_Z));
    }

    static Judged judge(
            String scheme,
            ReferenceSemantics knownBeforeD,
            Family family,
            LocalDate d,
            Map<String, String> needOfIssue) {
        ReferencePbr one = new ReferencePbr(knownBeforeD, family, d, needOfIssue);
        return scheme.equals("troubled-families-1") ? one.phase1() : one.phase2();
    }

    // --- decisions

    private static String and(List<String> decisions) {
        List<String> applying =
                decisions.stream().filter(one -> !one.equals(NOT_APPLICABLE)).toList();
        if (applying.isEmpty()) {
            return NOT_APPLICABLE;
        }
        if (applying.contains(NOT_MET)) {
            return NOT_MET;
        }
        if (applying.contains(NO_DATA)) {
            return NO_DATA;
        }
        return applying.stream()
                .filter(one -> one.startsWith(NOT_YET))
                .max(Comparator.naturalOrder())
                .orElse(MET);
    }

    private static String or(List<String> decisions) {
        List<String> applying =
                decisions.stream().filter(one -> !one.equals(NOT_APPLICABLE)).toList();
        if (applying.isEmpty()) {
            return NOT_APPLICABLE;
        }
        if (applying.contains(MET)) {
            return MET;
        }
        return applying.stream()
                .filter(one -> one.startsWith(NOT_YET))
                .min(Comparator.naturalOrder())
                .orElse(applying.contains(NO_DATA) ? NO_DATA : NOT_MET);
    }

    private static String metIf(boolean met) {
        return met ? MET : NOT_MET;
    }

    // --- words

    private boolean has(String table) {
        return known.records().has(table);
    }

    private boolean isInSixMonthsBefore(LocalDate x, LocalDate day) {
        return !day.isBefore(x.minusMonths(6)) && day.isBefore(x);
    }

    /** "if the first of the six months before D is before the claim episode's opened: not-yet-observable". */
    private Optional<String> tooEarly() {
        if (episode == null) {
            return Optional.of(NO_DATA);
        }
        if (!d.minusMonths(6).isBefore(episode.opened())) {
            return Optional.empty();
        }
        LocalDate from = d;
        while (from.minusMonths(6).isBefore(episode.opened())) {
            from = from.plusDays(1);
        }
        return Optional.of(NOT_YET + " " + from);
    }

    private List<Person> members() {
        return known.membersOf(family);
    }

    private List<Person> adults() {
        return members().stream()
                .filter(one -> one.birth() != null && ReferenceSemantics.completedYears(one.birth(), d) >= 18)
                .toList();
    }

    private List<Spell> spells(Person person, List<String> kinds) {
        return known.records().spells().stream()
                .filter(one -> one.individual().equals(person.id()) && kinds.contains(one.kind()))
                .toList();
    }

    private List<Incident> incidents(String kind) {
        return known.records().incidents().stream()
                .filter(one -> one.family().equals(family.id()) && one.kind().equals(kind))
                .toList();
    }

    private static boolean hasDayIn(Spell spell, LocalDate from, LocalDate to) {
        return !spell.start().isAfter(to)
                && (spell.end() == null || !spell.end().isBefore(from));
    }

    // --- phase 1

    private Judged phase1() {
        Map<String, String> criteria = new LinkedHashMap<>();
        criteria.put("education", everyPupil(this::phase1Pupil));
        criteria.put("anti-social-behaviour", antiSocialBehaviour());
        criteria.put("youth-offending", youthOffending());
        criteria.put("progress-to-work", progressToWork());
        criteria.put("continuous-employment", continuousEmployment());
        String a = and(List.of(
                criteria.get("education"), criteria.get("anti-social-behaviour"), criteria.get("youth-offending")));
        String b = criteria.get("continuous-employment");
        String decision = or(List.of(a, b));
        String route = null;
        Long pounds = null;
        if (decision.equals(MET)) {
            int year = episode == null ? 0 : financialYear(episode.opened());
            boolean more = criteria.get("progress-to-work").equals(MET);
            Map<Integer, Long> feesOfA = Map.of(2012, 700L, 2013, 1500L, 2014, 2300L);
            Map<Integer, Long> feesOfB = Map.of(2012, 800L, 2013, 1600L, 2014, 2400L);
            Long feeA = a.equals(MET) && feesOfA.containsKey(year) ? feesOfA.get(year) + (more ? 100 : 0) : null;
            Long feeB = b.equals(MET) ? feesOfB.get(year) : null;
            boolean takeA = a.equals(MET) && (!b.equals(MET) || feeB == null || (feeA != null && feeA >= feeB));
            route = takeA ? "crime-asb-education" : "continuous-employment";
            pounds = takeA ? feeA : feeB;
        }
        return new Judged(d, decision, criteria, route, pounds);
    }

    private static int financialYear(LocalDate day) {
        return day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
    }

    private interface OfPupil {
        String decide(List<Term> three);
    }

    private String phase1Pupil(List<Term> three) {
        long possible = three.stream().mapToLong(Term::possible).sum();
        long unauthorised = three.stream().mapToLong(Term::unauthorised).sum();
        long exclusions = three.stream().mapToLong(Term::exclusions).sum();
        return metIf(exclusions < 3 && 100 * unauthorised < 15 * possible);
    }

    private String everyPupil(OfPupil rule) {
        if (!has("individuals")) {
            return NO_DATA;
        }
        List<String> pupils = new ArrayList<>();
        for (Person child : members()) {
            if (child.birth() == null) {
                continue;
            }
            int age = ReferenceSemantics.completedYears(child.birth(), d);
            if (age < 5 || age > 16) {
                continue;
            }
            LocalDate sixteen = child.birth().plusYears(16);
            int leavingYear = sixteen.getMonthValue() >= 9 ? sixteen.getYear() + 1 : sixteen.getYear();
            LocalDate leaving = LocalDate.of(leavingYear, 6, 30);
            while (leaving.getDayOfWeek() != DayOfWeek.FRIDAY) {
                leaving = leaving.minusDays(1);
            }
            if (ChronoUnit.DAYS.between(leaving, d) > 175) {
                continue;
            }
            List<Term> terms = termsOf(child);
            if (terms.size() < 3) {
                // "no table of terms at all: insufficient-data", also of a child who may be new at school
                if (age >= 6 || !has("school_terms")) {
                    pupils.add(NO_DATA);
                }
                continue;
            }
            List<Term> three = terms.subList(terms.size() - 3, terms.size());
            if (ReferenceSemantics.completedYears(child.birth(), three.get(0).end()) < 5) {
                continue;
            }
            boolean consecutive = areConsecutive(three)
                    && ChronoUnit.DAYS.between(three.get(2).end(), d) <= 175;
            long possible = three.stream().mapToLong(Term::possible).sum();
            pupils.add(consecutive && possible > 0 ? rule.decide(three) : NO_DATA);
        }
        return and(pupils);
    }

    private List<Term> termsOf(Person child) {
        return known.records().terms().stream()
                .filter(one -> one.individual().equals(child.id()))
                .sorted(Comparator.comparing(Term::end))
                .toList();
    }

    private static boolean areConsecutive(List<Term> three) {
        return ChronoUnit.DAYS.between(three.get(0).end(), three.get(1).end()) <= 175
                && ChronoUnit.DAYS.between(three.get(1).end(), three.get(2).end()) <= 175;
    }

    private String antiSocialBehaviour() {
        if (!has("incidents") || episode == null) {
            return NO_DATA;
        }
        long before = incidents("asb").stream()
                .filter(one -> isInSixMonthsBefore(episode.opened(), one.date()))
                .count();
        long now = incidents("asb").stream()
                .filter(one -> isInSixMonthsBefore(d, one.date()))
                .count();
        return reduction(before, now, 60);
    }

    private String reduction(long before, long now, int percent) {
        if (before == 0) {
            return NOT_APPLICABLE;
        }
        return tooEarly().orElse(metIf(100 * (before - now) >= percent * before));
    }

    private String youthOffending() {
        // "a criterion that needs another absent table is insufficient-data": without individuals nobody is a minor
        if (!has("incidents") || !has("individuals") || episode == null) {
            return NO_DATA;
        }
        List<Incident> unknown = new ArrayList<>();
        List<Incident> byMinors = new ArrayList<>();
        for (Incident one : incidents("offence")) {
            Optional<Person> who = members().stream()
                    .filter(member -> member.id().equals(one.individual()))
                    .findFirst();
            if (who.isEmpty() || who.get().birth() == null) {
                unknown.add(one);
            } else if (ReferenceSemantics.completedYears(who.get().birth(), one.date()) < 18) {
                byMinors.add(one);
            }
        }
        long before = count(byMinors, episode.opened());
        long now = count(byMinors, d);
        List<String> possible = new ArrayList<>();
        // "unless the decision is the same whichever of them are counted"
        for (long more = 0; more <= count(unknown, episode.opened()); more++) {
            for (long alsoNow = 0; alsoNow <= count(unknown, d); alsoNow++) {
                possible.add(reduction(before + more, now + alsoNow, 33));
            }
        }
        return possible.stream().distinct().count() == 1 ? possible.get(0) : NO_DATA;
    }

    private long count(List<Incident> incidents, LocalDate x) {
        return incidents.stream()
                .filter(one -> isInSixMonthsBefore(x, one.date()))
                .count();
    }

    private String progressToWork() {
        if (!has("individuals")) {
            return NO_DATA;
        }
        if (adults().isEmpty()) {
            return NOT_APPLICABLE;
        }
        if (!has("spells")) {
            return NO_DATA;
        }
        return metIf(adults().stream()
                .flatMap(one -> spells(one, List.of("work-programme")).stream())
                .anyMatch(one -> isInSixMonthsBefore(d, one.start())));
    }

    private String continuousEmployment() {
        if (!has("individuals") || (!has("spells") && !adults().isEmpty())) {
            return NO_DATA;
        }
        List<String> decisions = new ArrayList<>();
        for (Person adult : adults()) {
            for (Spell benefit : spells(adult, BENEFIT)) {
                decisions.add(NOT_MET);
                if (benefit.end() != null) {
                    for (LocalDate[] run : runs(adult, benefit.end())) {
                        decisions.add(run(adult, run[0], run[1]));
                    }
                }
            }
        }
        return or(decisions);
    }

    /** First and last day of each run; a last day of null goes on. */
    private List<LocalDate[]> runs(Person adult, LocalDate after) {
        List<Spell> work = spells(adult, List.of("employment")).stream()
                .filter(one -> one.start().isAfter(after))
                .sorted(Comparator.comparing(Spell::start))
                .toList();
        List<LocalDate[]> runs = new ArrayList<>();
        for (Spell one : work) {
            LocalDate[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && (last[1] == null || ChronoUnit.DAYS.between(last[1], one.start()) - 1 <= 7)) {
                if (last[1] != null && (one.end() == null || one.end().isAfter(last[1]))) {
                    last[1] = one.end();
                }
            } else {
                runs.add(new LocalDate[] {one.start(), one.end()});
            }
        }
        return runs;
    }

    private String run(Person adult, LocalDate first, LocalDate last) {
        LocalDate reached = first.plusDays(90);
        boolean lasts = last == null || !last.isBefore(reached);
        boolean benefit = spells(adult, BENEFIT).stream().anyMatch(one -> hasDayIn(one, first, reached));
        if (!lasts || benefit) {
            return NOT_MET;
        }
        if (!reached.isBefore(d)) {
            return last == null ? NOT_YET + " " + reached.plusDays(1) : NOT_MET;
        }
        return metIf(isInSixMonthsBefore(d, reached));
    }

    // --- phase 2

    private Judged phase2() {
        Map<String, String> criteria = new LinkedHashMap<>();
        criteria.put("crime", problem("crime", List.of(antiSocialBehaviour(), youthOffending())));
        criteria.put("school", and(List.of(problem("school", List.of()), everyPupil(this::phase2Pupil))));
        criteria.put("children-who-need-help", problem("children-who-need-help", List.of(noPlan())));
        criteria.put("work-and-money", problem("work-and-money", List.of(offBenefit())));
        criteria.put("domestic-abuse", problem("domestic-abuse", List.of(noDomesticAbuse())));
        criteria.put("health", problem("health", List.of()));
        String progress = and(new ArrayList<>(criteria.values()));
        criteria.put("continuous-employment", continuousEmployment());
        String work = criteria.get("continuous-employment");
        String applies = applies();
        String decision = switch (applies) {
            case MET -> or(List.of(progress, work));
            case NOT_MET -> NOT_APPLICABLE;
            default -> applies;
        };
        String route = decision.equals(MET) ? (progress.equals(MET) ? "progress" : "continuous-employment") : null;
        return new Judged(d, decision, criteria, route, route == null ? null : 800L);
    }

    private String applies() {
        String child = !has("individuals")
                ? NO_DATA
                : metIf(members().stream()
                        .anyMatch(
                                one -> one.birth() != null && ReferenceSemantics.completedYears(one.birth(), d) < 18));
        if (episode == null) {
            // the family's problems are those of its claim episode: which it had cannot be said
            return and(List.of(child, NO_DATA));
        }
        List<String> had = ReferenceEvaluator.NEEDS.stream()
                .map(need -> shows(need, episode.opened().minusDays(1), true))
                .toList();
        long sure = had.stream().filter(MET::equals).count();
        long maybe = had.stream().filter(NO_DATA::equals).count();
        return and(List.of(child, sure >= 2 ? MET : sure + maybe >= 2 ? NO_DATA : NOT_MET));
    }

    /** Whether the family has the problem; not known if nothing shows it and a table that could is absent. */
    private String shows(String need, LocalDate to, boolean initialOnly) {
        LocalDate from = episode.opened().minusMonths(12);
        List<String> signs = new ArrayList<>();
        signs.add(
                !has("assessments") || !has("findings")
                        ? NO_DATA
                        : metIf(formsInEpisode().stream()
                                .filter(form -> !initialOnly || form.kind().equals("initial"))
                                .anyMatch(form -> !yesIssues(form, need).isEmpty())));
        switch (need) {
            case "crime" -> signs.add(incidentIn(List.of("asb", "offence"), from, to));
            case "domestic-abuse" -> signs.add(incidentIn(List.of("domestic-abuse"), from, to));
            case "children-who-need-help" -> signs.add(spellIn(members(), PLANS, from, to));
            case "work-and-money" -> signs.add(spellIn(adults(), BENEFIT, from, to));
            case "school" -> signs.add(absenceIn(from, to));
            default -> {}
        }
        return or(signs);
    }

    private String incidentIn(List<String> kinds, LocalDate from, LocalDate to) {
        return !has("incidents")
                ? NO_DATA
                : metIf(kinds.stream()
                        .flatMap(kind -> incidents(kind).stream())
                        .anyMatch(
                                one -> !one.date().isBefore(from) && !one.date().isAfter(to)));
    }

    private String spellIn(List<Person> persons, List<String> kinds, LocalDate from, LocalDate to) {
        return !has("spells") || !has("individuals")
                ? NO_DATA
                : metIf(persons.stream()
                        .flatMap(one -> spells(one, kinds).stream())
                        .anyMatch(one -> hasDayIn(one, from, to)));
    }

    private String absenceIn(LocalDate from, LocalDate to) {
        if (!has("school_terms") || !has("individuals")) {
            return NO_DATA;
        }
        for (Person child : members()) {
            List<Term> terms = termsOf(child).stream()
                    .filter(one -> !one.end().isBefore(from) && !one.end().isAfter(to))
                    .toList();
            List<Term> latest = null;
            for (int i = 0; i + 3 <= terms.size(); i++) {
                if (areConsecutive(terms.subList(i, i + 3))) {
                    latest = terms.subList(i, i + 3);
                }
            }
            if (latest != null && child.birth() != null) {
                int age = ReferenceSemantics.completedYears(
                        child.birth(), latest.get(2).end());
                long possible = latest.stream().mapToLong(Term::possible).sum();
                long absent = latest.stream().mapToLong(Term::absent).sum();
                if (age >= 5 && age <= 16 && 100 * (possible - absent) < 90 * possible) {
                    return MET;
                }
            }
        }
        return NOT_MET;
    }

    private List<Form> forms() {
        List<Form> forms = new ArrayList<>(known.formsOf(family, ""));
        members().forEach(member -> forms.addAll(known.formsOf(family, member.id())));
        return forms;
    }

    private List<Form> formsInEpisode() {
        return forms().stream().filter(form -> known.belongs(form, episode)).toList();
    }

    private List<String> yesIssues(Form form, String need) {
        return form.answers().keySet().stream()
                .filter(issue -> need.equals(needOfIssue.get(issue)) && ReferenceIssues.isYes(form, issue))
                .toList();
    }

    private String problem(String need, List<String> records) {
        if (episode == null) {
            return NO_DATA;
        }
        LocalDate end = episode.closed() == null ? d.minusDays(1) : episode.closed();
        String shown = shows(need, end, false);
        if (!shown.equals(MET)) {
            return shown.equals(NOT_MET) ? NOT_APPLICABLE : shown;
        }
        List<String> parts = new ArrayList<>(records);
        parts.add(!has("assessments") || !has("findings") ? NO_DATA : answeredNo(need));
        return and(parts);
    }

    /** "each subject and issue of the problem ever answered yes: the latest later answer of that subject is no". */
    private String answeredNo(String need) {
        Map<String, Form> firstYes = new TreeMap<>();
        for (Form form : formsInEpisode()) {
            for (String issue : yesIssues(form, need)) {
                firstYes.merge(
                        form.individual() + "\n" + issue,
                        form,
                        (one, other) -> other.date().isBefore(one.date()) ? other : one);
            }
        }
        List<String> decisions = new ArrayList<>();
        firstYes.forEach((key, yes) -> {
            String issue = key.substring(key.indexOf('\n') + 1);
            Optional<Form> latest = known.formsOf(family, yes.individual()).stream()
                    .filter(form -> form.date().isAfter(yes.date()))
                    .filter(form -> List.of("yes", "no").contains(form.answers().getOrDefault(issue, "")))
                    .max(Comparator.comparing(Form::date)
                            .thenComparing(form ->
                                    List.of("initial", "review", "closure").indexOf(form.kind()))
                            .thenComparing(Form::id, CodePointOrder.A_TO_Z));
            decisions.add(latest.isEmpty() ? NO_DATA : metIf(!ReferenceIssues.isYes(latest.get(), issue)));
        });
        return and(decisions);
    }

    private String noPlan() {
        if (!has("spells") || !has("individuals")) {
            return NO_DATA;
        }
        return tooEarly()
                .orElse(metIf(spellIn(members(), PLANS, d.minusMonths(6), d.minusDays(1))
                        .equals(NOT_MET)));
    }

    private String noDomesticAbuse() {
        if (!has("incidents")) {
            return NO_DATA;
        }
        return tooEarly()
                .orElse(metIf(incidentIn(List.of("domestic-abuse"), d.minusMonths(6), d.minusDays(1))
                        .equals(NOT_MET)));
    }

    private String offBenefit() {
        if (!has("individuals") || (!has("spells") && !adults().isEmpty())) {
            return NO_DATA;
        }
        List<String> decisions = new ArrayList<>();
        for (Person adult : adults()) {
            if (episode == null) {
                return NO_DATA;
            }
            if (spells(adult, BENEFIT).stream().anyMatch(one -> hasDayIn(one, episode.opened(), episode.opened()))) {
                boolean off = spells(adult, BENEFIT).stream()
                        .noneMatch(one -> hasDayIn(one, d.minusMonths(6), d.minusDays(1)));
                boolean reached = spells(adult, List.of("training", "volunteering", "employment")).stream()
                        .filter(one -> one.start().isAfter(episode.opened()))
                        .filter(one -> one.end() == null
                                || !one.end().isBefore(one.start().plusDays(90)))
                        .anyMatch(one -> isInSixMonthsBefore(d, one.start().plusDays(90)));
                decisions.add(tooEarly().orElse(metIf(off || reached)));
            }
        }
        return and(decisions);
    }

    private String phase2Pupil(List<Term> three) {
        long possible = three.stream().mapToLong(Term::possible).sum();
        long absent = three.stream().mapToLong(Term::absent).sum();
        long exclusions = three.stream().mapToLong(Term::exclusions).sum();
        int atLeast = d.isBefore(LocalDate.of(2015, 9, 1)) ? 85 : 90;
        return metIf(exclusions < 3 && 100 * (possible - absent) >= atLeast * possible);
    }
}
