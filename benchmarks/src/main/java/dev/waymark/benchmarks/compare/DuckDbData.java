package dev.waymark.benchmarks.compare;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;

/** DuckDB in this process. */
final class DuckDbData implements LoadedData {
    private final Connection connection;

    private DuckDbData(Connection connection) {
        this.connection = connection;
    }

    static DuckDbData load(Path folder, int threads) {
        throw new IllegalStateException();
    }

    static DuckDbData over(Path folder, int threads) {
        throw new IllegalStateException();
    }

    @Override
    public Answers answer(Set<Question> questions) {
        throw new IllegalStateException();
    }
}
