package dev.waymark.benchmarks.compare;

import java.nio.file.Path;
import java.util.EnumSet;

/** Who answers the questions. */
public enum Engine {
    /** Waymark, which counts much more than is asked. */
    OURS,
    /** A loop written by hand over primitive arrays, and over the bytes of the files: what can hardly be undercut. */
    FLOOR,
    /** Java streams over records. */
    STREAMS,
    /** DuckDB in this process. */
    DUCKDB,
    /** SQLite in this process, which uses one thread. */
    SQLITE,
    /** DFLib data frames, which use one thread. */
    DFLIB;

    /** Reads a CSV folder into memory. */
    public LoadedData load(Path folder, int threads) {
        return switch (this) {
            case OURS -> OurData.load(folder, threads);
            case FLOOR -> FloorData.load(folder, threads);
            case STREAMS -> StreamsData.load(folder, threads);
            case DUCKDB -> DuckDbData.load(folder, threads);
            case SQLITE -> SqliteData.load(folder);
            case DFLIB -> DflibData.load(folder);
        };
    }

    /** Answers all questions about a CSV folder, in the way that takes this engine the least time. */
    public Answers readAndAnswer(Path folder, int threads) {
        try (LoadedData data = this == DUCKDB ? DuckDbData.over(folder, threads) : load(folder, threads)) {
            return data.answer(EnumSet.allOf(Question.class));
        }
    }
}
