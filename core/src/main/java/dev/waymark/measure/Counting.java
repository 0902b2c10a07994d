package dev.waymark.measure;

import dev.waymark.family.FamilyCase;

/**
 * What is counted of each family: a state that takes in one family at a time and merges exactly.
 *
 * <p>A state holds whole numbers only (counts, sums), so that families may be split among threads or machines and
 * merged in any order and grouping with the same result. <b>Threads:</b> immutable; each state belongs to one thread at
 * a time.
 *
 * @param <S> the state
 */
public interface Counting<S> {

    /** A state of no family: merging with it changes nothing. */
    S newState();

    /** Takes in one family. */
    void accept(S state, FamilyCase family);

    /** Both states together; either may be changed by it and neither used again. */
    S merge(S left, S right);

    /** How a state is written down and read again. */
    StateCodec<S> codec();
}
