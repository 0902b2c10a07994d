package dev.waymark.pbr.scheme;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.family.Claim;
import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.measure.Judgement;
import dev.waymark.pbr.criterion.Criterion;
import dev.waymark.pbr.criterion.CriterionReader;
import dev.waymark.pbr.criterion.DayOfJudgement;
import dev.waymark.pbr.criterion.Notes;
import dev.waymark.pbr.criterion.ProblemList;
import dev.waymark.pbr.criterion.Situation;
import dev.waymark.pbr.criterion.Threshold;
import dev.waymark.pbr.decision.Decision;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A payment-by-results scheme as data, and the one evaluator of all schemes.
 *
 * <p>No threshold, window, fee or year of a scheme stands in code. Every number says how sure it is and where it comes
 * from. <b>Errors:</b> {@code WM-DEFINITION}, naming file, path and what is allowed, for an unknown kind, a threshold
 * that is missing or out of its range, a route to an unknown criterion, a fee below 0, dates that are none.
 * <b>Threads:</b> immutable. <b>Source:</b> docs/schemes.md.
 */
public final class Scheme {

    /** The format of a scheme file. */
    public static final String FORMAT = "waymark-scheme/1";

    private static final int MOST_POUNDS = 1_000_000;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_YEARS_OF_AGE = 25;

    private final String id;
    private final String version;
    private final String title;
    private final LocalDate from;
    private final LocalDate to;
    private final Threshold lookBack;
    private final Threshold adultAge;
    private final ProblemList problems;
    private final List<Criterion> appliesIf;
    private final List<Named> criteria;
    private final List<Route> routes;
    private final Funding funding;
    private final List<Supplier<WaymarkException>> open;
    /** The day on which most families of a run are judged; any thread may put another there. */
    private volatile @Nullable DayOfJudgement lastDay;

    private record Named(String id, String title, Criterion criterion) {}

    private Scheme(Definition scheme, CriterionReader reader) {
        id = scheme.at("id").code();
        version = scheme.at("version").text();
        title = scheme.at("title").text();
        from = scheme.at("from").date();
        to = scheme.at("to").date();
        if (to.isBefore(from)) {
            throw scheme.at("to").refuse("a day not before " + from);
        }
        lookBack = reader.number(scheme, "lookBackMonths", 1, MOST_MONTHS);
        adultAge = reader.number(scheme, "adultAge", 1, MOST_YEARS_OF_AGE);
        problems = reader.problems(scheme);
        appliesIf = appliesIf(scheme, reader);
        criteria = criteria(scheme, reader);
        List<Route> read = new ArrayList<>();
        for (Definition route : scheme.at("routes").elements()) {
            read.add(route(route, read));
        }
        if (read.isEmpty()) {
            throw scheme.at("routes").refuse("a list of at least one route");
        }
        routes = List.copyOf(read);
        funding = Funding.read(scheme);
        open = reader.open();
    }

    /** Reads a scheme from its definition, format {@code waymark-scheme/1}, with all that it extends. */
    static Scheme read(Definition scheme, IssueTaxonomy taxonomy, List<Star> stars) {
        scheme.allowOnly(
                "format",
                "id",
                "version",
                "title",
                "from",
                "to",
                "extends",
                "lookBackMonths",
                "adultAge",
                "problemMonthsBefore",
                "problems",
                "appliesIf",
                "criteria",
                "routes",
                "funding");
        return new Scheme(scheme, new CriterionReader(taxonomy, stars));
    }

    private static List<Criterion> appliesIf(Definition scheme, CriterionReader reader) {
        return scheme.find("appliesIf").isEmpty()
                ? List.of()
                : scheme.at("appliesIf").elements().stream()
                        .map(criterion -> reader.family(criterion))
                        .toList();
    }

    private static List<Named> criteria(Definition scheme, CriterionReader reader) {
        List<Named> read = new ArrayList<>();
        for (Definition criterion : scheme.at("criteria").elements()) {
            Named named = new Named(
                    criterion.at("id").code(), criterion.at("title").text(), reader.family(criterion, "id", "title"));
            if (read.stream().anyMatch(other -> other.id().equals(named.id()))) {
                throw criterion.at("id").refuse("an id that no other criterion has");
            }
            read.add(named);
        }
        return List.copyOf(read);
    }

