package dev.waymark.benchmarks.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.waymark.benchmarks.families.MadeUpFamilies;
import dev.waymark.measure.MeasureSettings;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.store.CaseStore;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a family that is counted leaves for the garbage collector: nothing.
 *
 * <p>Bytes, not time: the JVM counts what a thread allocates, to the object. What a run allocates once (states,
 * figures) is the same for few families and for many, so the difference is what the families cost. That holds as long
 * as the JVM's second compiler is off (the module's pom.xml turns it off), which removes allocations from some runs and
 * not from others.
 */
class AllocationTest {

    private static final CaseStore FEW = CaseStore.read(MadeUpFamilies.of(2_000).tables());
    private static final CaseStore MANY =
            CaseStore.read(MadeUpFamilies.of(10_000).tables());

    static List<String> measures() {
        return Stores.CATALOG
                .measures(new MeasureSettings(
                        FEW.stars(), FEW.taxonomy(), Optional.of(Stores.YEAR.end()), List.of(), Map.of(), Map.of()))
                .stream()
                .map(MeasureCatalog.Listed::measure)
                .map(measure -> measure.spec().id())
                .toList();
    }

    private static long allocated(CaseStore store, String measure) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 3; time++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            Stores.run(store).measures(List.of(measure)).threads(1).report();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @ParameterizedTest
    @MethodSource("measures")
    void aFamilyCostsNoMemory(String measure) {
        long more = allocated(MANY, measure) - allocated(FEW, measure);
        assertThat(more / (double) (MANY.families() - FEW.families()))
                .as("bytes a family allocated by %s", measure)
                .isLessThan(1);
    }
}
