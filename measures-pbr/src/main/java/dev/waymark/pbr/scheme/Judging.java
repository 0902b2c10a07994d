package dev.waymark.pbr.scheme;

import dev.waymark.data.FinancialYear;
import dev.waymark.family.Episode;
import dev.waymark.family.FamilyCase;
import dev.waymark.pbr.criterion.Criterion;
import dev.waymark.pbr.criterion.DayOfJudgement;
import dev.waymark.pbr.criterion.Notes;
import dev.waymark.pbr.criterion.Situation;
import dev.waymark.pbr.decision.Decision;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges families under one scheme, one after the other: how the last one came out, until the next.
 *
 * <p>What it needs for that is made once, so that to judge a family for counting leaves little or nothing behind.
 * <b>Threads:</b> one at a time. <b>Source:</b> docs/schemes.md.
 */
public final class Judging {

    private static final int NO_ROUTE = -1;

    private final Scheme scheme;
    private final boolean withReasons;
    private final Criterion[] conditions;
    private final Scheme.Named[] asked;
    private final Decision[] criteria;
    private final Route[] ways;
    private final Decision[] routes;
    private Decision decision = Decision.notApplicable();
    private int paidRoute = NO_ROUTE;
    private long resultPence = ByYear.NONE;
    private @Nullable Situation situation;
    private @Nullable DayOfJudgement lastDayOfClaim;

    /**
     * Judges under a scheme.
     *
     * @param withReasons whether decisions are to say which records are missing, and from which day they can be made
     */
    Judging(Scheme scheme, boolean withReasons) {
        this.scheme = scheme;
        this.withReasons = withReasons;
        this.conditions = scheme.appliesIf().toArray(Criterion[]::new);
        this.asked = scheme.namedCriteria().toArray(Scheme.Named[]::new);
        this.criteria = new Decision[asked.length];
        this.ways = scheme.routes().toArray(Route[]::new);
        this.routes = new Decision[ways.length];
        Arrays.fill(criteria, Decision.notApplicable());
        Arrays.fill(routes, Decision.notApplicable());
    }

    /** Judges a family that is to be judged. */
    public Judging judge(FamilyCase family) {
        return judge(family, Notes.NONE);
    }

    Judging judge(FamilyCase family, Notes notes) {
        DayOfJudgement day = dayOfJudgement(family);
        FamilyCase known = day.number() - 1 == family.asAtDay()
                ? family
                : family.asAt(day.date().minusDays(1));
        Optional<Episode> counted = known.countedEpisode();
        Situation now = goOnTo(known, day, counted.isPresent() ? counted : scheme.lastWithin(known, day));
        if (notes.areTaken()) {
            noteEpisode(now, notes);
            noteClaim(family, notes);
        }
        Decision applies = applies(now, notes);
        for (int place = 0; place < criteria.length; place++) {
            Scheme.Named named = asked[place];
            String about = notes.areTaken() ? "criterion " + named.id() + " (" + named.title() + ")" : named.id();
            criteria[place] = notes.judge(about, named.criterion(), now);
        }
        Decision any = Decision.notApplicable();
        for (int place = 0; place < routes.length; place++) {
            routes[place] = ways[place].decision(criteria);
            noteRoute(ways[place], routes[place], notes);
            any = any.or(routes[place]);
        }
        decision = applies.isMet() ? any : applies;
        pay(now);
        if (notes.areTaken()) {
            noteMoney(now, notes);
        }
        return this;
    }

    /** D: the first day in the period on which the family was claimed, or else the day after the as-at date. */
    private DayOfJudgement dayOfJudgement(FamilyCase family) {
        int claimed = scheme.claimedInPeriod(family);
        if (claimed == Scheme.NEVER) {
            return scheme.dayOfJudgement(family.asAtDay() + 1);
        }
        if (lastDayOfClaim == null || lastDayOfClaim.number() != claimed) {
            lastDayOfClaim = DayOfJudgement.of(LocalDate.ofEpochDay(claimed));
        }
        return lastDayOfClaim;
    }

    private Situation goOnTo(FamilyCase family, DayOfJudgement day, Optional<Episode> episode) {
        int adultAge = scheme.adultAge().wholeOn(day.date());
        if (situation == null) {
            situation = Situation.of(family, day, episode, adultAge, scheme.problems(), withReasons);
        } else {
            situation.goOnTo(family, day, episode, adultAge);
        }
        return situation;
    }

