package dev.waymark.jdbc;

import dev.waymark.WaymarkException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The address of a database, which holds no secret and for which there is a driver. */
final class JdbcUrl {

    private static final String SECRET = "[\\w.-]*(?:password|passwd|passphrase|pwd|secret|token)[\\w.-]*";
    private static final Pattern SECRET_SETTING =
            Pattern.compile("[?&;:,(]\\s*" + SECRET + "\\s*=", Pattern.CASE_INSENSITIVE);
    /** {@code //user:password@}, whatever is in the password; {@code //host:port/...@} is none. */
    private static final Pattern SECRET_OF_USER = Pattern.compile(
            "//[^/?;@]*:[^/?;]*@|//[^/?;@:,\\[]*:(?!\\d+(?:[/?;,]|$))[^@]*@|^jdbc:oracle:\\w+:[^@/]+/[^@]*@",
            Pattern.CASE_INSENSITIVE);

    private final String url;

    private JdbcUrl(String url) {
        this.url = url;
    }

    static JdbcUrl of(String url) {
        if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
            throw new WaymarkException(
                    "WM-JDBC-URL",
                    "the address of a database starts with jdbc:, and this one does not. Give it like"
                            + " jdbc:postgresql://host/database.");
        }
        if (holdsSecret(url) || holdsSecret(decoded(url))) {
            // neither the URL nor any part of it is quoted: it would be the secret
            throw new WaymarkException(
                    "WM-JDBC-URL",
                    "the URL of the database has a password or another secret in it, where others can see it. Take it"
                            + " out, change it, and give user and password in the environment variables "
                            + Credentials.USER_VARIABLE + " and " + Credentials.PASSWORD_VARIABLE
                            + " or in a file of credentials.");
        }
        JdbcUrl checked = new JdbcUrl(url);
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new WaymarkException(
                    "WM-JDBC-DRIVER",
                    "no driver is there for " + checked
                            + ". Put the jar of the database's JDBC driver on the class path, and check the URL.");
        }
        return checked;
    }

    private static boolean holdsSecret(String url) {
        return SECRET_SETTING.matcher(url).find() || SECRET_OF_USER.matcher(url).find();
    }

    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a % that encodes nothing: the URL stands as it is
            return url;
        }
    }

    /** Whether the address has a value for a setting, which prevails. */
    boolean sets(String setting) {
        return Pattern.compile("[?&;]" + Pattern.quote(setting) + "=", Pattern.CASE_INSENSITIVE)
                .matcher(url)
                .find();
    }

    String text() {
        return url;
    }

    /** What kind of database it is, such as {@code jdbc:postgresql}; the rest may say more than an error should. */
    @Override
    public String toString() {
        int end = url.indexOf(':', "jdbc:".length());
        return end < 0 ? "jdbc:" : url.substring(0, end);
    }
}
