package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.activity.Activity;
import dev.waymark.measure.MeasureProvider;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.measure.MeasureSpec;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.anytown.HomeVisits;
import org.junit.jupiter.api.Test;

class MeasureCatalogTest {

    private static List<String> idsOf(MeasureCatalog catalog) {
        return catalog.measures(MeasureSettings.defaults()).stream()
                .map(listed -> listed.measure().spec().id())
                .toList();
    }

    @Test
    void loaderFindsTheMeasuresOfCore() {
        assertThat(idsOf(MeasureCatalog.load(MeasureCatalogTest.class.getClassLoader())))
                .contains("activity");
    }

    @Test
    void measuresOfWaymarkComeFirstAndOthersFollowByTheirIds() {
        MeasureCatalog catalog = MeasureCatalog.of(
                settings -> List.of(new FamiliesCounted("zeta.b"), new FamiliesCounted("alpha.c")),
                settings -> List.of(new FamiliesCounted("familystar.late"), new FamiliesCounted("activity")));

        assertThat(idsOf(catalog)).containsExactly("activity", "familystar.late", "alpha.c", "zeta.b");
    }

    @Test
    void twoMeasuresWithOneIdAreRefusedNamingBothClassesAndWhereTheyAre() {
        MeasureProvider one = settings -> List.of(new FamiliesCounted("anytown.x"));

        assertThatThrownBy(() -> MeasureCatalog.of(one, one))
                .hasMessage("WM-MEASURE-TWICE: two measures claim 'anytown.x': dev.waymark.run.FamiliesCounted"
                        + " (test-classes) and dev.waymark.run.FamiliesCounted (test-classes). Remove one, or list the"
                        + " providers with MeasureCatalog.of(...).");
    }

    /** "`familystar.`, `pbr.` and the core names are reserved" */
    @Test
    void reservedIdOfAThirdPartyIsRefused() {
        for (String id : List.of("pbr.results", "familystar.mine", "activity", "issues.mine")) {
            assertThatThrownBy(() -> MeasureCatalog.of(settings -> List.of(new HomeVisits(id))))
                    .hasMessage(
                            "WM-MEASURE-ID: the id '" + id + "' of org.anytown.HomeVisits (test-classes) is reserved"
                                    + " for measures of Waymark. Give it a prefix of your own.");
        }
    }

    @Test
    void idWithoutAPrefixOfAThirdPartyIsRefused() {
        assertThatThrownBy(() -> MeasureCatalog.of(settings -> List.of(new HomeVisits("visits"))))
                .hasMessageEndingWith("has no prefix. Give it one of your own, such as anytown.visits.");
    }

    /** Whose provider lists a measure says nothing about whose measure it is. */
    @Test
    void providerOfAThirdPartyMayListMeasuresOfWaymarkBesideItsOwn() {
        MeasureProvider host = (MeasureProvider) Proxy.newProxyInstance(
                MeasureCatalogTest.class.getClassLoader(),
                new Class<?>[] {MeasureProvider.class},
                (proxy, method, arguments) -> List.of(new Activity(), new HomeVisits("anytown.visits")));

        assertThat(idsOf(MeasureCatalog.of(host))).containsExactly("activity", "anytown.visits");
    }

    @Test
    void needOfATableThatTheFormatDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> MeasureSpec.of("anytown.visits", "1", "Visits", "this test")
                        .needing("findings", "asessments"))
                .hasMessage("WM-MEASURE-SPEC: measure anytown.visits needs a table 'asessments', which the data format"
                        + " does not have. It has: families, individuals, episodes, star_readings, assessments, findings,"
                        + " school_terms, incidents, spells, claims, budget.");
    }

    @Test
    void needsAndParametersAreAddedToASpecification() {
        assertThat(MeasureSpec.of("anytown.visits", "1", "Visits", "this test")
                        .with("weeks", 6)
                        .needing("findings")
                        .with("least", 2))
                .isEqualTo(new MeasureSpec(
                        "anytown.visits",
                        "1",
                        "Visits",
                        List.of("findings"),
                        Map.of("weeks", "6", "least", "2"),
                        "this test"));
    }

    @Test
    void idThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new FamiliesCounted("Anytown Visits"))
                .hasMessageStartingWith("WM-MEASURE-ID: 'Anytown Visits' is no id of a measure.");
    }
}
