package dev.waymark.issues;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;

/** Offers the issues measure. */
public final class IssuesProvider implements MeasureProvider {

    /** For the service loader. */
    public IssuesProvider() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        return List.of(new Issues());
    }
}
