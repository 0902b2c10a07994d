package ${package};

import static dev.waymark.family.Kind.INITIAL;
import static dev.waymark.family.Kind.REVIEW;
import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.FamilyStarPlus.HOME_AND_MONEY;
import static dev.waymark.junit.ReportAssert.assertThat;
import static dev.waymark.junit.Score.area;

import dev.waymark.junit.Council;
import org.junit.jupiter.api.Test;

/** Single cases, told like a case. */
class ReadTwiceTest {

    @Test
    void familyWithOneReadingIsInTheBaseAndNotCounted() {
        var report = Council.of(
                        family().opened("2015-04-07")
                                .star(INITIAL, "2015-04-20", area(HOME_AND_MONEY, 3))
                                .closed("2015-12-01"),
                        family().opened("2015-04-07")
                                .star(INITIAL, "2015-04-20", area(HOME_AND_MONEY, 3))
                                .star(REVIEW, "2015-08-20", area(HOME_AND_MONEY, 5))
                                .closed("2015-12-01"))
                .report("2015/16", new ReadTwice());

        assertThat(report).figure("${idPrefix}.read-twice/two-readings").prints("50%").of(2);
    }
}
