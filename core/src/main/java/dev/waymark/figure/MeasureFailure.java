package dev.waymark.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A measure that failed in a run: its figures are missing from the report, those of the other measures are there.
 *
 * <p>What an exception said is not kept, because it could name a person. <b>Threads:</b> immutable. Two are equal
 * whatever their traces are, which the JVM may leave out.
 *
 * @param measure the measure's id
 * @param type its class
 * @param jar the jar it comes from
 * @param step what it was asked when it failed, by the name of the method
 * @param familyId the family it was given, the first in the order of the store, if it failed at one
 * @param problem the class of what it threw, or what was wrong with what it gave
 * @param trace where it was thrown, a line a frame; empty if nothing was thrown
 */
public record MeasureFailure(
        String measure,
        String type,
        String jar,
        String step,
        Optional<String> familyId,
        String problem,
        List<String> trace) {

    /** The code of the line that names the failure. */
    public static final String CODE = "WM-MEASURE-FAILED";

    /** Keeps an unmodifiable copy of the trace. */
    public MeasureFailure {
        trace = List.copyOf(trace);
    }

    /** Which measure failed at what, without the code and without what to do. */
    public String what() {
        return "measure " + measure + " (" + type + " in " + jar + ") failed "
                + familyId.map(id -> "at family " + id).orElse("in " + step) + ": " + problem + ".";
    }

    /** The failure in one line, as errors are told. */
    public String inWords() {
        return CODE + ": " + what() + " Remove the plugin or report it to its author; the other measures are reported.";
    }

    /** The same failure without the family, for a report that goes out under disclosure control. */
    public MeasureFailure withoutFamily() {
        return new MeasureFailure(measure, type, jar, step, Optional.empty(), problem, trace);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasureFailure that
                && measure.equals(that.measure)
                && type.equals(that.type)
                && jar.equals(that.jar)
                && step.equals(that.step)
                && familyId.equals(that.familyId)
                && problem.equals(that.problem);
    }

    @Override
    public int hashCode() {
        return Objects.hash(measure, type, jar, step, familyId, problem);
    }
}
