package dev.waymark.pbr;

import dev.waymark.definition.Definition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payment-by-results scheme as data: criteria with their thresholds, routes to a result, and fees.
 *
 * <p>No threshold, window, fee or year of a scheme stands in code. Every threshold says how sure it is and where it
 * comes from. <b>Errors:</b> {@code WM-DEFINITION}, naming file, path and what is allowed, for an unknown kind, a
 * threshold that is missing or out of its range, a route to an unknown criterion, a fee below 0, dates that are none.
 * <b>Threads:</b> immutable.
 *
 * @param id names the scheme
 * @param version the version of the definition
 * @param title how people call it
 * @param from the first day of the programme
 * @param to its last day
 * @param criteria its criteria, in their order
 * @param routes its routes, in their order
 */
public record Scheme(
        String id,
        String version,
        String title,
        LocalDate from,
        LocalDate to,
        List<Criterion> criteria,
        List<Route> routes) {

    private static final int MOST_POUNDS = 1_000_000;

    /** The first phase of the Troubled Families programme, 2012/13 to 2014/15. */
    public static Scheme troubledFamilies1() {
        return read(Definition.resource(Scheme.class, "troubled-families-1.json"));
    }

    /** Reads a scheme from its definition, format {@code waymark-scheme/1}. */
    public static Scheme read(Definition scheme) {
        scheme.requireFormat("waymark-scheme/1");
        scheme.allowOnly("format", "id", "version", "title", "from", "to", "criteria", "routes");
        LocalDate from = date(scheme.at("from"));
        LocalDate to = date(scheme.at("to"));
        if (to.isBefore(from)) {
            throw scheme.at("to").refuse("a day not before " + from);
        }
        Map<String, Criterion> criteria = new LinkedHashMap<>();
        for (Definition criterion : scheme.at("criteria").elements()) {
            Criterion read = criterion(criterion);
            if (criteria.putIfAbsent(read.id(), read) != null) {
                throw criterion.at("id").refuse("an id that no other criterion has");
            }
        }
        List<Route> routes = new ArrayList<>();
        for (Definition route : scheme.at("routes").elements()) {
            routes.add(route(route, criteria));
        }
        return new Scheme(
                scheme.at("id").code(),
                scheme.at("version").text(),
                scheme.at("title").text(),
                from,
                to,
                List.copyOf(criteria.values()),
                List.copyOf(routes));
    }

    private static Criterion criterion(Definition criterion) {
        criterion.allowOnly("id", "title", "kind", "thresholds");
        String word = criterion.at("kind").oneOf(CriterionKind.words());
        CriterionKind kind =
                CriterionKind.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        Definition stated = criterion.at("thresholds");
        stated.allowOnly(kind.thresholds().toArray(String[]::new));
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        for (String name : kind.thresholds()) {
            Definition threshold = stated.at(name);
            threshold.allowOnly("value", "mark", "source");
            String mark = threshold.at("mark").oneOf("S", "V", "A");
            thresholds.put(
                    name,
                    new Threshold(
                            threshold.at("value").whole(kind.least(name), kind.greatest(name)),
                            markOf(mark),
                            threshold.at("source").text()));
        }
        return new Criterion(criterion.at("id").code(), criterion.at("title").text(), kind, Map.copyOf(thresholds));
    }

    private static Mark markOf(String letter) {
        for (Mark mark : Mark.values()) {
            if (mark.letter().equals(letter)) {
                return mark;
            }
        }
        throw new IllegalArgumentException(letter);
    }

    private static Route route(Definition route, Map<String, Criterion> criteria) {
        route.allowOnly("id", "title", "criteria", "resultPounds");
        List<String> ids = new ArrayList<>();
        for (Definition criterion : route.at("criteria").elements()) {
            if (!criteria.containsKey(criterion.text())) {
                throw criterion.refuse("the id of a criterion: " + String.join(", ", criteria.keySet()));
            }
            ids.add(criterion.text());
        }
        Map<Integer, Long> pence = new LinkedHashMap<>();
        Definition fees = route.at("resultPounds");
        for (String year : fees.keys()) {
            if (!year.matches("\\d{4}/\\d{2}")
                    || (Integer.parseInt(year.substring(0, 4)) + 1) % 100 != Integer.parseInt(year.substring(5))) {
                throw fees.at(year).refuse("fees by financial year like 2012/13");
            }
            pence.put(
                    Integer.parseInt(year.substring(0, 4)), 100L * fees.at(year).whole(0, MOST_POUNDS));
        }
        return new Route(route.at("id").code(), route.at("title").text(), List.copyOf(ids), Map.copyOf(pence));
    }

    private static LocalDate date(Definition date) {
        try {
            return LocalDate.parse(date.text());
        } catch (DateTimeException e) {
            throw date.refuse("a date like 2012-04-01");
        }
    }
}
