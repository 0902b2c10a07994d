package dev.waymark.run;

import dev.waymark.figure.MeasureDefinition;
import dev.waymark.figure.MeasureFailure;
import dev.waymark.measure.MeasureSpec;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;
import java.util.Optional;

/** A measure of a run, its specification as it was when the measure was made, and where it comes from. */
record Measured(OutcomeMeasure<?> measure, MeasureSpec spec, String jar) {

    static Measured of(MeasureCatalog.Listed listed) {
        return new Measured(listed.measure(), listed.measure().spec(), listed.jar());
    }

    MeasureDefinition definition() {
        return new MeasureDefinition(spec.id(), spec.version(), spec.title(), spec.parameters(), spec.source());
    }

    MeasureFailure failure(String step, Optional<String> familyId, String problem, List<String> trace) {
        return new MeasureFailure(spec.id(), measure.getClass().getName(), jar, step, familyId, problem, trace);
    }
}
