package dev.waymark.measure;

import dev.waymark.family.Period;
import dev.waymark.star.Star;
import java.util.Collection;
import java.util.List;

/**
 * The whole that a state is part of when figures are made from it.
 *
 * @param state the counts of all families
 * @param period the period of the run
 * @param tables the tables that the data set has
 * @param stars the Stars that the data set has readings of as at the day of the run, in the order of their definitions
 * @param budget the lines of the pooled budget, which belong to no family
 * @param <S> the state
 */
public record Whole<S>(S state, Period period, Collection<String> tables, List<Star> stars, List<BudgetLine> budget) {

    /** Keeps unmodifiable copies of the Stars and the budget. */
    public Whole {
        stars = List.copyOf(stars);
        budget = List.copyOf(budget);
    }
}
