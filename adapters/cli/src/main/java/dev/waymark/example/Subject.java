package dev.waymark.example;

import dev.waymark.taxonomy.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom forms are about, the family or one member of it, with the visits on which they were, and each issue's course.
 */
final class Subject {

    private final Family family;
    private final Optional<Member> member;
    private final List<Visit> visits;
    private final int burden;
    private final List<Visit> firstAndLast;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    Subject(Family family, int burden, Optional<Member> member, List<Visit> visits) {
        this.family = family;
        this.burden = burden;
        this.member = member;
        this.visits = List.copyOf(visits);
        this.firstAndLast = visits.stream()
                .filter(Visit::isMilestone)
                .filter(visit -> family.countedEpisode()
                        .filter(counted -> counted.includes(visit.date()))
                        .isPresent())
                .toList();
    }

    Family family() {
        return family;
    }

    Optional<Member> member() {
        return member;
    }

    Level level() {
        return member.isPresent() ? Level.INDIVIDUAL : Level.FAMILY;
    }

    List<Visit> visits() {
        return visits;
    }

    /** How much weighs on the family altogether, from 0 upwards: so that several issues come together. */
    int burden() {
        return burden;
    }

    boolean isAsked(AskedIssue issue, Visit visit) {
        return issue.isAskedOf(member, visit.date());
    }

    /** Whether there are a first and a last form in the counted episode. */
    boolean isPaired() {
        return firstAndLast.size() == 2;
    }

    /** Whether the first and the last form of the counted episode both ask it. */
    boolean isAskedTwice(AskedIssue issue) {
        return isPaired() && firstAndLast.stream().allMatch(visit -> isAsked(issue, visit));
    }

    /** What became of the issue; empty while it has neither been dealt nor drawn. */
    Optional<Outcome> outcome(AskedIssue issue) {
        return Optional.ofNullable(outcomes.get(issue.code()));
    }

    void give(AskedIssue issue, Outcome outcome) {
        outcomes.put(issue.code(), outcome);
    }
}
