package dev.waymark.cli;

import dev.waymark.WaymarkException;
import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The options that say what time a run is about, and under which schemes. */
final class RunOptions {

    private final Supplier<String> period;
    private final Supplier<Optional<String>> asAt;
    private final Supplier<Map<String, String>> parameters;
    private final SchemeOptions schemes;
    private final Supplier<List<String>> chosen;
    private List<Definition> definitions = List.of();

    RunOptions(Command command) {
        period = command.required(
                String.class,
                "--period",
                "PERIOD",
                "A financial year 2015/16, a quarter 2015/16-Q1, or two dates 2015-04-01..2016-03-31.");
        asAt = command.optional(
                String.class, "--as-at", "DATE", "Nothing after this day exists; the period's end if not given.");
        parameters = command.pairs(
                "--set",
                "PARAMETER=VALUE",
                "Sets a parameter of a measure, such as eligibility.least-needs=3; may be given several times.");
        schemes = new SchemeOptions(command);
        chosen = command.several(
                String.class,
                "--scheme",
                "ID",
                "Run this payment-by-results scheme, also outside its dates; may be given several times. Without it"
                        + " those whose programme runs on the as-at date.");
    }

    Period period() {
        return Period.parse(period.get());
    }

    LocalDate asAt() {
        return asAt.get().map(RunOptions::asAt).orElseGet(() -> period().end());
    }

    /** The as-at date that a text is. */
    static LocalDate asAt(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WaymarkException(
                    "WM-AS-AT", "'" + text + "' is no date. Write the as-at date like 2016-03-31.", e);
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
                .choose("scheme", chosen.get());
        parameters.get().forEach(run::set);
        return run;
    }
}
