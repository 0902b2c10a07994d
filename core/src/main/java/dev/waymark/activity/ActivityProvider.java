package dev.waymark.activity;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;

/** Offers the activity measure. */
public final class ActivityProvider implements MeasureProvider {

    /** For the service loader. */
    public ActivityProvider() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        return List.of(new Activity());
    }
}
