package dev.waymark.measure;

import dev.waymark.family.Period;
import java.util.Collection;
import java.util.List;

/**
 * The whole that a state is part of when figures are made from it.
 *
 * @param state the counts of all families
 * @param period the period of the run
 * @param tables the tables that the data set has
 * @param budget the lines of the pooled budget, which belong to no family
 * @param <S> the state
 */
public record Whole<S>(S state, Period period, Collection<String> tables, List<BudgetLine> budget) {

    /** Keeps an unmodifiable copy of the budget. */
    public Whole {
        budget = List.copyOf(budget);
    }
}
