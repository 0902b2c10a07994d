package dev.waymark.eligibility;

import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import java.util.List;

/** Offers the eligibility measure. */
public final class EligibilityProvider implements MeasureProvider {

    /** For the service loader. */
    public EligibilityProvider() {}

    @Override
    public List<OutcomeMeasure<?>> measures(MeasureSettings settings) {
        return List.of(new Eligibility(settings));
    }
}
