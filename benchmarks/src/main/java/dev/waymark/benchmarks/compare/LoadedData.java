package dev.waymark.benchmarks.compare;

import java.util.Set;

/** A data set as an engine holds it in memory. <b>Threads:</b> one at a time. */
public interface LoadedData extends AutoCloseable {

    /** Answers the questions; what was not asked stays 0. */
    Answers answer(Set<Question> questions);

    @Override
    default void close() {}
}
