package dev.waymark.disclosure;

import dev.waymark.disclosure.Relations.Quantity;
import dev.waymark.disclosure.Relations.Term;
import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Mean;
import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Points;
import dev.waymark.figure.Pounds;
import dev.waymark.figure.Report;
import dev.waymark.figure.Unit;
import dev.waymark.run.Stratum;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole numbers behind a report: which figures publish each, and the equations that hold between them.
 *
 * <p>Numbers that every reader knows to be equal are one number here, whatever figures publish it: to hide it, all of
 * them must be suppressed. An equation is kept only where it holds, so that a measure that goes its own ways cannot
 * make a false one.
 */
final class ReportNumbers {

    // in the order in which they stand: an equation more or less early decides which of two equal losses is taken
    private static final List<String> STRATA =
            Arrays.stream(Stratum.values()).map(Stratum::word).toList();

    /** A number among those of one name: where it stands and which it is. */
    private record Placed(Map<String, String> dimensions, int number) {}

    private final List<Figure> figures;
    private final Relations relations;
    private final List<Star> stars;
    private final IssueTaxonomy taxonomy;
    private final boolean showsComplements;
    private final Map<String, Map<String, String>> parameters = new HashMap<>();

    private final List<EnumMap<Part, Integer>> partsOf = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private final BitSet ofPeople = new BitSet();
    private final BitSet counts = new BitSet();
    private final BitSet signed = new BitSet();
    private final BitSet complements = new BitSet();
    private final BitSet writtenDown = new BitSet();
    private final BitSet occurring = new BitSet();
    private final List<Integer> sameAs = new ArrayList<>();
    private final List<Set<Integer>> moneyRestsOn = new ArrayList<>();
    private final Map<String, List<Placed>> byName = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final List<SortedMap<Integer, Long>> raw = new ArrayList<>();
    private final List<SortedMap<Integer, Long>> rawInequalities = new ArrayList<>();

    private int[][] numbersOf = {};
    private int[][] figuresOf = {};
    private List<Equation> equations = List.of();
    private List<Equation> inequalities = List.of();

    private ReportNumbers(
            Report report, Relations relations, List<Star> stars, IssueTaxonomy taxonomy, boolean showsComplements) {
        this.showsComplements = showsComplements;
        this.figures = report.figures();
        this.relations = relations;
        this.stars = stars;
        this.taxonomy = taxonomy;
        for (MeasureDefinition definition : report.definitions()) {
            parameters.put(definition.measure(), definition.parameters());
        }
    }

    /**
     * The numbers behind a report.
     *
     * @param stars the Stars that the report's figures are about
     * @param taxonomy the headline needs that its issues are filed under
     * @param showsComplements whether a percentage gives away what it leaves out of its base: where numbers are exact,
     *     and where a small complement is suppressed, since 100 % of a rounded base says that so few are left out
     */
    static ReportNumbers of(
            Report report, Relations relations, List<Star> stars, IssueTaxonomy taxonomy, boolean showsComplements) {
        ReportNumbers numbers = new ReportNumbers(report, relations, stars, taxonomy, showsComplements);
        numbers.readFigures();
        relations.quantities().forEach(numbers::join);
        relations.sums().forEach(numbers::addUp);
        numbers.restMoneyOnCounts();
        numbers.addComplements();
        numbers.addStrata();
        numbers.settle();
        return numbers;
    }

    // --- what a report has

    List<Figure> figures() {
        return figures;
    }

    int count() {
        return values.size();
    }

    long value(int number) {
        return values.get(number);
    }

    /** Whether the number counts people, families or the like, so that it must not be seen when it is small. */
    boolean isOfPeople(int number) {
        return ofPeople.get(number);
    }

    /** Whether the number can be negative: a difference, or a sum of weeks or years. */
    boolean isSigned(int number) {
        return signed.get(number);
    }

    /** Whether no figure counts the number, so that it is seen only as what a percentage leaves out of its base. */
    boolean isOnlyComplement(int number) {
        return complements.get(number);
    }

    /** Whether some figure writes the number down, rounded if need be: not where only a mean or a percentage has it. */
    boolean isWrittenDown(int number) {
        return writtenDown.get(number);
    }

