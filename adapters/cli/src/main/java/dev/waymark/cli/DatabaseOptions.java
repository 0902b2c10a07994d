package dev.waymark.cli;

import dev.waymark.jdbc.Credentials;
import dev.waymark.jdbc.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how a database is talked to; none of them is a secret. */
final class DatabaseOptions {

    @Option(
            names = "--jdbc-credentials",
            paramLabel = "FILE",
            description = "A file with the lines user=... and password=...; in place of the environment variables "
                    + Credentials.USER_VARIABLE + " and " + Credentials.PASSWORD_VARIABLE + ".")
    private Optional<Path> credentials = Optional.empty();

    @Option(
            names = "--jdbc-schema",
            paramLabel = "NAME",
            description = "The schema with the tables, if it is not the one the login is in.")
    private Optional<String> schema = Optional.empty();

    @Option(
            names = "--jdbc-login-timeout",
            paramLabel = "SECONDS",
            description = "How long the login may take; 15 if not given.")
    private Optional<Long> loginSeconds = Optional.empty();

    @Option(
            names = "--jdbc-query-timeout",
            paramLabel = "SECONDS",
            description = "How long the database may take over one answer; 300 if not given.")
    private Optional<Long> querySeconds = Optional.empty();

    /** For the command line. */
    DatabaseOptions() {}

    Database at(String url) {
        Database database = Database.at(
                url, credentials.isPresent() ? Credentials.read(credentials.get()) : Credentials.of(System.getenv()));
        if (schema.isPresent()) {
            database = database.schema(schema.get());
        }
        if (loginSeconds.isPresent()) {
            database = database.loginTimeout(Duration.ofSeconds(loginSeconds.get()));
        }
        if (querySeconds.isPresent()) {
            database = database.queryTimeout(Duration.ofSeconds(querySeconds.get()));
        }
        return database;
    }
}
