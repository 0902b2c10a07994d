package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.jdbc.Credentials;
import dev.waymark.jdbc.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The options that say how a database is talked to; none of them is a secret. */
final class DatabaseOptions {

    private final Supplier<Optional<Path>> credentials;
    private final Supplier<Optional<String>> schema;
    private final Supplier<Optional<Long>> loginSeconds;
    private final Supplier<Optional<Long>> querySeconds;

    DatabaseOptions(Command command) {
        credentials = command.optional(
                Path.class,
                "--jdbc-credentials",
                "FILE",
                "A file with the lines user=... and password=...; in place of the environment variables "
                        + Credentials.USER_VARIABLE + " and " + Credentials.PASSWORD_VARIABLE + ".");
        schema = command.optional(
                String.class,
                "--jdbc-schema",
                "NAME",
                "The schema with the tables, if it is not the one the login is in.");
        loginSeconds = command.optional(
                Long.class, "--jdbc-login-timeout", "SECONDS", "How long the login may take; 15 if not given.");
        querySeconds = command.optional(
                Long.class,
                "--jdbc-query-timeout",
                "SECONDS",
                "How long the database may take over one answer; 300 if not given.");
    }

    /** Without a database none of them says anything. */
    void refuseIfGiven() {
        if (credentials.get().isPresent()
                || schema.get().isPresent()
                || loginSeconds.get().isPresent()
                || querySeconds.get().isPresent()) {
            throw new WaymarkException(
                    "WM-USAGE", "the options --jdbc-... go with --jdbc, not with --data. Leave them out.");
        }
    }

    Database at(String url) {
        Credentials login = credentials.get().map(Credentials::read).orElseGet(() -> Credentials.of(System.getenv()));
        Database database = Database.at(url, login);
        Optional<String> named = schema.get();
        if (named.isPresent()) {
            database = database.schema(named.get());
        }
        Optional<Long> loginLimit = loginSeconds.get();
        if (loginLimit.isPresent()) {
            database = database.loginTimeout(Duration.ofSeconds(loginLimit.get()));
        }
        Optional<Long> queryLimit = querySeconds.get();
        if (queryLimit.isPresent()) {
            database = database.queryTimeout(Duration.ofSeconds(queryLimit.get()));
        }
        return database;
    }
}
