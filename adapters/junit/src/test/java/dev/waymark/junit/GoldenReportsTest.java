package dev.waymark.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.TableSource;
import dev.waymark.run.MeasureCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: worked by hand, in the folder of each report; and the ways in which a report can be otherwise. */
class GoldenReportsTest extends GoldenReports {

    private static final Path GOLDEN = Path.of("src", "test", "golden");

    @TempDir
    private Path copy;

    @Override
    protected TableSource open(Path data) {
        return CsvFolder.of(data);
    }

    @Override
    protected MeasureCatalog catalog() {
        return MeasureCatalog.of(settings -> List.of(new ClosedFamilies()));
    }

    @BeforeEach
    void copyAReport() throws IOException {
        copy("two-episodes");
    }

    private void copy(String report) throws IOException {
        Files.createDirectories(copy.resolve("data"));
        for (String file : List.of("WHY.md", "expected.json", "data/families.csv", "data/episodes.csv")) {
            Files.copy(GOLDEN.resolve(report).resolve(file), copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void replace(String file, String text, String by) throws IOException {
        Files.writeString(
                copy.resolve(file), Files.readString(copy.resolve(file)).replace(text, by));
    }

    @Test
    void familyThatEntersTheBaseIsNamed() throws IOException {
        replace("data/episodes.csv", "2015-03-31", "2015-04-01");
        assertThatThrownBy(() -> check(copy))
                .isInstanceOf(AssertionError.class)
                .hasMessage("anytown.closed/closed{} should print 50.0 and is 66.666667 (2 of 3);"
                        + " families [3] entered the counted; families [3] entered the base");
    }

    /** One family out and another in: the percentage alone would not show it. */
    @Test
    void exchangedFamiliesAreFoundBehindTheSamePercentage() throws IOException {
        replace("data/episodes.csv", "2015-03-31", "2015-04-01");
        replace(
                "data/episodes.csv",
                "1,1,intensive-family-support,2015-01-05,2015-04-01",
                "1,1,e,2014-01-05,2015-03-01");
        assertThatThrownBy(() -> check(copy))
                .hasMessage("anytown.closed/closed{} should print 50.0 and is 50 (1 of 2);"
                        + " families [3] entered the counted; families [1] left the counted;"
                        + " families [3] entered the base; families [1] left the base");
    }

    /** The family moves house: the whole and the services stay, and two districts exchange it. */
    @Test
    void familyThatMovesFromADistrictToAnotherIsNamedInBoth() throws IOException {
        copy("two-services");
        replace("data/families.csv", "2,Southam", "2,Northam");
        replace("data/families.csv", "4,Northam", "4,Southam");
        assertThatThrownBy(() -> check(copy))
                .hasMessage("anytown.closed/closed{district=Northam} should print 100.0 and is 100 (2 of 2);"
                        + " families [2] entered the counted; families [2] entered the base"
                        + System.lineSeparator()
                        + "anytown.closed/closed{district=Southam} should print 100.0 and is empty-base (0 of 0);"
                        + " families [2] left the counted; families [2] left the base");
    }

    /** Early help ends within the year: the family was closed already, but not by that service. */
    @Test
    void familyThatAServiceClosesIsNamedInThatServiceAlone() throws IOException {
        copy("two-services");
        replace("data/episodes.csv", "2,1,early-help,2015-07-01,", "2,1,early-help,2015-07-01,2016-03-31");
        assertThatThrownBy(() -> check(copy))
                .hasMessage("anytown.closed/closed{service=early-help} should print 50.0 and is 100 (2 of 2);"
                        + " families [1] entered the counted");
    }

    @Test
    void stratumThatIsNotAskedForIsNotThere() throws IOException {
        copy("two-services");
        replace("expected.json", "\"by\": [\"district\", \"service\"]", "\"by\": [\"district\"]");
        assertThatThrownBy(() -> check(copy))
                .hasMessageContaining("the report has no figure anytown.closed/closed{service=early-help}");
    }

    @Test
    void figureThatIsNotThereIsNamed() throws IOException {
        replace("expected.json", "\"figure\": \"closed\"", "\"figure\": \"opened\"");
        assertThatThrownBy(() -> check(copy)).hasMessage("the report has no figure anytown.closed/opened{}");
    }

    /** A folder that was moved would pass for ever. */
    @Test
    void folderWithoutReportsFails() throws IOException {
        Path empty = Files.createDirectory(copy.resolve("empty"));
        GoldenReports reports = new GoldenReports() {
            @Override
            protected TableSource open(Path data) {
                return CsvFolder.of(data);
            }

            @Override
            protected Path folder() {
                return empty;
            }
        };
        assertThatThrownBy(reports::goldenReports).hasMessage(empty + " holds no report, so that none is tested");
    }

    @Test
    void reportThatDoesNotSayWhyFails() throws IOException {
        Files.writeString(copy.resolve("WHY.md"), "\n");
        assertThatThrownBy(() -> check(copy))
                .hasMessageEndingWith("WHY.md does not say how the figures follow from the records");
    }
}
