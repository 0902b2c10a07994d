package ${package};

import dev.waymark.junit.Families;
import dev.waymark.junit.Family;
import dev.waymark.junit.OutcomeMeasureContract;
import dev.waymark.measure.OutcomeMeasure;
import java.util.random.RandomGenerator;

/** The laws that every measure keeps, on random councils. */
class ReadTwiceLawsTest extends OutcomeMeasureContract {

    @Override
    protected OutcomeMeasure<?> measure() {
        return new ReadTwice();
    }

    @Override
    protected Family family(RandomGenerator random) {
        return Families.any(random);
    }
}
