package dev.waymark.run;

import dev.waymark.WaymarkException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a measure, or a counting that measures share, failed.
 *
 * @param row the family at which it did, a row of the store's families; {@link #NO_FAMILY} if at none
 */
record Failed(Step step, int row, String problem, List<String> trace) {

    static final int NO_FAMILY = Integer.MAX_VALUE;

    private static final int MOST_FRAMES = 50;
    private static final int MOST_CAUSES = 10;

    /** What the engine finds wrong with an answer. */
    static final class WrongAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongAnswer(String problem) {
            super(problem, null, false, false);
        }
    }

    /** A JVM without memory, or otherwise broken, is no measure's fault. */
    static void throwIfOfTheJvm(Throwable thrown) {
        if (thrown instanceof VirtualMachineError broken && !(broken instanceof StackOverflowError)) {
            throw broken;
        }
    }

    /** Whether code that nothing checked for it gave null. */
    static boolean isMissing(@Nullable Object answer) {
        return answer == null;
    }

    static Failed of(Step step, int row, Throwable thrown) {
        return new Failed(step, row, problem(thrown), trace(thrown));
    }

    /** The class and not the message, which could quote a record. */
    static String problem(Throwable thrown) {
        if (thrown instanceof WrongAnswer) {
            return String.valueOf(thrown.getMessage());
        }
        return thrown instanceof WaymarkException known
                ? known.code()
                : thrown.getClass().getName();
    }

    /** The frames as text: a throwable would keep the plugin's class loader for as long as the report lives. */
    private static List<String> trace(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES && !(cause instanceof WrongAnswer); depth++) {
            lines.add((depth == 0 ? "" : "Caused by: ") + cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int frame = 0; frame < Math.min(MOST_FRAMES, frames.length); frame++) {
                lines.add("\tat " + frames[frame]);
            }
            cause = cause.getCause();
        }
        return lines;
    }
}
