package dev.waymark.measure;

import java.util.Collection;

/**
 * The whole that a state is part of when figures are made from it.
 *
 * @param state the counts of all families
 * @param tables the tables that the data set has
 * @param <S> the state
 */
public record Whole<S>(S state, Collection<String> tables) {}