    private Route route(Definition route, List<Route> others) {
        route.allowOnly("id", "title", "criteria", "resultPounds", "more");
        String routeId = route.at("id").code();
        if (others.stream().anyMatch(other -> other.id().equals(routeId))) {
            throw route.at("id").refuse("an id that no other route has");
        }
        List<Integer> places = new ArrayList<>();
        for (Definition criterion : route.at("criteria").elements()) {
            places.add(place(criterion));
        }
        if (places.isEmpty()) {
            throw route.at("criteria").refuse("a list of at least one criterion");
        }
        List<Route.Bonus> bonuses = new ArrayList<>();
        if (route.find("more").isPresent()) {
            for (Definition more : route.at("more").elements()) {
                more.allowOnly("criterion", "pounds");
                bonuses.add(new Route.Bonus(place(more.at("criterion")), ByYear.read(more.at("pounds"), MOST_POUNDS)));
            }
        }
        return new Route(
                routeId,
                route.at("title").text(),
                places,
                route.find("resultPounds").map(pounds -> ByYear.read(pounds, MOST_POUNDS)),
                bonuses);
    }

    private int place(Definition criterion) {
        int place = criteria().indexOf(criterion.text());
        if (place < 0) {
            throw criterion.refuse("the id of a criterion: " + String.join(", ", criteria()));
        }
        return place;
    }

    /** Names the scheme. */
    public String id() {
        return id;
    }

