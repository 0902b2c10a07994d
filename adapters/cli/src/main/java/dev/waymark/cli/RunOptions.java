package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what time a run is about, and under which schemes. */
final class RunOptions {

    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            description = "A financial year 2015/16, a quarter 2015/16-Q1, or two dates 2015-04-01..2016-03-31.")
    private String period = "";

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            description = "Nothing after this day exists; the period's end if not given.")
    private Optional<String> asAt = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description =
                    "Sets a parameter of a measure, such as eligibility.least-needs=3; may be given several times.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    private SchemeOptions schemes = new SchemeOptions();

    @Option(
            names = "--scheme",
            paramLabel = "ID",
            description = "Run this payment-by-results scheme, also outside its dates; may be given several times."
                    + " Without it those whose programme runs on the as-at date.")
    private List<String> chosen = new ArrayList<>();

    private List<Definition> definitions = List.of();

    /** For the command line. */
    RunOptions() {}

    Period period() {
        return Period.parse(period);
    }

    LocalDate asAt() {
        try {
            return asAt.map(LocalDate::parse).orElseGet(() -> period().end());
        } catch (DateTimeException e) {
            throw new WaymarkException(
                    "WM-AS-AT", "'" + asAt.orElse("") + "' is no date. Write the as-at date like 2016-03-31.", e);
        }
    }

    /** Refuses a time and schemes that no run can be about, before anything is read. */
    void check() {
        MeasureRun.checkAsAt(period(), asAt());
        definitions = schemes.read();
    }

    MeasureRun run(CaseStore store, MeasureCatalog catalog) {
        MeasureRun run = MeasureRun.of(store, catalog, period())
                .asAt(asAt())
                .definitions(definitions)
                .choose("scheme", chosen);
        parameters.forEach(run::set);
        return run;
    }
}