    /** Whether a figure is there only because the number is not 0: the members of an ethnicity, the claims of a day. */
    boolean isOccurring(int number) {
        return occurring.get(number);
    }

    /** The numbers that whoever sees the figure knows. */
    int[] numbersOf(int figure) {
        return numbersOf[figure];
    }

    /** The figures that give a number away. */
    int[] figuresOf(int number) {
        return figuresOf[number];
    }

    /** The number of a part of a figure, if the figure has it. */
    Optional<Integer> number(int figure, Part part) {
        Integer number = partsOf.get(figure).get(part);
        return number == null ? Optional.empty() : Optional.of(same(number));
    }

    List<Equation> equations() {
        return equations;
    }

    /**
     * What is at most as much as something else: each with a number of its own, of no figure, that makes up the rest.
     */
    List<Equation> inequalities() {
        return inequalities;
    }

    /** Relations that shall always hold and do not; none, if the relations are right. */
    List<String> broken() {
        return broken;
    }

    /** Whether the numbers of a figure are amounts of money, which say nothing about how many people there are. */
    static boolean isOfMoney(Figure figure) {
        return figure instanceof Percentage percentage && percentage.per() != 1;
    }

    static boolean isOfStratum(Figure figure) {
        return figure.name().dimensions().values().keySet().stream().anyMatch(STRATA::contains);
    }

    // --- the numbers of each figure

    private void readFigures() {
        for (int f = 0; f < figures.size(); f++) {
            Figure figure = figures.get(f);
            partsOf.add(new EnumMap<>(Part.class));
            moneyRestsOn.add(Set.of());
            String id = id(figure);
            if (!isOfMoney(figure)) {
                read(f, figure);
                for (Map.Entry<Part, Integer> part : partsOf.get(f).entrySet()) {
                    place(
                            id + "." + part.getKey().word(),
                            figure.name().dimensions().values(),
                            part.getValue());
                }
            }
        }
    }

    private void read(int f, Figure figure) {
        if (figure instanceof Count count) {
            count.count().ifPresent(number -> add(f, Part.COUNT, number));
        } else if (figure instanceof Percentage percentage) {
            percentage.part().ifPresent(part -> add(f, Part.NUMERATOR, part));
            percentage.whole().ifPresent(whole -> add(f, Part.DENOMINATOR, whole));
            if (percentage.isProportion()
                    && percentage.part().isPresent()
                    && percentage.whole().isPresent()) {
                add(
                        f,
                        Part.COMPLEMENT,
                        percentage.whole().getAsLong() - percentage.part().getAsLong());
            }
        } else if (figure instanceof Mean mean) {
            mean.sums().ifPresent(behind -> {
                add(f, Part.DENOMINATOR, behind.n());
                add(f, Part.SUM, behind.total());
            });
        } else if (figure instanceof Points points && points.status().isValue()) {
            add(f, Part.AT_FIRST, points.atFirst().orElseThrow());
            add(f, Part.AT_LAST, points.atLast().orElseThrow());
            add(f, Part.DENOMINATOR, points.whole().orElseThrow());
        }
    }

    private void add(int figure, Part part, long value) {
        int number = numberOf(value);
        partsOf.get(figure).put(part, number);
        String name = id(figures.get(figure)) + "." + part.word();
        boolean isDifference = relations.differences().contains(name) || value < 0;
        boolean isCount = !isDifference && (part != Part.SUM || countsThings(figures.get(figure)));
        ofPeople.set(number, isCount);
        signed.set(number, !isCount);
        complements.set(number, part == Part.COMPLEMENT);
        writtenDown.set(number, part != Part.SUM && part != Part.COMPLEMENT);
        occurring.set(
                number,
                value > 0
                        && !isOfStratum(figures.get(figure))
                        && relations.occurring().contains(name));
        counts.set(number, part == Part.COUNT);
    }

    private int numberOf(long value) {
        int number = values.size();
        values.add(value);
        sameAs.add(number);
        return number;
    }

    /** Whether what a mean sums up is itself a count, such as the incidents of some families, and no weeks or years. */
    private static boolean countsThings(Figure figure) {
        return figure instanceof Mean mean && mean.unit() == Unit.MEAN;
    }