    /** Met if the scheme is for this family, not applicable if it is not, insufficient data if that is not known. */
    private Decision applies(Situation now, Notes notes) {
        Decision all = Decision.notApplicable();
        for (Criterion condition : conditions) {
            all = all.and(notes.judge("the scheme applies if", condition, now));
        }
        return switch (all.outcome()) {
            case NOT_MET -> Decision.notApplicable();
            case NOT_APPLICABLE -> Decision.met();
            default -> all;
        };
    }

    /** Of the met routes the one that pays most; of those that pay the same, or nothing, the first. */
    private void pay(Situation now) {
        paidRoute = NO_ROUTE;
        resultPence = ByYear.NONE;
        if (decision.isMet()) {
            int year = yearOfAttachment(now);
            for (int place = 0; place < routes.length; place++) {
                if (routes[place].isMet()) {
                    long pence = ways[place].pence(criteria, year);
                    if (paidRoute == NO_ROUTE || pence > resultPence) {
                        paidRoute = place;
                        resultPence = pence;
                    }
                }
            }
        }
    }

    private static int yearOfAttachment(Situation now) {
        return now.episode().isEmpty()
                ? ByYear.NO_YEAR
                : FinancialYear.of(now.episode().get().openedDay());
    }

    /** The family's decision. */
    public Decision decision() {
        return decision;
    }

    /** The decision on a criterion, a place in the order of the scheme. */
    public Decision criterion(int place) {
        return criteria[place];
    }

    /** Whether the family is met, so that one of its routes is what is claimed. */
    public boolean isMet() {
        return decision.isMet();
    }

    /** Of a family that is met, the place of the met route that pays most. */
    public int paidRoute() {
        return paidRoute;
    }

    /** Whether the year of attachment of a family that is met has a fee. */
    public boolean hasFee() {
        return resultPence != ByYear.NONE;
    }

    /** Of a family that is met and has a fee, what the result pays. */
    public long resultPence() {
        return resultPence;
    }

    /** All of it, to be kept. */
    FamilyResult result() {
        Situation last = Objects.requireNonNull(situation, "no family was judged");
        return new FamilyResult(
                decision,
                List.of(criteria),
                List.of(routes),
                isMet() ? Optional.of(paidRoute) : Optional.empty(),
                hasFee() ? OptionalLong.of(resultPence) : OptionalLong.empty(),
                last.episode().map(episode -> FinancialYear.of(episode.openedDay())),
                last.day());
    }

    private static void noteEpisode(Situation now, Notes notes) {
        notes.value("D, the day of the judgement", now.day());
        if (now.episode().isEmpty()) {
            notes.value("claim episode", "none is known on the day before D");
        }
        now.episode()
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

    private void noteClaim(FamilyCase family, Notes notes) {
        int claimed = scheme.claimedInPeriod(family);
        if (claimed != Scheme.NEVER) {
            notes.record(
                    "claims",
                    Optional.empty(),
                    LocalDate.ofEpochDay(claimed),
                    "claimed, so judged as known the day before",
                    Map.of("scheme", scheme.id()));
        }
    }

    private void noteRoute(Route route, Decision ofRoute, Notes notes) {
        if (notes.areTaken()) {
            notes.add(Notes.taken()
                    .judgement(
                            "route " + route.id() + " (" + route.title() + ")",
                            ofRoute,
                            "all of these that apply: "
                                    + String.join(
                                            ", ",
                                            route.criteria()
                                                    .mapToObj(scheme.criteria()::get)
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
                    .append(scheme.criteria().get(bonus.criterion()))
                    .append(" is met");
        }
        return more.toString();
    }

    private void noteMoney(Situation now, Notes notes) {
        now.episode()
                .ifPresent(episode ->
                        notes.value("year of attachment", FinancialYear.label(FinancialYear.of(episode.openedDay()))));
        if (isMet()) {
            notes.value("route claimed", ways[paidRoute].id());
        }
        if (hasFee()) {
            notes.value("result fee in pounds", ByYear.plain(resultPence));
        }
    }
}
