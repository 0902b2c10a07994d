package dev.waymark.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.example.ExampleCounty;
import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.reference.RandomCouncil;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What relations.json says of the figures holds in the reports of the measures; only what holds "sometimes" may not.
 */
class RelationsHoldTest {

    @TempDir
    private Path folder;

    @Test
    void inTheExampleCounty() throws IOException {
        ExampleCounty.write(folder);

        assertHold(Period.parse("2015/16"));
    }

    @Test
    void inACouncilOfEdgeCases() throws IOException {
        RandomCouncil council = RandomCouncil.clean(2);
        council.write(folder);

        assertHold(Period.parse(council.period().text()));
    }

    @Test
    void inACouncilWithTwoStars() throws IOException {
        RandomCouncil council = RandomCouncil.withTwoStars(2);
        council.write(folder);

        assertHold(Period.parse(council.period().text()));
    }

    private void assertHold(Period period) {
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        Report report = MeasureRun.of(store, MeasureCatalog.load(RelationsHoldTest.class.getClassLoader()), period)
                .by(Stratum.DISTRICT, Stratum.SERVICE)
                .report();

        ReportNumbers numbers = ReportNumbers.of(report, Relations.ofWaymark(), store.stars(), store.taxonomy(), true);

        assertThat(numbers.broken()).isEmpty();
        assertThat(numbers.equations()).isNotEmpty();
    }
}