    private static String id(Figure figure) {
        return figure.name().measure() + "/" + figure.name().figure();
    }

    private void place(String name, Map<String, String> dimensions, int number) {
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(new Placed(dimensions, number));
    }

    // --- one and the same

    private int same(int number) {
        int root = number;
        while (sameAs.get(root) != root) {
            root = sameAs.get(root);
        }
        for (int next = number; next != root; ) {
            int after = sameAs.get(next);
            sameAs.set(next, root);
            next = after;
        }
        return root;
    }

    private void unite(int left, int right) {
        int one = Math.min(same(left), same(right));
        int other = Math.max(same(left), same(right));
        if (one != other) {
            sameAs.set(other, one);
            ofPeople.set(one, ofPeople.get(one) || ofPeople.get(other));
            signed.set(one, signed.get(one) && signed.get(other));
            complements.set(one, complements.get(one) && complements.get(other));
            writtenDown.set(one, writtenDown.get(one) || writtenDown.get(other));
            occurring.set(one, occurring.get(one) || occurring.get(other));
        }
    }

    private void join(Quantity quantity) {
        Map<Map<String, String>, Integer> firsts = new LinkedHashMap<>();
        for (String name : quantity.numbers()) {
            for (Placed placed : byName.getOrDefault(name, List.of())) {
                Map<String, String> where = new HashMap<>(placed.dimensions());
                where.keySet()
                        .removeIf(dimension ->
                                !STRATA.contains(dimension) && !quantity.by().contains(dimension));
                Integer first = firsts.putIfAbsent(where, placed.number());
                if (first != null && value(first) == value(placed.number())) {
                    unite(first, placed.number());
                } else if (first != null) {
                    broken.add(quantity.name() + " " + where);
                }
            }
        }
        firsts.forEach((where, number) -> place(quantity.name(), where, number));
    }

    // --- what adds up to what

    /** The numbers of a term, each under the dimensions that are not added up. */
    private Map<Map<String, String>, List<Placed>> groups(Term term) {
        Map<Map<String, String>, List<Placed>> groups = new LinkedHashMap<>();
        for (Placed placed : byName.getOrDefault(term.number(), List.of())) {
            if (placed.dimensions().keySet().containsAll(term.over().keySet())) {
                Map<String, String> where = new HashMap<>(placed.dimensions());
                where.keySet().removeAll(term.over().keySet());
                groups.computeIfAbsent(where, w -> new ArrayList<>()).add(placed);
            }
        }
        return groups;
    }

    /** Those of a group that a term adds up. */
    private List<Placed> included(Term term, List<Placed> group, Map<String, String> context, Optional<Star> star) {
        Map<String, String> ofMeasure = parameters.getOrDefault(term.number().replaceFirst("/.*", ""), Map.of());
        List<Placed> included = new ArrayList<>();
        for (Placed placed : group) {
            Map<String, String> all = new HashMap<>(context);
            all.putAll(placed.dimensions());
            if (term.over().entrySet().stream()
                    .allMatch(selector -> selector.getValue()
                            .includes(
                                    placed.dimensions().getOrDefault(selector.getKey(), ""),
                                    all,
                                    ofMeasure,
                                    taxonomy,
                                    star))) {
                included.add(placed);
            }
        }
        return included;
    }

    /** The group of a term that stands where the whole does. */
    private static List<Placed> groupAt(
            Map<Map<String, String>, List<Placed>> groups, Set<String> known, Map<String, String> context) {
        Map<String, String> where = new HashMap<>(context);
        where.keySet().removeIf(dimension -> !STRATA.contains(dimension) && !known.contains(dimension));
        return groups.getOrDefault(where, List.of());
    }

    private static Set<String> dimensionsOf(Map<Map<String, String>, List<Placed>> groups) {
        return groups.keySet().stream()
                .flatMap(where -> where.keySet().stream())
                .collect(Collectors.toSet());
    }

