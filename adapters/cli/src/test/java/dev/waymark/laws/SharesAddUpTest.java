package dev.waymark.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.example.ExampleCounty;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.run.FamiliesBehind;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the families behind a figure give to it adds up to what was counted for it: they are those that count in it and
 * no others.
 *
 * <p>Of each figure of each measure, by its id, one is drawn, of the whole county, a district or a service.
 */
class SharesAddUpTest {

    private static final long SEED = 20_261_128;

    /** Two families may have the same worker, and a budget belongs to no family. */
    private static boolean isOfFamilies(Figure figure) {
        return !figure.name().figure().equals("families-by-worker")
                && !figure.name().measure().equals("pbr.finance");
    }

    private static String kind(Figure figure) {
        return figure.name().measure() + "/" + figure.name().figure();
    }

    private static List<Long> numbers(Figure figure) {
        return figure.numbers().boxed().toList();
    }

    private static List<Long> sums(FamiliesBehind families) {
        List<List<Long>> shares = families.shares().stream()
                .map(FamiliesBehind.Share::alone)
                .map(SharesAddUpTest::numbers)
                .toList();
        return IntStream.range(0, numbers(families.figure()).size())
                .mapToObj(place -> shares.stream()
                        .flatMapToLong(share -> LongStream.of(share.get(place)))
                        .sum())
                .toList();
    }

    @Test
    void numbersOfTheFamiliesAddUpToThoseOfTheFigure(@TempDir Path folder) throws IOException {
        ExampleCounty.write(folder);
        MeasureRun run = MeasureRun.of(
                        CaseStore.read(CsvFolder.of(folder)),
                        MeasureCatalog.load(SharesAddUpTest.class.getClassLoader()),
                        Period.parse("2015/16"))
                .by(Stratum.DISTRICT, Stratum.SERVICE);
        Report report = run.report();
        List<Figure> figures = new ArrayList<>(report.figures());
        Collections.shuffle(figures, new Random(SEED));
        Map<String, Figure> drawn = new LinkedHashMap<>();
        figures.stream()
                .filter(SharesAddUpTest::isOfFamilies)
                .filter(figure -> figure.numbers().findAny().isPresent())
                .forEach(figure -> drawn.putIfAbsent(kind(figure), figure));
        int families = 0;

        for (Figure figure : drawn.values()) {
            FamiliesBehind behind = run.familiesBehind(figure.name());
            assertThat(Optional.of(behind.figure())).isEqualTo(report.figure(figure.name()));
            assertThat(sums(behind)).as("%s, seed %d", figure.name(), SEED).isEqualTo(numbers(figure));
            families += behind.shares().size();
        }

        assertThat(drawn).hasSizeGreaterThan(50);
        assertThat(drawn.values().stream()
                        .map(figure -> Stratum.of(figure.name().dimensions())))
                .contains(List.of(), List.of(Stratum.DISTRICT), List.of(Stratum.SERVICE));
        assertThat(families).isGreaterThan(500);
    }
}
