package dev.waymark.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The real engines, started by the tests themselves. */
public enum TestEngine {
    /** A server of its own process, one for all tests of a virtual machine. */
    POSTGRESQL {
        @Override
        public TestDatabase fresh(Path folder) {
            String name = "council_" + DATABASES.incrementAndGet();
            String server = "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/";
            new TestDatabase(server + "postgres", "postgres", "").run("create database " + name);
            return new TestDatabase(server + name, "postgres", "");
        }
    },
    /** In a file. */
    H2 {
        @Override
        public TestDatabase fresh(Path folder) {
            String url = "jdbc:h2:" + folder.toAbsolutePath() + "/council-" + DATABASES.incrementAndGet();
            return new TestDatabase(url, "sa", "at-first").run("select 1");
        }
    },
    /** In a file. */
    SQLITE {
        @Override
        public TestDatabase fresh(Path folder) {
            return new TestDatabase(
                    "jdbc:sqlite:" + folder.toAbsolutePath() + "/council-" + DATABASES.incrementAndGet() + ".sqlite",
                    "",
                    "");
        }
    },
    /** In a file. */
    DUCKDB {
        @Override
        public TestDatabase fresh(Path folder) {
            return new TestDatabase(
                    "jdbc:duckdb:" + folder.toAbsolutePath() + "/council-" + DATABASES.incrementAndGet() + ".duckdb",
                    "",
                    "");
        }
    };

    /** How long a server may take to start on a machine that has much else to do. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** An empty database; in this folder, if the engine keeps it in a file. */
    public abstract TestDatabase fresh(Path folder);

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
