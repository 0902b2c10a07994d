package dev.waymark.junit;

import dev.waymark.data.TableSource;
import dev.waymark.run.MeasureCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole reports against figures worked out by hand: a test for every folder of {@code src/test/golden}.
 *
 * <p>A folder holds {@code data}, which {@link #open} opens; {@code expected.json}; and {@code WHY.md}, which says how
 * the figures follow from the records, and must not be empty. {@code expected.json}:
 *
 * <pre>{@code
 * {"format": "waymark-golden/1", "period": "2015/16", "asAt": "2016-03-31", "by": ["district"],
 *  "figures": [
 *   {"measure": "anytown.short-work", "figure": "in-26-weeks", "dimensions": {"district": "Northam"}, "prints": "50.0",
 *    "counted": ["1"], "base": ["1", "2"]}]}
 * }</pre>
 *
 * <p>{@code asAt}, {@code by} (district, service), {@code dimensions}, {@code counted} and {@code base} may be left
 * out. A figure that is otherwise than expected is reported with the families that entered or left its numerator and
 * base.
 */
public abstract class GoldenReports {

    /** For the test that extends it. */
    protected GoldenReports() {}

    /** Opens the data set in a folder {@code data}, with {@code CsvFolder.of(data)} for CSV files. */
    protected abstract TableSource open(Path data);

    /** The measures that run; those on the class path unless this is overridden. */
    protected MeasureCatalog catalog() {
        return MeasureCatalog.load(getClass().getClassLoader());
    }

    /** The folder that holds a folder for each report. */
    protected Path folder() {
        return Path.of("src", "test", "golden");
    }

    @TestFactory
    Stream<DynamicTest> goldenReports() {
        List<Path> reports;
        try (Stream<Path> found = Files.list(folder())) {
            reports = found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (reports.isEmpty()) {
            throw new AssertionError(folder() + " holds no report, so that none is tested");
        }
        return reports.stream()
                .map(report -> DynamicTest.dynamicTest(
                        String.valueOf(report.getFileName()), report.toUri(), () -> check(report)));
    }

    /** Fails with what is different in one report. */
    void check(Path report) throws IOException {
        Path why = report.resolve("WHY.md");
        if (!Files.isRegularFile(why) || Files.readString(why).isBlank()) {
            throw new AssertionError(why + " does not say how the figures follow from the records");
        }
        List<String> differences =
                GoldenReport.read(report.resolve("expected.json")).differences(open(report.resolve("data")), catalog());
        if (!differences.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), differences));
        }
    }
}
