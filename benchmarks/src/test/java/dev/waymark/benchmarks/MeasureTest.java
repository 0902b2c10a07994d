package dev.waymark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

    /** 6 ms are 3 times the floor's 2 ms, and with two threads 4 ms are two thirds of 6 ms. */
    @Test
    void ratiosAreToTheRowThatDiffersInOneParameterOnly() {
        String table = Measure.table(List.of(
                new Measure.Row("compare.X", Map.of("engine", "OURS", "threads", "1"), 6),
                new Measure.Row("compare.X", Map.of("engine", "OURS", "threads", "2"), 4),
                new Measure.Row("compare.X", Map.of("engine", "FLOOR", "threads", "1"), 2),
                new Measure.Row("core.Y", Map.of("families", "1000"), 0.5)));
        assertThat(table.lines())
                .containsSequence(
                        "| compare.X | engine OURS, threads 1 | 6.000 | 3.00 | 1.00 |",
                        "| compare.X | engine OURS, threads 2 | 4.000 | - | 0.67 |",
                        "| compare.X | engine FLOOR, threads 1 | 2.000 | 1.00 | 1.00 |",
                        "| core.Y | families 1000 | 0.500 | - | - |");
    }
}
