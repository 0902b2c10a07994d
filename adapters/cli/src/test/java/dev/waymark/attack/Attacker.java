package dev.waymark.attack;

import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Report;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who reads a published report, knows what its figures mean, and solves for what was taken out of it.
 *
 * <p>Written from the definitions of the figures alone, apart from what disclosure control itself knows of them. A
 * number is named by the report's part ("" or a district), measure, figure, dimensions and which of its numbers it is.
 */
final class Attacker {

    private static final List<String> STAGES =
            List.of("stuck", "accepting-help", "trying", "finding-what-works", "effective-parenting");

    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final Map<String, BigInteger> seen = new LinkedHashMap<>();
    private final Set<String> all = new LinkedHashSet<>();
    private final Map<String, Set<String>> valuesOf = new LinkedHashMap<>();
    private final List<Map<String, Integer>> relations = new ArrayList<>();
    private final List<TreeMap<Integer, BigInteger>> equations = new ArrayList<>();
    private final Map<Integer, TreeMap<Integer, BigInteger>> solved = new LinkedHashMap<>();

    Attacker(Report published) {
        for (Figure figure : published.figures()) {
            read(figure);
        }
        think();
        solve();
    }

    static String name(Figure figure, String part) {
        Map<String, String> dimensions =
                new TreeMap<>(figure.name().dimensions().values());
        String district = Optional.ofNullable(dimensions.remove("district")).orElse("");
        return name(district, figure.name().measure() + "/" + figure.name().figure(), part, dimensions);
    }

    private static String name(String district, String figure, String part, Map<String, String> dimensions) {
        return district + "|" + figure + new TreeMap<>(dimensions) + "." + part;
    }

    /** Whether the attacker knows the number. */
    boolean knows(String name) {
        Integer unknown = unknowns.get(name);
        return seen.containsKey(name)
                || (unknown != null
                        && solved.containsKey(unknown)
                        && solved.get(unknown).size() == 1);
    }

    /** Numbers that, each times its factor, add up to 0. */
    List<Map<String, Integer>> relations() {
        return relations;
    }

    // --- what can be seen

    /** A number that is published. */
    Optional<Long> seen(String name) {
        return Optional.ofNullable(seen.get(name)).map(BigInteger::longValueExact);
    }

    private void read(Figure figure) {
        // the money of the pooled budget is nobody's
        if (figure.name().measure().equals("pbr.finance")) {
            return;
        }
        figure.name()
                .dimensions()
                .values()
                .forEach((dimension, value) -> valuesOf.computeIfAbsent(dimension, d -> new LinkedHashSet<>())
                        .add(value));
        if (figure instanceof Count) {
            put(figure, "count", figure.value());
        } else if (figure instanceof Percentage percentage) {
            boolean cannotProgress = figure.status().reason().equals(Optional.of("cannot-progress"));
            if (!cannotProgress) {
                put(figure, "n", figure.numerator());
            }
            put(figure, "d", figure.denominator());
            if (percentage.isProportion() && !cannotProgress) {
                put(
                        figure,
                        "rest",
                        figure.numerator().flatMap(n -> figure.denominator().map(d -> d.subtract(n))));
                relate(Map.of(name(figure, "d"), -1, name(figure, "n"), 1, name(figure, "rest"), 1));
            }
        } else if (figure instanceof Mean mean) {
            put(figure, "d", figure.denominator());
            put(figure, "sum", mean.sums().map(sums -> BigDecimal.valueOf(sums.total())));
        } else if (figure instanceof Points) {
            all.add(name(figure, "points"));
        }
    }

    private void put(Figure figure, String part, Optional<BigDecimal> number) {
        if (figure.status().reason().equals(Optional.of("table-absent"))) {
            return;
        }
        String name = name(figure, part);
        all.add(name);
        if (number.isPresent()) {
            seen.put(name, number.get().toBigIntegerExact());
        } else {
            unknowns.put(name, unknowns.size());
        }
    }

    // --- what is known of the figures

    private void think() {
        Set<String> districts = new LinkedHashSet<>(Set.of(""));
        districts.addAll(valuesOf.getOrDefault("district", Set.of()));
        Set<String> ofWhole = new LinkedHashSet<>(all);
        for (String whole : ofWhole) {
            if (whole.startsWith("|") && districts.size() > 1 && !whole.contains("families-by-worker")) {
                List<String> parts = new ArrayList<>();
                for (String district : valuesOf.getOrDefault("district", Set.of())) {
                    parts.add(district + whole);
                }
                sum(whole, parts);
            }
        }
        for (String district : districts) {
            ofActivity(district);
            ofIssues(district);
            ofEligibility(district);
            ofStar(district);
            ofResults(district);
        }
    }

