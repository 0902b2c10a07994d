package dev.waymark.example;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.waymark.taxonomy.Issue;
import dev.waymark.taxonomy.IssueTaxonomy;
import dev.waymark.taxonomy.Level;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An issue that the county's forms ask about, of whom, and how many subjects with a first and a last form had it.
 *
 * @param fromAge the youngest members asked; empty if there is no such bound
 * @param toAge the oldest members asked; empty if there is no such bound
 */
record AskedIssue(
        Issue issue,
        Optional<Integer> fromAge,
        Optional<Integer> toAge,
        int atFirst,
        int noLonger,
        int newAtLast,
        int unknown) {

    private static final int ADULT_FROM = 18;

    /** All issues on the forms, those of the family first. */
    static List<AskedIssue> read() throws IOException {
        IssueTaxonomy taxonomy = IssueTaxonomy.familySupport();
        List<AskedIssue> issues = new ArrayList<>();
        for (NamedCsvRecord row : ChosenCounts.read("issues.csv")) {
            Issue issue = taxonomy.issue(row.getField("issue"))
                    .orElseThrow(() -> new IllegalStateException("no issue of the taxonomy: " + row.getFields()));
            issues.add(new AskedIssue(
                    issue,
                    age(row, "from_age").or(() -> issue.subject().flatMap(AskedIssue::fromAge)),
                    age(row, "to_age").or(() -> issue.subject().flatMap(AskedIssue::toAge)),
                    ChosenCounts.count(row, "at_first"),
                    ChosenCounts.count(row, "no_longer"),
                    ChosenCounts.count(row, "new_at_last"),
                    ChosenCounts.count(row, "unknown")));
        }
        return issues;
    }

    private static Optional<Integer> age(NamedCsvRecord row, String column) {
        return row.getField(column).isEmpty() ? Optional.empty() : Optional.of(ChosenCounts.count(row, column));
    }

    private static Optional<Integer> fromAge(Issue.Subject subject) {
        return subject == Issue.Subject.ADULT ? Optional.of(ADULT_FROM) : Optional.empty();
    }

    private static Optional<Integer> toAge(Issue.Subject subject) {
        return subject == Issue.Subject.CHILD ? Optional.of(ADULT_FROM - 1) : Optional.empty();
    }

    String code() {
        return issue.code();
    }

    /** Whether a form about the family, or about the member, asks this on that day. */
    boolean isAskedOf(Optional<Member> member, LocalDate day) {
        if (member.isEmpty() || issue.level() == Level.FAMILY) {
            return member.isEmpty() && issue.level() == Level.FAMILY;
        }
        if (fromAge.isEmpty() && toAge.isEmpty()) {
            return true;
        }
        return member.get()
                .ageOn(day)
                .filter(age -> age >= fromAge.orElse(age) && age <= toAge.orElse(age))
                .isPresent();
    }

    /** What became of it for those asked at first and at last who had it at first. */
    Deck<Outcome> ofThoseWithIt(Chance chance) {
        return new Deck<Outcome>()
                .with(atFirst - noLonger, Outcome.STILL_THERE)
                .with(noLonger, Outcome.NO_LONGER)
                .with(unknownAtLast(), Outcome.UNKNOWN_AT_LAST)
                .shuffled(chance);
    }

    /** What became of it for the others of that many subjects asked at first and at last. */
    Deck<Outcome> ofThoseWithout(int subjects, Chance chance) {
        int unknownAtFirst = unknown - unknownAtLast();
        return new Deck<Outcome>()
                .with(newAtLast, Outcome.NEW_AT_LAST)
                .with(unknownAtFirst, Outcome.UNKNOWN_AT_FIRST)
                .with(subjects - atFirst - newAtLast - unknown, Outcome.NEVER_THERE)
                .shuffled(chance);
    }

    private int unknownAtLast() {
        return unknown / 2;
    }
}
