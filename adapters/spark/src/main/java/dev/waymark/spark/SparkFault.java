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

    private SparkFault() {}

    /** What Spark answers about a table or query before any row is read. */
    static <T> T asked(String place, Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw isInterrupt(e) ? interrupted(e) : query(e, place);
        }
    }

    private static WaymarkException query(Exception e, String place) {
        String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
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

    static boolean isInterrupt(Exception e) {
        boolean isInterrupt = Thread.currentThread().isInterrupted();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            isInterrupt |= cause instanceof InterruptedException;
        }
        return isInterrupt;
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