    private void ofActivity(String at) {
        String individuals = n(at, "activity/individuals", "count");
        String worked = n(at, "activity/families-worked-with", "count");
        String adults = n(at, "activity/adults", "count");
        String children = n(at, "activity/children", "count");
        String unknown = n(at, "activity/age-not-recorded", "count");
        sum(individuals, List.of(adults, children, unknown));
        sum(individuals, each(at, "activity/individuals-by-age", "count", Map.of(), "age-band"));
        sum(individuals, each(at, "activity/individuals-by-ethnicity", "count", Map.of(), "ethnicity"));
        sum(children, bands(at, "0-4", "5-10", "11-15", "16-17"));
        sum(adults, bands(at, "18-24", "25-34", "35-44", "45-54", "55-64", "65+"));
        sum(unknown, bands(at, "not-recorded"));
        sum(n(at, "activity/children-under-5", "count"), bands(at, "0-4"));
        equal(individuals, n(at, "activity/mean-family-size", "sum"));
        equal(adults, n(at, "activity/mean-adults", "sum"));
        equal(children, n(at, "activity/mean-children", "sum"));
        equal(adults, n(at, "activity/mean-age-adults", "d"));
        equal(children, n(at, "activity/mean-age-children", "d"));
        for (String mean : List.of("mean-family-size", "mean-adults", "mean-children")) {
            equal(worked, n(at, "activity/" + mean, "d"));
        }
        equal(n(at, "activity/families-closed", "count"), n(at, "activity/mean-weeks-involved", "d"));
    }

    private List<String> bands(String at, String... bands) {
        List<String> names = new ArrayList<>();
        for (String band : bands) {
            names.add(n(at, "activity/individuals-by-age", "count", "age-band", band));
        }
        return names;
    }

    private void ofIssues(String at) {
        for (String level : valuesOf.getOrDefault("level", Set.of())) {
            String subjects = n(at, "issues/subjects", "count", "level", level);
            sum(
                    subjects,
                    List.of(
                            n(at, "issues/paired", "count", "level", level),
                            n(at, "issues/no-first", "count", "level", level),
                            n(at, "issues/no-last", "count", "level", level)));
            if (level.equals("family")) {
                equal(subjects, n(at, "activity/families-closed", "count"));
            }
            for (String issue : valuesOf.getOrDefault("issue", Set.of())) {
                Map<String, String> where = Map.of("issue", issue, "level", level);
                String first = name(at, "issues/at-first", "n", where);
                String last = name(at, "issues/at-last", "n", where);
                String base = name(at, "issues/at-first", "d", where);
                String gone = name(at, "issues/no-longer", "n", where);
                equal(base, name(at, "issues/at-last", "d", where));
                equal(base, name(at, "issues/no-longer-of-all", "d", where));
                equal(first, name(at, "issues/no-longer", "d", where));
                equal(gone, name(at, "issues/no-longer-of-all", "n", where));
                equal(first, name(at, "issues/relative-change", "d", where));
                sum(base, List.of(first, name(at, "issues/new-at-last", "d", where)));
                sum(
                        last,
                        List.of(
                                name(at, "issues/no-longer", "rest", where),
                                name(at, "issues/new-at-last", "n", where)));
                sum(last, List.of(first, name(at, "issues/relative-change", "n", where)));
            }
        }
        sum(
                n(at, "issues/mean-issues-per-family", "sum"),
                each(at, "issues/families-with-issue", "n", Map.of(), "issue"));
    }

    private void ofEligibility(String at) {
        String base = n(at, "eligibility/eligible", "d");
        sum(base, each(at, "eligibility/families-by-needs", "count", Map.of(), "needs"));
        List<String> some = new ArrayList<>();
        for (String needs : valuesOf.getOrDefault("needs", Set.of())) {
            if (Integer.parseInt(needs) >= 2) {
                some.add(n(at, "eligibility/families-by-needs", "count", "needs", needs));
            }
        }
        sum(n(at, "eligibility/eligible", "n"), some);
        Map<String, Integer> weighted = new LinkedHashMap<>();
        for (String needs : valuesOf.getOrDefault("needs", Set.of())) {
            if (!needs.equals("0")) {
                weighted.put(n(at, "eligibility/families-by-needs", "count", "needs", needs), Integer.parseInt(needs));
            }
        }
        for (String need : valuesOf.getOrDefault("need", Set.of())) {
            weighted.put(n(at, "eligibility/families-with-need", "n", "need", need), -1);
            equal(base, n(at, "eligibility/families-with-need", "d", "need", need));
        }
        relate(weighted);
    }

