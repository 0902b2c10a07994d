package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who logs in to a database, and with which password: from the environment or a file, never from a command line.
 *
 * <p>Neither is ever printed: {@link #toString()} shows none of them, and no exception holds them. <b>Errors:</b>
 * {@code WM-JDBC-CREDENTIALS} a file that cannot be read or has other lines. <b>Threads:</b> immutable.
 */
public final class Credentials {

    /** The environment variable with the user. */
    public static final String USER_VARIABLE = "WAYMARK_JDBC_USER";

    /** The environment variable with the password. */
    public static final String PASSWORD_VARIABLE = "WAYMARK_JDBC_PASSWORD";

    private static final String USER = "user";
    private static final String PASSWORD = "password";

    private final Optional<String> user;
    private final Optional<String> password;

    private Credentials(Optional<String> user, Optional<String> password) {
        this.user = user;
        this.password = password;
    }

    /** Nobody in particular: for databases that ask for no login, or know the user from the system. */
    public static Credentials none() {
        return new Credentials(Optional.empty(), Optional.empty());
    }

    /** A user with a password. */
    public static Credentials of(String user, String password) {
        return new Credentials(Optional.of(user), Optional.of(password));
    }

    /** Those of an environment, such as {@link System#getenv()}; a variable that is not set is not given. */
    public static Credentials of(Map<String, String> environment) {
        return new Credentials(
                Optional.ofNullable(environment.get(USER_VARIABLE)),
                Optional.ofNullable(environment.get(PASSWORD_VARIABLE)));
    }

    /** Those in a file with the lines {@code user=...} and {@code password=...}, each taken as it stands. */
    public static Credentials read(Path file) {
        Optional<String> user = Optional.empty();
        Optional<String> password = Optional.empty();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.startsWith(USER + "=")) {
                    user = Optional.of(line.substring(USER.length() + 1));
                } else if (line.startsWith(PASSWORD + "=")) {
                    password = Optional.of(line.substring(PASSWORD.length() + 1));
                } else if (!line.isBlank()) {
                    // the line itself may hold the secret, so it is neither quoted nor kept as a cause
                    throw refused(file, "a line of the credentials is neither user=... nor password=...");
                }
            }
        } catch (IOException e) {
            throw refused(
                    file, "the credentials cannot be read: " + e.getClass().getSimpleName());
        }
        return new Credentials(user, password);
    }

    private static WaymarkException refused(Path file, String why) {
        return new WaymarkException(
                "WM-JDBC-CREDENTIALS", why + " (" + file + "). Give a file of two lines, user=... and password=....");
    }

    /** Adds them to what a driver is given. */
    void addTo(Properties login) {
        user.ifPresent(name -> login.setProperty(USER, name));
        password.ifPresent(secret -> login.setProperty(PASSWORD, secret));
    }

    /** What a driver says, without its words where these name user or password; its code stands. */
    SQLException leftOutOf(SQLException said) {
        if (!areNamedIn(said)) {
            return said;
        }
        SQLException unsaid = new SQLException(
                "what the driver says is left out, for it names the user or the password",
                said.getSQLState(),
                said.getErrorCode());
        unsaid.setStackTrace(said.getStackTrace());
        return unsaid;
    }

    private boolean areNamedIn(SQLException said) {
        StringWriter printed = new StringWriter();
        PrintWriter printer = new PrintWriter(printed);
        said.printStackTrace(printer);
        for (Throwable more : said) {
            printer.println(more);
        }
        // names of classes and methods are no words of the driver's
        String words = printed.toString()
                .lines()
                .filter(line -> !line.stripLeading().startsWith("at "))
                .collect(Collectors.joining("\n"));
        return user.filter(name -> isNamedIn(words, name)).isPresent()
                || password.filter(secret -> !secret.isEmpty() && words.contains(secret))
                        .isPresent();
    }

    private static boolean isNamedIn(String words, String name) {
        return !name.isEmpty()
                && Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                        .matcher(words)
                        .find();
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
