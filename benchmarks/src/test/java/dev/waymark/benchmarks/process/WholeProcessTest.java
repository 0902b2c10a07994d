package dev.waymark.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.benchmarks.process.WholeProcess.Run;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeProcessTest {

    private static Map<Contestant, List<Run>> runs() {
        Map<Contestant, List<Run>> runs = new EnumMap<>(Contestant.class);
        runs.put(Contestant.LAUNCHER, List.of(new Run(9, 1024), new Run(1, 4096), new Run(2, 2048)));
        runs.put(Contestant.DUCKDB, List.of(new Run(3, 0), new Run(7, 0)));
        return runs;
    }

    /** The median of 9, 1 and 2 is 2, that of 3 and 7 is 5, which is 2.5 times 2; memory is the most of all rounds. */
    @Test
    void tableHasMediansRatiosAndTheHighestPeak() {
        assertThat(WholeProcess.table(1000, 3, runs()).lines())
                .contains("1,000 families, median of 3 rounds")
                .containsSequence("| waymark | 2.00 | 1.00 | 4 |", "| DuckDB | 5.00 | 2.50 | 0 |");
    }

    @Test
    void jsonKeepsEveryRun() {
        assertThat(WholeProcess.json(1000, runs()))
                .startsWith("  {\"families\": 1000, ")
                .contains("\"process\": \"waymark\", \"seconds\": 2.000, \"ratio\": 1.000, \"peakMegabytes\": 4,"
                        + " \"runs\": [9.000, 1.000, 2.000]}");
    }
}