    private void ofStar(String at) {
        String closed = n(at, "familystar.base/families-closed", "count");
        String paired = n(at, "familystar.base/paired", "count");
        equal(closed, n(at, "activity/families-closed", "count"));
        sum(
                closed,
                List.of(paired, n(at, "familystar.base/no-first", "count"), n(at, "familystar.base/no-last", "count")));
        equal(paired, n(at, "familystar.base/pairing-rate", "n"));
        equal(closed, n(at, "familystar.base/pairing-rate", "d"));
        equal(n(at, "familystar.family/any-progress", "d"), n(at, "familystar.family/mean-areas-progressed", "d"));
        List<String> progressed = new ArrayList<>();
        for (String area : valuesOf.getOrDefault("area", Set.of())) {
            ofArea(at, area);
            progressed.add(n(at, "familystar.progress/positive-progress-all", "n", "area", area));
        }
        sum(n(at, "familystar.family/mean-areas-progressed", "sum"), progressed);
    }

    private void ofArea(String at, String area) {
        String base = n(at, "familystar.progress/maintained", "d", "area", area);
        for (String figure : List.of(
                "start/low-stage-at-first",
                "end/little-or-no-support",
                "end/at-least-trying",
                "progress/positive-progress-all",
                "progress/regression",
                "scores/mean-first",
                "scores/mean-last",
                "scores/mean-change",
                "scores/below-threshold-first",
                "scores/below-threshold-last")) {
            equal(base, n(at, "familystar." + figure, "d", "area", area));
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        List<String> lasts = new ArrayList<>();
        List<String> progress = new ArrayList<>();
        List<String> diagonal = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int from = 0; from < STAGES.size(); from++) {
            String stage = STAGES.get(from);
            Map<String, String> where = Map.of("area", area, "stage", stage);
            String first = name(at, "familystar.start/stage-at-first", "n", where);
            firsts.add(first);
            lasts.add(name(at, "familystar.end/stage-at-last", "n", where));
            equal(base, name(at, "familystar.start/stage-at-first", "d", where));
            equal(base, name(at, "familystar.end/stage-at-last", "d", where));
            equal(first, name(at, "familystar.progress/positive-progress-by-start", "d", where));
            List<String> row = new ArrayList<>();
            for (String to : STAGES) {
                row.add(name(
                        at,
                        "familystar.transitions/families",
                        "count",
                        Map.of("area", area, "stage-at-first", stage, "stage-at-last", to)));
            }
            rows.add(row);
            sum(first, row);
            if (from < STAGES.size() - 1) {
                String up = name(at, "familystar.progress/positive-progress-by-start", "n", where);
                progress.add(up);
                sum(up, row.subList(from + 1, STAGES.size()));
            }
            diagonal.add(row.get(from));
            below.addAll(row.subList(0, from));
        }
        for (int to = 0; to < STAGES.size(); to++) {
            List<String> column = new ArrayList<>();
            for (List<String> row : rows) {
                column.add(row.get(to));
            }
            sum(lasts.get(to), column);
        }
        String allProgress = n(at, "familystar.progress/positive-progress-all", "n", "area", area);
        String maintained = n(at, "familystar.progress/maintained", "n", "area", area);
        String regression = n(at, "familystar.progress/regression", "n", "area", area);
        sum(base, firsts);
        sum(base, lasts);
        sum(base, List.of(allProgress, maintained, regression));
        sum(allProgress, progress);
        sum(maintained, diagonal);
        sum(regression, below);
        sum(n(at, "familystar.start/low-stage-at-first", "n", "area", area), firsts.subList(0, 2));
        sum(n(at, "familystar.end/at-least-trying", "n", "area", area), lasts.subList(2, 5));
        sum(n(at, "familystar.end/little-or-no-support", "n", "area", area), lasts.subList(3, 5));
        sum(n(at, "familystar.progress/positive-progress", "d", "area", area), firsts.subList(0, 3));
        sum(n(at, "familystar.progress/positive-progress", "n", "area", area), progress.subList(0, 3));
        String lowFirst = n(at, "familystar.scores/below-threshold-first", "n", "area", area);
        equal(lowFirst, n(at, "familystar.scores/below-threshold-relative-change", "d", "area", area));
        sum(
                n(at, "familystar.scores/below-threshold-last", "n", "area", area),
                List.of(lowFirst, n(at, "familystar.scores/below-threshold-relative-change", "n", "area", area)));
        sum(
                n(at, "familystar.scores/mean-last", "sum", "area", area),
                List.of(
                        n(at, "familystar.scores/mean-first", "sum", "area", area),
                        n(at, "familystar.scores/mean-change", "sum", "area", area)));
    }

