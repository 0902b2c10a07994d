package dev.waymark.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DimensionsTest {

    private static final Dimensions DIMENSIONS =
            Dimensions.of("area", "a").and("stage", "s").inFront("district", "d");

    @Test
    void theirOrderIsThatInWhichTheyWereGiven() {
        assertThat(DIMENSIONS.values().keySet()).containsExactly("district", "area", "stage");
        assertThat(DIMENSIONS.values().values()).containsExactly("d", "a", "s");
        assertThat(DIMENSIONS.count()).isEqualTo(3);
        assertThat(DIMENSIONS.name(0)).isEqualTo("district");
        assertThat(DIMENSIONS.value(2)).isEqualTo("s");
        assertThat(DIMENSIONS).hasToString("{district=d, area=a, stage=s}");
        assertThat(Dimensions.NONE.count()).isZero();

        Map<String, String> values = new LinkedHashMap<>();
        values.put("stage", "s");
        values.put("area", "a");
        assertThat(new Dimensions(values).values().keySet()).containsExactly("stage", "area");
    }

    @Test
    void nameGivenTwiceIsRefused() {
        assertThatThrownBy(() -> DIMENSIONS.and("area", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("area")
                .hasMessageContaining("{district=d, area=a, stage=s}");
        assertThatThrownBy(() -> DIMENSIONS.inFront("stage", "s")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A value is no name: a figure by stage is not by what a stage is called. */
    @Test
    void valueIsFoundByItsName() {
        assertThat(DIMENSIONS.value("area")).contains("a");
        assertThat(DIMENSIONS.value("district")).contains("d");
        assertThat(DIMENSIONS.value("s")).isEmpty();
        assertThat(Dimensions.NONE.value("area")).isEmpty();
    }

    @Test
    void withoutOneTheOthersKeepTheirOrder() {
        assertThat(DIMENSIONS.without("area").values().keySet()).containsExactly("district", "stage");
        assertThat(DIMENSIONS.without("district"))
                .isEqualTo(Dimensions.of("area", "a").and("stage", "s"));
        assertThat(DIMENSIONS.without("stage").without("area").without("district"))
                .isEqualTo(Dimensions.NONE);
        assertThat(DIMENSIONS.without("star")).isEqualTo(DIMENSIONS);
    }

    @Test
    void partOfThemHasTheSameValues() {
        assertThat(DIMENSIONS.includes(Dimensions.NONE)).isTrue();
        assertThat(DIMENSIONS.includes(DIMENSIONS)).isTrue();
        assertThat(DIMENSIONS.includes(Dimensions.of("stage", "s").and("district", "d")))
                .isTrue();
        assertThat(DIMENSIONS.includes(Dimensions.of("stage", "a"))).isFalse();
        assertThat(DIMENSIONS.includes(Dimensions.of("star", "s"))).isFalse();
        assertThat(Dimensions.of("area", "a").includes(DIMENSIONS)).isFalse();
    }

    /** As of maps: the same values are equal in any order, the values of two names changed over are not. */
    @Test
    void equalWhateverTheirOrder() {
        assertThat(new Dimensions(Map.of("stage", "s", "area", "a", "district", "d")))
                .isEqualTo(DIMENSIONS)
                .hasSameHashCodeAs(DIMENSIONS);
        assertThat(Dimensions.of("stage", "s").and("district", "d").and("area", "a"))
                .isEqualTo(DIMENSIONS)
                .hasSameHashCodeAs(DIMENSIONS);
        assertThat(new Dimensions(Map.of())).isEqualTo(Dimensions.NONE).hasSameHashCodeAs(Dimensions.NONE);
        assertThat(DIMENSIONS)
                .isNotEqualTo(Dimensions.of("stage", "s").and("district", "a").and("area", "d"))
                .isNotEqualTo(Dimensions.of("stage", "s").and("district", "d"))
                .isNotEqualTo(DIMENSIONS.and("star", "x"))
                .isNotEqualTo(null);
    }

    /** What is written out of a record's own: each part of it counts. */
    @Test
    void nameOfAFigureIsEqualInAllItsPartsAndSoIsAStatus() {
        FigureName name = new FigureName("m", "f", DIMENSIONS);
        FigureName same = new FigureName(
                "m", "f", Dimensions.of("stage", "s").and("area", "a").and("district", "d"));
        assertThat(same).isEqualTo(name).hasSameHashCodeAs(name);
        assertThat(name)
                .isNotEqualTo(new FigureName("n", "f", DIMENSIONS))
                .isNotEqualTo(new FigureName("m", "g", DIMENSIONS))
                .isNotEqualTo(new FigureName("m", "f", Dimensions.NONE));

        assertThat(Status.noValue("empty-base"))
                .isEqualTo(Status.EMPTY_BASE)
                .hasSameHashCodeAs(Status.EMPTY_BASE)
                .isNotEqualTo(Status.TABLE_ABSENT)
                .isNotEqualTo(new Status(Status.State.SUPPRESSED, Optional.of("empty-base")));
    }

    @Test
    void namesAndValuesAreThere() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("area", null);
        assertThatThrownBy(() -> new Dimensions(values)).isInstanceOf(NullPointerException.class);
        for (String[] pair : Arrays.asList(new String[] {null, "a"}, new String[] {"area", null})) {
            assertThatThrownBy(() -> Dimensions.of(pair[0], pair[1])).isInstanceOf(NullPointerException.class);
        }
    }
}