    private void addUp(Relations.Sum sum) {
        List<Map<Map<String, String>, List<Placed>>> parts =
                sum.parts().stream().map(this::groups).toList();
        List<Set<String>> known =
                parts.stream().map(ReportNumbers::dimensionsOf).toList();
        boolean needsStar = Stream.concat(Stream.of(sum.whole()), sum.parts().stream())
                .flatMap(term -> term.over().values().stream())
                .anyMatch(Relations.Selector::needsStar);
        groups(sum.whole()).forEach((context, whole) -> {
            for (Optional<Star> star : needsStar ? starsOf(context) : List.of(Optional.<Star>empty())) {
                SortedMap<Integer, Long> terms = new TreeMap<>();
                boolean complete = put(terms, sum.whole(), included(sum.whole(), whole, context, star), -1);
                for (int p = 0; p < parts.size(); p++) {
                    Term part = sum.parts().get(p);
                    List<Placed> group = groupAt(parts.get(p), known.get(p), context);
                    complete &= put(terms, part, included(part, group, context, star), 1);
                }
                if (complete && holds(terms)) {
                    raw.add(terms);
                } else if (complete && !sum.sometimes() && star.stream().allMatch(s -> stars.size() == 1)) {
                    broken.add(sum.says() + " " + context);
                }
            }
        });
    }

    /** The Stars that figures of a place can be about: without a name, each that has its definition in the run. */
    private List<Optional<Star>> starsOf(Map<String, String> context) {
        String id = context.get("star");
        return stars.stream()
                .filter(star -> id == null || star.id().equals(id))
                .map(Optional::of)
                .toList();
    }

    private static boolean put(SortedMap<Integer, Long> terms, Term term, List<Placed> numbers, int sign) {
        for (Placed placed : numbers) {
            terms.merge(placed.number(), sign * term.factor(placed.dimensions()), Long::sum);
        }
        return !numbers.isEmpty();
    }

    private boolean holds(SortedMap<Integer, Long> terms) {
        return sum(terms) == 0;
    }

    private long sum(SortedMap<Integer, Long> terms) {
        return terms.entrySet().stream()
                .mapToLong(term -> term.getValue() * value(term.getKey()))
                .sum();
    }

    private void restMoneyOnCounts() {
        for (Relations.Money money : relations.money()) {
            for (int f = 0; f < figures.size(); f++) {
                if (figures.get(f) instanceof Pounds
                        && figures.get(f).status().isValue()
                        && id(figures.get(f)).equals(money.figure())) {
                    Set<Integer> numbers = new LinkedHashSet<>();
                    Map<String, String> context =
                            figures.get(f).name().dimensions().values();
                    for (Term term : money.restsOn()) {
                        Map<Map<String, String>, List<Placed>> groups = groups(term);
                        included(term, groupAt(groups, dimensionsOf(groups), context), context, Optional.empty())
                                .forEach(placed -> numbers.add(placed.number()));
                    }
                    moneyRestsOn.set(f, numbers);
                }
            }
        }
    }

    private void addComplements() {
        for (EnumMap<Part, Integer> parts : partsOf) {
            Integer complement = parts.get(Part.COMPLEMENT);
            if (complement != null) {
                SortedMap<Integer, Long> terms = new TreeMap<>();
                terms.put(complement, 1L);
                terms.put(parts.getOrDefault(Part.NUMERATOR, complement), 1L);
                terms.put(parts.getOrDefault(Part.DENOMINATOR, complement), -1L);
                raw.add(terms);
            }
        }
    }

    /**
     * The strata of a report add up to its whole. By district they do; by service only where no family has two, which
     * the counts of the report show, all together. Where some have two, the whole still has no more than all services
     * together, and no service more than the whole.
     */
    private void addStrata() {
        for (String stratum : STRATA) {
            Map<SortedMap<Integer, Long>, Integer> sumsOfStratum = new LinkedHashMap<>();
            boolean countsAddUp = true;
            for (List<Placed> all : numbersOfFigures()) {
                Map<Map<String, String>, Integer> wholes = new HashMap<>();
                Map<Map<String, String>, SortedMap<Integer, Long>> strata = new LinkedHashMap<>();
                for (Placed placed : all) {
                    if (placed.dimensions().containsKey(stratum)) {
                        Map<String, String> where = new HashMap<>(placed.dimensions());
                        where.remove(stratum);
                        strata.computeIfAbsent(where, w -> new TreeMap<>()).put(placed.number(), 1L);
                    } else {
                        wholes.put(placed.dimensions(), placed.number());
                    }
                }
                for (Map.Entry<Map<String, String>, SortedMap<Integer, Long>> parts : strata.entrySet()) {
                    Integer whole = wholes.get(parts.getKey());
                    if (whole != null) {
                        parts.getValue().put(whole, -1L);
                        sumsOfStratum.put(parts.getValue(), whole);
                        countsAddUp &= !counts.get(whole) || holds(parts.getValue());
                    }
                }
            }
            if (countsAddUp || stratum.equals(Stratum.DISTRICT.word())) {
                sumsOfStratum.keySet().stream().filter(this::holds).forEach(raw::add);
            } else {
                sumsOfStratum.forEach(this::share);
            }
        }
    }

