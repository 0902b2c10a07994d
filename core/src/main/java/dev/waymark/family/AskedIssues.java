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

    /** Their places in {@link FamilyCase#issues()}, A to Z. */
    public int[] places() {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    Answers.Mask mask() {
        return mask;
    }
}
