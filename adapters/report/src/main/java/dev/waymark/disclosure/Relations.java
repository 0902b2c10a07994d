package dev.waymark.disclosure;

import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What whoever reads a report knows about its figures without being told: which of them are one and the same number,
 * and which add up to which.
 *
 * <p>The one place where this stands is {@code relations.json}; strata and complements follow from a figure's own form
 * and are added by {@link ReportNumbers}. <b>Threads:</b> immutable.
 *
 * @param differences numbers that are a difference of counts: they may be negative, and count nobody
 * @param occurring counts by what occurs in the data, which a whole report lists only where they count somebody
 * @param quantities numbers that are one and the same where their dimensions are
 * @param sums what adds up to what
 * @param money amounts that whoever knows the fees or the budget turns back into counts
 */
record Relations(
        Set<String> differences, Set<String> occurring, List<Quantity> quantities, List<Sum> sums, List<Money> money) {

    /** One number under the names under which figures publish it. */
    record Quantity(String name, List<String> by, List<String> numbers) {}

    /** A whole that is the sum of parts. {@code sometimes}: only in some reports, where the numbers show it. */
    record Sum(String says, boolean sometimes, Term whole, List<Term> parts) {}

    /** An amount of money and the counts that it rests on. */
    record Money(String figure, List<Term> restsOn) {}

    /**
     * A number, or several that are added, in a relation.
     *
     * @param number the name of a quantity, or {@code measure/figure.part}
     * @param over the dimensions that are added up, each with the values that count
     * @param times what each number is taken times: the value of a dimension, or the factor itself
     */
    record Term(String number, Map<String, Selector> over, String times) {

        static Term read(Definition term) {
            if (term.isText()) {
                return new Term(term.text(), Map.of(), "1");
            }
            term.allowOnly("number", "over", "times");
            Map<String, Selector> over = new LinkedHashMap<>();
            Optional<Definition> dimensions = term.find("over");
            if (dimensions.isPresent()) {
                for (String dimension : dimensions.get().keys()) {
                    over.put(dimension, Selector.read(dimensions.get().at(dimension)));
                }
            }
            return new Term(
                    term.at("number").text(),
                    over,
                    term.find("times").map(Definition::text).orElse("1"));
        }

        long factor(Map<String, String> dimensions) {
            return Long.parseLong(dimensions.getOrDefault(times, times));
        }
    }

    /** Which values of a dimension count; in words (text) or as a list. */
    record Selector(String words, List<String> values) {

        private static final String ANY = "any";
        private static final String FROM = "from parameter ";
        private static final String FILED = "filed under ";

        static Selector read(Definition selector) {
            return selector.isText() ? new Selector(selector.text(), List.of()) : new Selector("", selector.texts());
        }

        boolean needsStar() {
            return !words.isEmpty()
                    && !words.equals(ANY)
                    && Stream.of("= ", FROM, FILED).noneMatch(words::startsWith);
        }

        /** Whether a value counts, where the other dimensions are these. */
        boolean includes(
                String value,
                Map<String, String> dimensions,
                Map<String, String> parameters,
                IssueTaxonomy taxonomy,
                Optional<Star> star) {
            if (words.isEmpty()) {
                return values.contains(value);
            }
            if (words.equals(ANY)) {
                return true;
            }
            if (words.startsWith("= ")) {
                return value.equals(dimensions.get(words.substring(2)));
            }
            if (words.startsWith(FROM)) {
                String least = parameters.get(words.substring(FROM.length()));
                return least != null && Integer.parseInt(value) >= Integer.parseInt(least);
            }
            if (words.startsWith(FILED)) {
                Optional<String> need = taxonomy.issue(value).flatMap(Issue::need);
                return need.isPresent() && need.get().equals(dimensions.get(words.substring(FILED.length())));
            }
            return star.isPresent() && new Stages(star.get()).include(words, value, dimensions);
        }
    }

    static Relations ofWaymark() {
        return read(Definition.resource(Relations.class, "relations.json"));
    }

    static Relations read(Definition relations) {
        relations.requireFormat("waymark-relations/1");
        relations.allowOnly("format", "differences", "occurring", "quantities", "relations", "money");
        List<Quantity> quantities = new ArrayList<>();
        for (String name : relations.at("quantities").keys()) {
            Definition quantity = relations.at("quantities").at(name);
            quantity.allowOnly("by", "numbers");
            quantities.add(new Quantity(
                    name, quantity.at("by").texts(), quantity.at("numbers").texts()));
        }
        List<Sum> sums = new ArrayList<>();
        for (Definition sum : relations.at("relations").elements()) {
            sum.allowOnly("says", "sometimes", "whole", "parts");
            sums.add(new Sum(
                    sum.at("says").text(),
                    sum.find("sometimes").map(Definition::yes).orElse(false),
                    Term.read(sum.at("whole")),
                    sum.at("parts").elements().stream().map(Term::read).toList()));
        }
        List<Money> money = new ArrayList<>();
        for (Definition amount : relations.at("money").elements()) {
            amount.allowOnly("figure", "restsOn");
            money.add(new Money(
                    amount.at("figure").text(),
                    amount.at("restsOn").elements().stream().map(Term::read).toList()));
        }
        return new Relations(
                new HashSet<>(relations.at("differences").texts()),
                new HashSet<>(relations.at("occurring").texts()),
                quantities,
                sums,
                money);
    }
}
