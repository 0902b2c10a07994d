package dev.waymark.pbr.scheme;

import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One way to a result: all of its criteria that apply must be met; and what the result pays. */
public final class Route {

    private final String id;
    private final String title;
    private final List<Integer> criteria;
    private final Optional<ByYear> fee;
    private final List<Bonus> bonuses;

    /** What a criterion that is met adds to the fee. */
    record Bonus(int criterion, ByYear pounds) {}

    Route(String id, String title, List<Integer> criteria, Optional<ByYear> fee, List<Bonus> bonuses) {
        this.id = id;
        this.title = title;
        this.criteria = List.copyOf(criteria);
        this.fee = fee;
        this.bonuses = List.copyOf(bonuses);
    }

    /** Names it in figures and claims. */
    public String id() {
        return id;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    List<Integer> criteria() {
        return criteria;
    }

    /** How the route comes out, by the decisions on all criteria of the scheme. */
    Decision decision(Decision[] ofCriteria) {
        Decision all = Decision.notApplicable();
        for (int i = 0; i < criteria.size(); i++) {
            all = all.and(ofCriteria[criteria.get(i)]);
        }
        return all;
    }

    List<Bonus> bonuses() {
        return bonuses;
    }

    /** The fee for a result, in pence, without what may be added; nothing in a year without a fee. */
    public OptionalLong feePence(Optional<Integer> yearOfAttachment) {
        return fee.isEmpty() ? OptionalLong.empty() : fee.get().in(yearOfAttachment);
    }

    /** What a result pays, by the decisions on all criteria, in pence; {@link ByYear#NONE} in a year without a fee. */
    long pence(Decision[] ofCriteria, int yearOfAttachment) {
        long pence = fee.isEmpty() ? ByYear.NONE : fee.get().in(yearOfAttachment);
        for (int i = 0; pence != ByYear.NONE && i < bonuses.size(); i++) {
            Bonus bonus = bonuses.get(i);
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