    private void ofResults(String at) {
        String evaluated = n(at, "pbr.results/families-evaluated", "count");
        sum(evaluated, each(at, "pbr.results/families", "count", Map.of(), "decision"));
        sum(
                n(at, "pbr.results/families", "count", "decision", "met"),
                each(at, "pbr.results/families-by-route", "count", Map.of(), "route"));
        for (String criterion : valuesOf.getOrDefault("criterion", Set.of())) {
            sum(evaluated, each(at, "pbr.results/criterion", "count", Map.of("criterion", criterion), "decision"));
        }
    }

    // --- equations

    private String n(String at, String figure, String part, String... dimension) {
        return name(at, figure, part, dimension.length == 0 ? Map.of() : Map.of(dimension[0], dimension[1]));
    }

    private List<String> each(String at, String figure, String part, Map<String, String> where, String dimension) {
        List<String> names = new ArrayList<>();
        for (String value : valuesOf.getOrDefault(dimension, Set.of())) {
            Map<String, String> dimensions = new TreeMap<>(where);
            dimensions.put(dimension, value);
            names.add(name(at, figure, part, dimensions));
        }
        return names;
    }

    private void equal(String left, String right) {
        sum(left, List.of(right));
    }

    private void sum(String whole, List<String> parts) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        terms.put(whole, -1);
        parts.forEach(part -> terms.put(part, 1));
        relate(terms);
    }

    /** Takes note that numbers, each times a factor, add up to 0; what is no number of the report is no equation. */
    private void relate(Map<String, Integer> terms) {
        if (terms.size() < 2 || !all.containsAll(terms.keySet())) {
            return;
        }
        relations.add(Map.copyOf(terms));
        TreeMap<Integer, BigInteger> equation = new TreeMap<>();
        terms.forEach((name, factor) -> {
            if (unknowns.containsKey(name)) {
                equation.merge(unknowns.get(name), BigInteger.valueOf(factor), BigInteger::add);
            }
        });
        equation.values().removeIf(factor -> factor.signum() == 0);
        if (!equation.isEmpty()) {
            equations.add(equation);
        }
    }

    // --- whole numbers only, so that nothing is rounded

    private void solve() {
        // by number the rows that have it or had it, so that not all are looked through for each equation
        Map<Integer, Set<Integer>> pivotsOfRowsWith = new HashMap<>();
        for (TreeMap<Integer, BigInteger> equation : equations) {
            TreeMap<Integer, BigInteger> row = new TreeMap<>(equation);
            for (Integer number : List.copyOf(row.keySet())) {
                if (row.containsKey(number) && solved.containsKey(number)) {
                    subtract(row, solved.get(number), number);
                }
            }
            if (!row.isEmpty()) {
                int pivot = row.firstKey();
                Set<Integer> changed = new HashSet<>(Set.of(pivot));
                for (Integer place : pivotsOfRowsWith.getOrDefault(pivot, Set.of())) {
                    if (solved.get(place).containsKey(pivot)) {
                        subtract(solved.get(place), row, pivot);
                        changed.add(place);
                    }
                }
                solved.put(pivot, row);
                for (Integer number : row.keySet()) {
                    pivotsOfRowsWith
                            .computeIfAbsent(number, n -> new HashSet<>())
                            .addAll(changed);
                }
            }
        }
    }

    private static void subtract(TreeMap<Integer, BigInteger> row, TreeMap<Integer, BigInteger> other, int number) {
        BigInteger mine = row.get(number);
        BigInteger its = other.get(number);
        BigInteger divisor = mine.gcd(its);
        BigInteger timesMine = its.divide(divisor);
        BigInteger timesIts = mine.divide(divisor);
        row.replaceAll((n, factor) -> factor.multiply(timesMine));
        other.forEach((n, factor) -> row.merge(n, factor.multiply(timesIts).negate(), BigInteger::add));
        row.values().removeIf(factor -> factor.signum() == 0);
        BigInteger common = row.values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        if (common.compareTo(BigInteger.ONE) > 0) {
            row.replaceAll((n, factor) -> factor.divide(common));
        }
    }
}