    private void share(SortedMap<Integer, Long> sum, int whole) {
        if (sum.keySet().stream().noneMatch(signed::get)) {
            SortedMap<Integer, Long> together = new TreeMap<>();
            sum.forEach((number, factor) -> together.put(number, -factor));
            atMost(together);
            for (int part : sum.keySet()) {
                if (part != whole) {
                    atMost(new TreeMap<>(Map.of(part, 1L, whole, -1L)));
                }
            }
        }
    }

    /** Takes note that the numbers, each times its factor, are 0 or less together, if they are. */
    private void atMost(SortedMap<Integer, Long> terms) {
        long sum = sum(terms);
        if (sum <= 0) {
            terms.put(numberOf(-sum), 1L);
            rawInequalities.add(terms);
        }
    }

    private List<List<Placed>> numbersOfFigures() {
        Map<String, List<Placed>> numbers = new LinkedHashMap<>();
        for (int f = 0; f < figures.size(); f++) {
            String id = id(figures.get(f));
            Map<String, String> dimensions = figures.get(f).name().dimensions().values();
            partsOf.get(f).forEach((part, number) -> {
                if (part != Part.COMPLEMENT) {
                    numbers.computeIfAbsent(id + "." + part.word(), name -> new ArrayList<>())
                            .add(new Placed(dimensions, number));
                }
            });
        }
        return List.copyOf(numbers.values());
    }

    // --- settled

    /** Equal numbers become one, until no equation is left that says so. */
    private void settle() {
        Set<Equation> settled = new LinkedHashSet<>();
        boolean united;
        do {
            united = false;
            settled.clear();
            for (SortedMap<Integer, Long> terms : raw) {
                SortedMap<Integer, Long> merged = merged(terms);
                if (merged.size() == 2
                        && merged.values().stream().mapToLong(Long::longValue).sum() == 0) {
                    unite(merged.firstKey(), merged.lastKey());
                    united = true;
                } else if (!merged.isEmpty()) {
                    settled.add(Equation.of(merged));
                }
            }
        } while (united);
        equations = List.copyOf(settled);
        inequalities =
                rawInequalities.stream().map(this::merged).map(Equation::of).toList();
        listFigures();
    }

    private SortedMap<Integer, Long> merged(SortedMap<Integer, Long> terms) {
        SortedMap<Integer, Long> merged = new TreeMap<>();
        terms.forEach((number, factor) -> merged.merge(same(number), factor, Long::sum));
        merged.values().removeIf(factor -> factor == 0);
        return merged;
    }

    private void listFigures() {
        numbersOf = new int[figures.size()][];
        List<List<Integer>> givers = new ArrayList<>();
        for (int number = 0; number < values.size(); number++) {
            givers.add(new ArrayList<>());
        }
        for (int f = 0; f < figures.size(); f++) {
            Set<Integer> numbers = new LinkedHashSet<>();
            partsOf.get(f).forEach((part, number) -> {
                if (showsComplements || part != Part.COMPLEMENT) {
                    numbers.add(same(number));
                }
            });
            moneyRestsOn.get(f).forEach(number -> numbers.add(same(number)));
            for (int number : numbers) {
                givers.get(number).add(f);
            }
            numbersOf[f] = numbers.stream().mapToInt(number -> number).toArray();
        }
        figuresOf = givers.stream()
                .map(list -> list.stream().mapToInt(f -> f).toArray())
                .toArray(int[][]::new);
    }
}