    /** The version of the definition. */
    public String version() {
        return version;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** The first day of the programme. */
    public LocalDate from() {
        return from;
    }

    /** Its last day. */
    public LocalDate to() {
        return to;
    }

    /** Whether the programme runs on a day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The ids of the criteria, in their order. */
    public List<String> criteria() {
        return criteria.stream().map(Named::id).toList();
    }

    /** The routes, in their order. */
    public List<Route> routes() {
        return routes;
    }

    /** What it pays besides results. */
    public Funding funding() {
        return funding;
    }

    /** The numbers that nobody has given yet, each as the error it is to run without it; none in a complete scheme. */
    public List<Supplier<WaymarkException>> open() {
        return open;
    }

    /** What can be set, with the values set, by name. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("version", version);
        parameters.put("lookBackMonths", lookBack.value().toPlainString());
        criteria.forEach(named -> named.criterion()
                .limits()
                .forEach(limit -> parameters.merge(
                        named.id() + "." + limit.name(),
                        limit.value().toPlainString(),
                        (one, other) -> one.equals(other) ? one : one + ", " + other)));
        routes.forEach(route -> parameters.put(route.id() + ".resultPounds", route.feesInWords()));
        return parameters;
    }

    /** Whether a family is judged. */
    public Standing standing(FamilyCase family) {
        if (lastWithin(family, dayOfJudgement(family.asAtDay() + 1)).isEmpty()) {
            return Standing.NOT_LOOKED_AT;
        }
        return claimedBefore(family, family.period().start()).isPresent()
                ? Standing.ALREADY_CLAIMED
                : Standing.EVALUATED;
    }

    private Optional<LocalDate> claimedBefore(FamilyCase family, LocalDate day) {
        List<Claim> claims = family.claims();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).scheme().equals(id) && claims.get(i).claimedOn().isBefore(day)) {
                return Optional.of(claims.get(i).claimedOn());
            }
        }
        return Optional.empty();
    }

    /** D: the first day in the period on which the family was claimed, or else the day after the as-at date. */
    private DayOfJudgement day(FamilyCase family) {
        Optional<LocalDate> claimed = claimedInPeriod(family);
        return claimed.isPresent() ? DayOfJudgement.of(claimed.get()) : dayOfJudgement(family.asAtDay() + 1);
    }

    private DayOfJudgement dayOfJudgement(int number) {
        DayOfJudgement known = lastDay;
        if (known == null || known.number() != number) {
            known = DayOfJudgement.of(LocalDate.ofEpochDay(number));
            lastDay = known;
        }
        return known;
    }

    private Optional<LocalDate> claimedInPeriod(FamilyCase family) {
        List<Claim> claims = family.claims();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).scheme().equals(id)
                    && family.period().contains(claims.get(i).claimedOn())) {
                return Optional.of(claims.get(i).claimedOn());
            }
        }
        return Optional.empty();
    }

    /**
     * Of the episodes not closed more than the look-back before the last day that is known, the one opened last, then
     * the greatest id.
     */
    private Optional<Episode> lastWithin(FamilyCase family, DayOfJudgement day) {
        int earliest = day.lookBackStart(lookBack.wholeOn(day.date()));
        List<Episode> episodes = family.episodes();
        for (int i = episodes.size() - 1; i >= 0; i--) {
            if (episodes.get(i).closedDay() >= earliest) {
                return Optional.of(episodes.get(i));
            }
        }
        return Optional.empty();
    }

    /** Judges a family that is to be judged. */
    public FamilyResult judge(FamilyCase family) {
        return judge(family, Notes.NONE, true);
    }

    /**
     * Judges a family that is to be judged, for counting: as {@link #judge}, but decisions do not say which records are
     * missing, nor from which day they can be made.
     */
    public FamilyResult judgeForCounting(FamilyCase family) {
        return judge(family, Notes.NONE, false);
    }

    private FamilyResult judge(FamilyCase family, Notes notes, boolean withReasons) {
        DayOfJudgement day = day(family);
        FamilyCase known = day.number() - 1 == family.asAtDay()
                ? family
                : family.asAt(day.date().minusDays(1));
        Optional<Episode> counted = known.countedEpisode();
        Optional<Episode> episode = counted.isPresent() ? counted : lastWithin(known, day);
        Situation situation = Situation.of(known, day, episode, adultAge.wholeOn(day.date()), problems, withReasons);
        noteEpisode(situation, notes);
        noteClaim(family, notes);

        Decision applies = applies(situation, notes);
        Decision[] asked = new Decision[criteria.size()];
        for (int place = 0; place < asked.length; place++) {
            Named named = criteria.get(place);
            String about = notes.areTaken() ? "criterion " + named.id() + " (" + named.title() + ")" : named.id();
            asked[place] = notes.judge(about, named.criterion(), situation);
        }
        List<Decision> ofCriteria = List.of(asked);
        Decision[] ways = new Decision[routes.size()];
        for (int route = 0; route < ways.length; route++) {
            ways[route] = routes.get(route).decision(ofCriteria);
            noteRoute(routes.get(route), ways[route], notes);
        }
        List<Decision> ofRoutes = List.of(ways);
        Decision decision = applies.isMet() ? Decision.anyOf(ofRoutes) : applies;
        Optional<Integer> year = episode.map(one -> FinancialYear.of(one.opened()));
        Optional<Integer> paid = decision.isMet() ? bestPaid(ofRoutes, ofCriteria, year) : Optional.empty();
        OptionalLong pence = paid.isPresent() ? pence(routes.get(paid.get()), ofCriteria, year) : OptionalLong.empty();
        if (notes.areTaken()) {
            year.ifPresent(one -> notes.value("year of attachment", FinancialYear.label(one)));
            paid.ifPresent(
                    place -> notes.value("route claimed", routes.get(place).id()));
            pence.ifPresent(amount -> notes.value("result fee in pounds", ByYear.plain(amount)));
        }
        return new FamilyResult(decision, ofCriteria, ofRoutes, paid, pence, year, day.date());
    }

    /** Met if the scheme is for this family, not applicable if it is not, insufficient data if that is not known. */
    private Decision applies(Situation situation, Notes notes) {
        Decision all = Decision.notApplicable();
        for (Criterion condition : appliesIf) {
            all = all.and(notes.judge("the scheme applies if", condition, situation));
        }
        return switch (all.outcome()) {
            case NOT_MET -> Decision.notApplicable();
            case NOT_APPLICABLE -> Decision.met();
            default -> all;
        };
    }

    private static OptionalLong pence(Route route, List<Decision> criteria, Optional<Integer> year) {
        OptionalLong fee = route.feePence(year);
        if (fee.isEmpty()) {
            return fee;
        }
        long pence = fee.getAsLong();
        for (Route.Bonus bonus : route.bonuses()) {
            if (criteria.get(bonus.criterion()).isMet()) {
                pence = Math.addExact(pence, bonus.pounds().in(year).orElse(0));
            }
        }
        return OptionalLong.of(pence);
    }

    /** Of the met routes the one that pays most; of those that pay the same, or nothing, the first. */
    private Optional<Integer> bestPaid(List<Decision> ofRoutes, List<Decision> ofCriteria, Optional<Integer> year) {
        Optional<Integer> best = Optional.empty();
        long most = -1;
        for (int place = 0; place < routes.size(); place++) {
            if (ofRoutes.get(place).isMet()) {
                long pence = pence(routes.get(place), ofCriteria, year).orElse(-1);
                if (best.isEmpty() || pence > most) {
                    best = Optional.of(place);
                    most = pence;
                }
            }
        }
        return best;
    }

    private static void noteEpisode(Situation situation, Notes notes) {
        if (notes.areTaken()) {
            notes.value("D, the day of the judgement", situation.day());
            if (situation.episode().isEmpty()) {
                notes.value("claim episode", "none is known on the day before D");
            }
            situation
                    .episode()
                    .ifPresent(episode -> notes.record(
                            "episodes",
                            Optional.of(episode.id()),
                            episode.opened(),
                            "claim episode",
                            Map.of(
                                    "closed",
                                    episode.closed().map(LocalDate::toString).orElse("not closed"),
                                    "service",
                                    episode.service())));
        }
    }

    private void noteClaim(FamilyCase family, Notes notes) {
        if (notes.areTaken()) {
            claimedInPeriod(family)
                    .ifPresent(claimed -> notes.record(
                            "claims",
                            Optional.empty(),
                            claimed,
                            "claimed, so judged as known the day before",
                            Map.of("scheme", id)));
        }
    }

    private void noteRoute(Route route, Decision decision, Notes notes) {
        if (notes.areTaken()) {
            notes.add(Notes.taken()
                    .judgement(
                            "route " + route.id() + " (" + route.title() + ")",
                            decision,
                            "all of these that apply: "
                                    + String.join(
                                            ", ",
                                            route.criteria().stream()
                                                    .map(criteria()::get)
                                                    .toList())
                                    + "; result fee in pounds: " + route.feesInWords() + moreInWords(route),
                            List.of()));
        }
    }

    private String moreInWords(Route route) {
        StringBuilder more = new StringBuilder();
        for (Route.Bonus bonus : route.bonuses()) {
            more.append("; ")
                    .append(bonus.pounds().inWords())
                    .append(" more if ")
                    .append(criteria().get(bonus.criterion()))
                    .append(" is met");
        }
        return more.toString();
    }

    /** Why a family came out as it did: need by need, member by member, down to the records. */
    public Judgement explain(FamilyCase family) {
        Notes notes = Notes.taken();
        String about = "family " + family.familyId() + " under " + id;
        switch (standing(family)) {
            case NOT_LOOKED_AT -> {
                return outside(
                        about,
                        "not-evaluated",
                        "no episode opened by the as-at date and not closed longer before it than the look-back",
                        notes);
            }
            case ALREADY_CLAIMED -> {
                claimedBefore(family, family.period().start())
                        .ifPresent(day -> notes.record("claims", Optional.empty(), day, "claim", Map.of("scheme", id)));
                return outside(about, "already-claimed", "claimed under the scheme before the period", notes);
            }
            default -> {
                FamilyResult result = judge(family, notes, true);
                String rule = "any of the routes that apply"
                        + (appliesIf.isEmpty() ? "" : ", of a family to which the scheme applies");
                return notes.judgement(about, result.decision(), rule, List.of(lookBack));
            }
        }
    }

    private Judgement outside(String about, String standing, String why, Notes notes) {
        Judgement noted = notes.judgement(about, Decision.notApplicable(), why, List.of(lookBack));
        return new Judgement(about, standing, why, noted.limits(), noted.values(), noted.records(), noted.parts());
    }
}
