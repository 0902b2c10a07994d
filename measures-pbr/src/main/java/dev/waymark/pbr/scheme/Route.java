package dev.waymark.pbr.scheme;

import dev.waymark.pbr.decision.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** One way to a result: all of its criteria that apply must be met; and what the result pays. */
public final class Route {

    private final String id;
    private final String title;
    private final int[] criteria;
    private final Optional<ByYear> fee;
    private final Bonus[] bonuses;

    /** What a criterion that is met adds to the fee. */
    record Bonus(int criterion, ByYear pounds) {}

    Route(String id, String title, List<Integer> criteria, Optional<ByYear> fee, List<Bonus> bonuses) {
        this.id = id;
        this.title = title;
        this.criteria = criteria.stream().mapToInt(Integer::intValue).toArray();
        this.fee = fee;
        this.bonuses = bonuses.toArray(Bonus[]::new);
    }

    /** Names it in figures and claims. */
    public String id() {
        return id;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** The places of its criteria among those of the scheme. */
    IntStream criteria() {
        return Arrays.stream(criteria);
    }

    /** How the route comes out, by the decisions on all criteria of the scheme. */
    Decision decision(Decision[] ofCriteria) {
        Decision all = Decision.notApplicable();
        for (int criterion : criteria) {
            all = all.and(ofCriteria[criterion]);
        }
        return all;
    }

    List<Bonus> bonuses() {
        return List.of(bonuses);
    }

    /** The fee for a result, in pence, without what may be added; nothing in a year without a fee. */
    public OptionalLong feePence(Optional<Integer> yearOfAttachment) {
        return fee.isEmpty() ? OptionalLong.empty() : fee.get().in(yearOfAttachment);
    }

    /** What a result pays, by the decisions on all criteria, in pence; {@link ByYear#NONE} in a year without a fee. */
    long pence(Decision[] ofCriteria, int yearOfAttachment) {
        long pence = fee.isEmpty() ? ByYear.NONE : fee.get().in(yearOfAttachment);
        for (int i = 0; pence != ByYear.NONE && i < bonuses.length; i++) {
            Bonus bonus = bonuses[i];
            if (ofCriteria[bonus.criterion()].isMet()) {
                pence = Math.addExact(pence, Math.max(0, bonus.pounds().in(yearOfAttachment)));
            }
        }
        return pence;
    }

    /** The fees in words. */
    String feesInWords() {
        return fee.map(ByYear::inWords).orElse("none");
    }
}
