package dev.waymark.family;

import dev.waymark.store.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some of the issues of a data set, for asking forms about all of them at once.
 *
 * <p>Made by {@link FamilyCase#askedIssues}, for the families of the same data set. <b>Threads:</b> immutable.
 */
public final class AskedIssues {

    private final List<String> issuesOfData;
    private final List<Integer> places = new ArrayList<>();
    private final Answers.Mask mask;

    AskedIssues(List<String> issuesOfData, Predicate<String> asked) {
        this.issuesOfData = issuesOfData;
        for (int issue = 0; issue < issuesOfData.size(); issue++) {
            if (asked.test(issuesOfData.get(issue))) {
                places.add(issue);
            }
        }
        this.mask = new Answers.Mask(places);
    }

    /** Whether they are issues of the data set that a family is in. */
    public boolean areOf(FamilyCase family) {
        return family.issues() == issuesOfData;
    }

    /** How many of them the data set has. */
    public int size() {
        return places.size();
    }

    /** The place of one of them in {@link FamilyCase#issues()}; they are A to Z. */
    public int place(int which) {
        return places.get(which);
    }

    Answers.Mask mask() {
        return mask;
    }
}
