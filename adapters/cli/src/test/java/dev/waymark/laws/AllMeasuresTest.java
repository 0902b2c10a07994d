package dev.waymark.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.family.FamilyCase;
import dev.waymark.junit.Council;
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
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    private static final MeasureCatalog CATALOG = MeasureCatalog.load(AllMeasuresTest.class.getClassLoader());

    private static final List<FamilyCase> SOME_FAMILIES = Council.of(LongStream.range(0, 60)
                    .mapToObj(seed -> Families.any(new SplittableRandom(seed)))
                    .toList())
            .cases("2015/16");

    @Parameter
    private String id;

    private static Stream<OutcomeMeasure<?>> measures() {
        return CATALOG.measures(SETTINGS).stream().map(MeasureCatalog.Listed::measure);
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

    /** Laws prove nothing where nobody counts. */
    @Test
    void someOfTheFamiliesCount() {
        assumeTrue(measure().isSplitByStrata(), "the budget is of no family");
        OutcomeMeasure<?> measure = measure();
        assertThat(SOME_FAMILIES)
                .filteredOn(family -> !measure.explain(family).counts().isEmpty())
                .hasSizeGreaterThan(5);
    }

    @Override
    protected Family family(RandomGenerator random) {
        return Families.any(random);
    }
}
