package dev.waymark.benchmarks.compare;

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.TableSource;
import dev.waymark.family.Period;
import dev.waymark.figure.Figure;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Waymark: the measures that have the figures asked for, whole, with all their other figures. */
final class OurData implements LoadedData {

    private final CaseStore store;
    private final MeasureCatalog catalog = MeasureCatalog.load(OurData.class.getClassLoader());
    private final int threads;
    /** The run of each set of questions, whose measures are made once, as the others' code is. */
    private final Map<Set<Question>, MeasureRun> runs = new HashMap<>();

    private OurData(CaseStore store, int threads) {
        this.store = store;
        this.threads = threads;
    }

    static OurData load(Path folder, int threads) {
        return load(CsvFolder.of(folder), threads);
    }

    static OurData load(TableSource source, int threads) {
        return new OurData(new CaseStoreReader(source).threads(threads).read(), threads);
    }

    CaseStore store() {
        return store;
    }

    private static String measure(Question question) {
        return switch (question) {
            case TRANSITIONS -> "familystar.transitions";
            case PROGRESS -> "familystar.progress";
            case REDUCTION -> "issues";
            case ACTIVITY -> "activity";
        };
    }

    @Override
    public Answers answer(Set<Question> questions) {
        return answers(runs.computeIfAbsent(questions, this::run).report());
    }

    private MeasureRun run(Set<Question> questions) {
        return MeasureRun.of(store, catalog, Period.parse(Year.PERIOD))
                .by(Stratum.DISTRICT)
                .measures(questions.stream().map(OurData::measure).toList())
                .threads(threads);
    }

    static Answers answers(Report report) {
        FigureAnswers answers = new FigureAnswers();
        for (Figure figure : report.figures()) {
            answers.add(new FigureAnswers.Numbers(
                    figure.name().measure(),
                    figure.name().figure(),
                    figure.name().dimensions(),
                    figure.value().map(BigDecimal::longValue).orElse(0L),
                    figure.numerator().map(BigDecimal::longValue).orElse(0L),
                    figure.denominator().map(BigDecimal::longValue).orElse(0L)));
        }
        return answers.answers();
    }
}
