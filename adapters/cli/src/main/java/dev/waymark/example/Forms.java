package dev.waymark.example;

import dev.waymark.taxonomy.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws the monitoring forms of all families and members: what became of each issue is dealt as chosen to those who are
 * asked at first and at last, from the most burdened family downwards; everybody else is like one of them.
 */
final class Forms {

    private static final int SHARE_OF_MEMBERS_IN_PAIRED = 94;
    private static final int SHARE_OF_MEMBERS_IN_OTHERS = 24;
    private static final int SHARE_OF_VISITS_MISSED = 4;
    private static final int SHARE_OF_FORMS_LEFT_OUT = 30;

    /** What is the family's own, from 0 to this; the rest, from 0 to the next, is the issue's. */
    private static final int OF_THE_FAMILY = 100;

    private static final int OF_THE_ISSUE = 80;

    private final Chance chance = Chance.of("assessments");
    private final List<AskedIssue> issues;
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<String, List<Subject>> askedTwice = new HashMap<>();

    private record Ranked(Subject subject, int rank) {}

    private Forms(List<AskedIssue> issues) {
        this.issues = issues;
    }

    static List<Form> draw(List<Family> families, List<StarReading> readings) throws IOException {
        Forms draw = new Forms(AskedIssue.read());
        Map<Integer, List<StarReading>> byFamily =
                readings.stream().collect(Collectors.groupingBy(StarReading::familyId));
        for (Family family : families) {
            draw.findSubjects(family, byFamily.getOrDefault(family.id(), List.of()));
        }
        draw.issues.forEach(draw::dealOut);
        Map<Level, List<Subject>> paired =
                draw.subjects.stream().filter(Subject::isPaired).collect(Collectors.groupingBy(Subject::level));
        List<Form> forms = new ArrayList<>();
        for (Subject subject : draw.subjects) {
            forms.addAll(draw.of(subject, paired.getOrDefault(subject.level(), List.of())));
        }
        return forms;
    }

    private void findSubjects(Family family, List<StarReading> readings) {
        Visits visits = new Visits(family, readings, chance);
        int burden = chance.between(0, OF_THE_FAMILY);
        subjects.add(new Subject(
                family,
                burden,
                Optional.empty(),
                visits.all().stream()
                        .filter(visit -> visit.isMilestone() || !chance.percent(SHARE_OF_FORMS_LEFT_OUT))
                        .toList()));
        int shareOfMembers = visits.isPaired() ? SHARE_OF_MEMBERS_IN_PAIRED : SHARE_OF_MEMBERS_IN_OTHERS;
        for (Member member : family.members()) {
            if (chance.percent(shareOfMembers)) {
                subjects.add(new Subject(
                        family,
                        burden,
                        Optional.of(member),
                        visits.all().stream()
                                .filter(Visit::isMilestone)
                                .filter(visit -> !member.isBornAfter(visit.date()))
                                .filter(visit -> !chance.percent(SHARE_OF_VISITS_MISSED))
                                .toList()));
            }
        }
    }

    private void dealOut(AskedIssue issue) {
        List<Subject> ranked = mostBurdenedFirst(
                subjects.stream().filter(subject -> subject.isAskedTwice(issue)).toList());
        Deck<Outcome> withIt = issue.ofThoseWithIt(chance);
        Deck<Outcome> without = issue.ofThoseWithout(ranked.size(), chance);
        for (Subject subject : ranked) {
            subject.give(issue, withIt.isEmpty() ? without.deal() : withIt.deal());
        }
        askedTwice.put(issue.code(), ranked);
    }

    private List<Subject> mostBurdenedFirst(List<Subject> some) {
        List<Ranked> ranked = new ArrayList<>();
        for (Subject subject : some) {
            ranked.add(new Ranked(subject, subject.burden() + chance.between(0, OF_THE_ISSUE)));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank).reversed());
        return ranked.stream().map(Ranked::subject).toList();
    }

    private List<Form> of(Subject subject, List<Subject> paired) {
        Subject alike = chance.oneOf(paired);
        List<Form> forms = new ArrayList<>();
        for (Visit visit : subject.visits()) {
            Map<String, String> answers = new LinkedHashMap<>();
            for (AskedIssue issue : issues) {
                if (subject.isAsked(issue, visit)) {
                    Outcome outcome = outcome(subject, issue, alike);
                    if (visit.asksEverything() || outcome.isFollowedUp()) {
                        answers.put(issue.code(), visit.answer(outcome, chance));
                    }
                }
            }
            forms.add(new Form(subject.family().id(), subject.member(), visit.date(), visit.kind(), answers));
        }
        return forms;
    }

    /** As dealt, otherwise as with the one alike, or with somebody else where that one is not of an age to be asked. */
    private Outcome outcome(Subject subject, AskedIssue issue, Subject alike) {
        Outcome outcome = subject.outcome(issue)
                .or(() -> alike.outcome(issue))
                .or(() -> chance.oneOf(askedTwice.getOrDefault(issue.code(), List.of()))
                        .outcome(issue))
                .orElseThrow();
        subject.give(issue, outcome);
        return outcome;
    }
}
