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
import dev.waymark.pbr.criterion.Threshold;
import dev.waymark.pbr.decision.Decision;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** No day. */
    static final int NEVER = Integer.MIN_VALUE;

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
    private final List<String> criterionIds;
    private final List<Route> routes;
    private final Funding funding;
    private final List<Supplier<WaymarkException>> open;
    /** The day on which most families of a run are judged; any thread may put another there. */
    private volatile @Nullable DayOfJudgement lastDay;

    /** A criterion with its names. */
    record Named(String id, String title, Criterion criterion) {}

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
        criterionIds = criteria.stream().map(Named::id).toList();
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
        return criterionIds;
    }

    /** The routes, in their order. */
    public List<Route> routes() {
        return routes;
    }

    List<Named> namedCriteria() {
        return criteria;
    }

    List<Criterion> appliesIf() {
        return appliesIf;
    }

    ProblemList problems() {
        return problems;
    }

    Threshold adultAge() {
        return adultAge;
    }

    /** What it pays besides results. */
    public Funding funding() {
        return funding;
    }

    /** The numbers that nobody has given yet, each as the error it is to run without it; none in a complete scheme. */
    public List<Supplier<WaymarkException>> open() {
        return open;
    }

    /** Whether a family is judged. */
    public Standing standing(FamilyCase family) {
        if (lastWithin(family, dayOfJudgement(family.asAtDay() + 1)).isEmpty()) {
            return Standing.NOT_LOOKED_AT;
        }
        return claimedOn(family, Integer.MIN_VALUE, family.periodStartDay() - 1) == NEVER
                ? Standing.EVALUATED
                : Standing.ALREADY_CLAIMED;
    }

    /** Whether the family was ever claimed under the scheme. */
    public boolean isClaimed(FamilyCase family) {
        return claimedOn(family, Integer.MIN_VALUE, Integer.MAX_VALUE) != NEVER;
    }

    /** The first day of a span, both ends included, on which the family was claimed under the scheme. */
    private int claimedOn(FamilyCase family, int from, int to) {
        List<Claim> claims = family.claims();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (claim.scheme().equals(id) && claim.claimedOnDay() >= from && claim.claimedOnDay() <= to) {
                return claim.claimedOnDay();
            }
        }
        return NEVER;
    }

    /** The first day in the period on which the family was claimed under the scheme, or {@link #NEVER}. */
    int claimedInPeriod(FamilyCase family) {
        return claimedOn(family, family.periodStartDay(), family.periodEndDay());
    }

    DayOfJudgement dayOfJudgement(int number) {
        DayOfJudgement known = lastDay;
        if (known == null || known.number() != number) {
            known = DayOfJudgement.of(LocalDate.ofEpochDay(number));
            lastDay = known;
        }
        return known;
    }

    /**
     * Of the episodes not closed more than the look-back before the last day that is known, the one opened last, then
     * the greatest id.
     */
    Optional<Episode> lastWithin(FamilyCase family, DayOfJudgement day) {
        return family.lastEpisodeNotClosedBefore(day.lookBackStart(lookBack.wholeOn(day.date())));
    }

    /** Judges a family that is to be judged. */
    public FamilyResult judge(FamilyCase family) {
        return new Judging(this, true).judge(family, Notes.NONE).result();
    }

    /**
     * Judges families that are to be judged, for counting: as {@link #judge}, but decisions do not say which records
     * are missing, nor from which day they can be made.
     */
    public Judging judgingForCounts() {
        return new Judging(this, false);
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
                int day = claimedOn(family, Integer.MIN_VALUE, family.periodStartDay() - 1);
                notes.record("claims", Optional.empty(), LocalDate.ofEpochDay(day), "claim", Map.of("scheme", id));
                return outside(about, "already-claimed", "claimed under the scheme before the period", notes);
            }
            default -> {
                Decision decision = new Judging(this, true).judge(family, notes).decision();
                String rule = "any of the routes that apply"
                        + (appliesIf.isEmpty() ? "" : ", of a family to which the scheme applies");
                return notes.judgement(about, decision, rule, List.of(lookBack));
            }
        }
    }

    private Judgement outside(String about, String standing, String why, Notes notes) {
        Judgement noted = notes.judgement(about, Decision.notApplicable(), why, List.of(lookBack));
        return new Judgement(about, standing, why, noted.limits(), noted.values(), noted.records(), noted.parts());
    }
}
