package ${package};

import static dev.waymark.family.Kind.INITIAL;
import static dev.waymark.family.Kind.REVIEW;
import static dev.waymark.junit.Family.family;
import static dev.waymark.junit.FamilyStarPlus.HOME_AND_MONEY;
import static dev.waymark.junit.ReportAssert.assertThat;
import static dev.waymark.junit.Score.area;

import dev.waymark.junit.Council;
import dev.waymark.junit.Families;
import dev.waymark.junit.Family;
import dev.waymark.junit.OutcomeMeasureContract;
import dev.waymark.measure.OutcomeMeasure;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The laws that every measure keeps, on random councils; and single cases, told like a case. */
class ReadTwiceTest extends OutcomeMeasureContract {

    @Override
    protected OutcomeMeasure<?> measure() {
        return new ReadTwice();
    }

    @Override
    protected Family family(RandomGenerator random) {
        return Families.any(random);
    }

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
