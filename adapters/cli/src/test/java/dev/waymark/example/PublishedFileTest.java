package dev.waymark.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.junit.FigureUnderTest;
import dev.waymark.junit.PublishedFigures;
import dev.waymark.published.ReportedFigures;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Oracle: published numbers. The report of the example county agrees with the linked figures of the file of published
 * figures that {@code check} reads, or contradicts it where the file expects that and says why.
 */
class PublishedFileTest {

    @TempDir
    private static Path folder;

    private static ReportedFigures reported;

    @BeforeAll
    static void runTheWholePipeline() throws IOException {
        ExampleCounty.write(folder);
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        assertThat(store.quality().rejected()).isEmpty();
        Report report = MeasureRun.of(
                        store, MeasureCatalog.load(PublishedFileTest.class.getClassLoader()), Period.parse("2015/16"))
                .by(Stratum.DISTRICT)
                .report();
        reported = ReportedFigures.of(report);
    }

    @PublishedFigures("/dev/waymark/published/ar16.json")
    void countyPrintsWhatWasPublished(FigureUnderTest figure) {
        figure.agreesWith(reported);
    }
}
