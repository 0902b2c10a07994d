package dev.waymark.junit;

import dev.waymark.data.TableSource;
import dev.waymark.definition.Definition;
import dev.waymark.family.Period;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figure;
import dev.waymark.figure.FigureName;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.store.CaseStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A report as it was worked out by hand: some of its figures, and the families behind them. */
record GoldenReport(Period period, Optional<LocalDate> asAt, List<Stratum> strata, List<Wanted> figures) {

    /** One figure, with the families that it counts and those of its base, where they are given. */
    record Wanted(FigureName name, String prints, Optional<Set<String>> counted, Optional<Set<String>> base) {}

    static GoldenReport read(Path expected) throws IOException {
        Definition file;
        try (InputStream json = Files.newInputStream(expected)) {
            file = Definition.read(String.valueOf(expected.getFileName()), json);
        }
        file.requireFormat("waymark-golden/1");
        file.allowOnly("format", "period", "asAt", "by", "figures");
        return new GoldenReport(
                Period.parse(file.at("period").text()),
                file.find("asAt").map(Definition::date),
                file.find("by").map(Definition::texts).orElse(List.of()).stream()
                        .map(Stratum::of)
                        .toList(),
                file.at("figures").elements().stream().map(GoldenReport::wanted).toList());
    }

    private static Wanted wanted(Definition figure) {
        figure.allowOnly("measure", "figure", "dimensions", "prints", "counted", "base");
        Map<String, String> dimensions = new LinkedHashMap<>();
        figure.find("dimensions")
                .ifPresent(given -> given.keys()
                        .forEach(key -> dimensions.put(key, given.at(key).text())));
        return new Wanted(
                new FigureName(figure.at("measure").text(), figure.at("figure").text(), new Dimensions(dimensions)),
                figure.at("prints").text(),
                figure.find("counted").map(GoldenReport::ids),
                figure.find("base").map(GoldenReport::ids));
    }

    private static Set<String> ids(Definition list) {
        return new TreeSet<>(list.texts());
    }

    List<String> differences(TableSource data, MeasureCatalog catalog) {
        MeasureRun run = MeasureRun.of(CaseStore.read(data), catalog, period);
        asAt.ifPresent(run::asAt);
        strata.forEach(run::by);
        Report report = run.report();
        List<String> differences = new ArrayList<>();
        report.failures().forEach(failure -> differences.add(failure.what()));
        for (Wanted wanted : figures) {
            Optional<Figure> found = report.figure(wanted.name());
            if (found.isEmpty()) {
                differences.add("the report has no figure " + wanted.name());
                continue;
            }
            Behind are = behind(wanted, run);
            List<String> moved = new ArrayList<>();
            wanted.counted().ifPresent(given -> moved.addAll(moves(given, are.counted(), "the counted")));
            wanted.base().ifPresent(given -> moved.addAll(moves(given, are.base(), "the base")));
            String number = FigureWords.number(wanted.prints());
            if (!FigureWords.printedLike(number, found.get()).equals(number) || !moved.isEmpty()) {
                differences.add(wanted.name() + " should print " + wanted.prints() + " and is "
                        + FigureWords.of(found.get()) + (moved.isEmpty() ? "" : "; " + String.join("; ", moved)));
            }
        }
        return differences;
    }

    private static List<String> moves(Set<String> expected, Set<String> actual, String where) {
        List<String> moves = new ArrayList<>();
        Set<String> entered = new TreeSet<>(actual);
        entered.removeAll(expected);
        Set<String> left = new TreeSet<>(expected);
        left.removeAll(actual);
        if (!entered.isEmpty()) {
            moves.add("families " + entered + " entered " + where);
        }
        if (!left.isEmpty()) {
            moves.add("families " + left + " left " + where);
        }
        return moves;
    }

    /** The families behind a figure, on the side on which each of them is. */
    private Behind behind(Wanted wanted, MeasureRun run) {
        Behind families = new Behind(new TreeSet<>(), new TreeSet<>());
        if (!wanted.counted().isEmpty() || !wanted.base().isEmpty()) {
            run.familiesBehind(wanted.name())
                    .shares()
                    .forEach(share -> families.add(share.familyId(), Side.of(share.alone())));
        }
        return families;
    }

    private record Behind(Set<String> counted, Set<String> base) {

        private void add(String id, Side side) {
            if (side == Side.COUNTED) {
                counted.add(id);
            }
            if (side != Side.OUTSIDE) {
                base.add(id);
            }
        }
    }
}
