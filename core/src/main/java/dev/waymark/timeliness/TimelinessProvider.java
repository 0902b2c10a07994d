package dev.waymark.timeliness;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;

/** Offers the timeliness measure. */
public final class TimelinessProvider implements MeasureProvider {

    /** For the service loader. */
    public TimelinessProvider() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        return List.of(new Timeliness());
    }
}
