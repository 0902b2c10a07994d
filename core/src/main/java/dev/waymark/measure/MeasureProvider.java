package dev.waymark.measure;

import java.util.List;

/**
 * What a jar with measures offers, found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/dev.waymark.measure.MeasureProvider}.
 */
@FunctionalInterface
public interface MeasureProvider {

    /** The measures, made for these settings, in the order in which they shall be reported. */
    List<OutcomeMeasure<?>> measures(MeasureSettings settings);
}
