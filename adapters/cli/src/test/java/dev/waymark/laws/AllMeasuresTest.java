package dev.waymark.laws;

import dev.waymark.junit.Families;
import dev.waymark.junit.Family;
import dev.waymark.junit.OutcomeMeasureContract;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.OutcomeMeasure;
import dev.waymark.run.MeasureCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measure that ships with Waymark keeps the laws. */
@ParameterizedClass(name = "{0}")
@MethodSource("ids")
class AllMeasuresTest extends OutcomeMeasureContract {

    private static final MeasureSettings SETTINGS = new MeasureSettings(
            Families.stars(),
            MeasureSettings.defaults().taxonomy(),
            Optional.of(LocalDate.of(2016, 3, 31)),
            List.of(),
            Map.of(),
            Map.of());

    @Parameter
    private String id;

    private static Stream<OutcomeMeasure<?>> measures() {
        return MeasureCatalog.load(AllMeasuresTest.class.getClassLoader()).measures(SETTINGS).stream()
                .map(MeasureCatalog.Listed::measure);
    }

    static List<String> ids() {
        return measures().map(measure -> measure.spec().id()).toList();
    }

    @Override
    protected OutcomeMeasure<?> measure() {
        return measures()
                .filter(measure -> measure.spec().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected Family family(RandomGenerator random) {
        return Families.any(random);
    }
}
