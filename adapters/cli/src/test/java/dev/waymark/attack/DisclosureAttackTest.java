package dev.waymark.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.csv.CsvFolder;
import dev.waymark.disclosure.DisclosureControl;
import dev.waymark.disclosure.DisclosurePolicy;
import dev.waymark.example.ExampleCounty;
import dev.waymark.family.Period;
import dev.waymark.figure.Count;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Mean;
import dev.waymark.figure.Percentage;
import dev.waymark.figure.Report;
import dev.waymark.figure.Status;
import dev.waymark.reference.RandomCouncil;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * "no suppressed cell can be worked out from totals, strata, complements, or the figure's own numerator, denominator
 * and value": an attacker, who was written apart from the defence, solves the relations of whole reports, and a reader
 * of the marks draws bounds from them.
 */
class DisclosureAttackTest {

    private static final int SMALL = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 5, 6})
    void nothingIsWorkedOutOfARandomCouncil(long seed) throws IOException {
        RandomCouncil council = RandomCouncil.clean(seed);
        council.write(folder);

        assertThat(workedOut(Period.parse(council.period().text()), List.of()))
                .as("%s", council)
                .isEmpty();
    }

    @Test
    void nothingIsWorkedOutOfTheExampleCounty() throws IOException {
        ExampleCounty.write(folder);

        assertThat(workedOut(
                        Period.parse("2015/16"),
                        List.of("activity", "familystar.base", "familystar.start", "issues", "eligibility", "pbr")))
                .isEmpty();
    }

    /** The attacker is no straw man: where only small counts are taken out, it works many of them out again. */
    @Test
    void theAttackerWorksOutWhatPrimarySuppressionAloneLeaves() throws IOException {
        RandomCouncil council = RandomCouncil.clean(1);
        council.write(folder);
        Report report = report(
                CaseStore.read(CsvFolder.of(folder)),
                Period.parse(council.period().text()),
                List.of());
        List<Figure> naive = report.figures().stream()
                .map(figure -> figure instanceof Count count && isSmall(count.value())
                        ? (Figure) new Count(
                                count.name(),
                                count.base(),
                                new Status(Status.State.SUPPRESSED, Optional.of("primary")),
                                OptionalLong.empty())
                        : figure)
                .toList();

        Report published = new Report(report.period(), report.asAt(), List.of(), report.dataQuality(), naive);

        assertThat(workedOut(report, published)).isNotEmpty();
    }

    private List<String> workedOut(Period period, List<String> measures) {
        CaseStore store = CaseStore.read(CsvFolder.of(folder));
        Report report = report(store, period, measures);
        Report published = DisclosureControl.of(DisclosurePolicy.named("dfe"), store.stars())
                .apply(report);
        assertThat(published.figures())
                .as("there is something to attack")
                .anyMatch(figure -> figure.status().isSuppressed());
        return workedOut(report, published);
    }

    private static Report report(CaseStore store, Period period, List<String> measures) {
        return MeasureRun.of(store, MeasureCatalog.load(DisclosureAttackTest.class.getClassLoader()), period)
                .measures(measures)
                .by(Stratum.DISTRICT)
                .report();
    }

    /** The suppressed figures whose value, or one of whose small numbers, the attacker knows. */
    private static List<String> workedOut(Report report, Report published) {
        Attacker attacker = new Attacker(published);
        ReaderOfMarks reader = new ReaderOfMarks(report, published, attacker, SMALL);
        List<String> workedOut = new ArrayList<>();
        for (int f = 0; f < published.figures().size(); f++) {
            Figure secret = report.figures().get(f);
            if (published.figures().get(f).status().isSuppressed()
                    && (isWorkedOut(attacker, secret) || aSmallNumberIsKnown(reader, secret))) {
                workedOut.add(secret.toString());
            }
        }
        return workedOut;
    }

    private static boolean aSmallNumberIsKnown(ReaderOfMarks reader, Figure secret) {
        return ReaderOfMarks.numbers(secret).entrySet().stream()
                .anyMatch(number -> reader.isSmall(number.getValue()) && reader.knows(number.getKey()));
    }

    private static boolean isWorkedOut(Attacker attacker, Figure secret) {
        if (secret instanceof Count) {
            return attacker.knows(Attacker.name(secret, "count"));
        }
        boolean base = attacker.knows(Attacker.name(secret, "d"));
        if (secret instanceof Percentage percentage) {
            boolean part = attacker.knows(Attacker.name(secret, "n"));
            Optional<BigDecimal> rest = secret.denominator()
                    .flatMap(d -> secret.numerator().map(d::subtract))
                    .filter(r -> percentage.isProportion());
            return (part && base)
                    || (base && isSmall(secret.denominator()))
                    || (part && percentage.isProportion() && isSmall(secret.numerator()))
                    || (isSmall(rest) && attacker.knows(Attacker.name(secret, "rest")))
                    || (part && secret.numerator().filter(n -> n.signum() == 0).isPresent());
        }
        return secret instanceof Mean
                && base
                && (isSmall(secret.denominator()) || attacker.knows(Attacker.name(secret, "sum")));
    }

    private static boolean isSmall(Optional<BigDecimal> number) {
        return number.filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(SMALL)) <= 0)
                .isPresent();
    }
}
