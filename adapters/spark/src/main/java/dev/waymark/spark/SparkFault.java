package dev.waymark.spark;

import dev.waymark.WaymarkException;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;

/**
 * What went wrong in Spark, in our words.
 *
 * <p>Spark's own message can quote a row's values, so it is kept as the cause alone, but for what is said of a query
 * before it is run.
 */
final class SparkFault {

    private static final String NO_SUCH_TABLE = "42P01";

    private SparkFault() {}

    /** What Spark answers about a table or query before any row is read. */
    static <T> T asked(String place, Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw query(e, place);
        }
    }

    /** For a table or query that Spark does not accept. */
    static WaymarkException query(Exception e, String place) {
        if (isInterrupt(e)) {
            return interrupted(e);
        }
        String words = String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return new WaymarkException(
                "WM-SPARK-QUERY",
                "Spark does not accept it (" + place + "): " + words
                        + " Correct the table, or the query in the mapping.",
                e);
    }

    /** For rows that Spark cannot hand over. */
    static WaymarkException reading(Exception e, String place) {
        if (isInterrupt(e)) {
            return interrupted(e);
        }
        return new WaymarkException(
                "WM-SPARK-READ",
                "Spark could not hand over the rows (" + place + ", " + code(e)
                        + "). Look the code up in Spark's manual; what Spark says itself is the cause of this error.",
                e);
    }

    /** Whether this thread was interrupted, and not one that worked for it in Spark, which is a failure like others. */
    static boolean isInterrupt(Exception e) {
        boolean isInterrupt = Thread.currentThread().isInterrupted();
        for (Throwable cause = e; cause != null && !(cause instanceof SparkThrowable); cause = cause.getCause()) {
            isInterrupt |= cause instanceof InterruptedException;
        }
        return isInterrupt;
    }

    /** Whether Spark says that there is no such table or view. */
    static boolean isNotThere(Exception e) {
        return e instanceof SparkThrowable named && NO_SUCH_TABLE.equals(named.getSqlState());
    }

    private static WaymarkException interrupted(Exception e) {
        Thread.currentThread().interrupt();
        return new WaymarkException("WM-INTERRUPTED", "the reading was ended. Start it again if it is wanted.", e);
    }

    /** How Spark itself calls what happened: the innermost that has a name. */
    private static String code(Exception e) {
        String code = e.getClass().getName();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable named && named.getSqlState() != null) {
                code = "SQLSTATE " + named.getSqlState();
            }
        }
        return code;
    }
}
