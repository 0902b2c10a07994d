package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.example.ExampleCounty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A council's own export, read through a mapping, gives the report of the same data in the data format, byte for byte:
 * "A mapping (last section) turns a council's own columns into these."
 */
class CouncilExportTest {

    @TempDir
    private Path folder;

    private Path county;
    private Path export;

    @BeforeEach
    void theCountyAndItsExport() throws IOException {
        county = folder.resolve("county");
        export = folder.resolve("export");
        ExampleCounty.write(county);
        CouncilExport.write(county, export);
    }

    @Test
    void theExportHasNothingOfTheFormat() throws IOException {
        assertThat(export.resolve("families.csv")).doesNotExist();
        assertThat(Files.readString(export.resolve("FWK_FAMILY.csv")))
                .startsWith("\uFEFF\"LOCALITY\",\"NOTES\",\"FAM_REF\"\r\n")
                .contains(",\"seen at home, \"\"twice\"\"\nno dog\",");
        assertThat(Files.readString(export.resolve("FWK_PERSON.csv"))).containsPattern("\"\\d\\d/\\d\\d/\\d{4}\"");
        assertThat(Files.readString(export.resolve("STAR_CHART.csv")))
                .contains("\"Baseline\"", "\"6-weekly\"", "\"Exit\"")
                .doesNotContain("initial", "review", "closure");
    }

    @Test
    void anExportWithAMappingBesideItGivesTheSameReport() throws IOException {
        Files.writeString(export.resolve("mapping.json"), CouncilExport.MAPPING);

        Path expected = report(county, "expected");
        Path mapped = report(export, "mapped");

        assertSame(expected, mapped);
    }

    @Test
    void anExportWithAMappingHandedOverGivesTheSameReport() throws IOException {
        Path mapping = Files.writeString(folder.resolve("mine.json"), CouncilExport.MAPPING);

        Path expected = report(county, "expected");
        Path mapped = report(export, "mapped", "--mapping", mapping);

        assertSame(expected, mapped);
    }

    /** "in place of DIR/mapping.json". */
    @Test
    void aMappingHandedOverTakesThePlaceOfTheOneBesideTheFiles() throws IOException {
        Files.writeString(
                export.resolve("mapping.json"),
                CouncilExport.MAPPING.replace(
                        "\"district\": \"LOCALITY\"", "\"district\": {\"constant\": \"Rutland\"}"));
        Path mapping = Files.writeString(folder.resolve("mine.json"), CouncilExport.MAPPING);

        Path expected = report(county, "expected");
        Path mapped = report(export, "mapped", "--mapping", mapping);

        assertSame(expected, mapped);
    }

    /** "Nothing is dropped silently": no row of the export is rejected, in strict mode. */
    @Test
    void noRowOfTheExportIsRejected() throws IOException {
        Files.writeString(export.resolve("mapping.json"), CouncilExport.MAPPING);

        Ran ran = Ran.command("validate", "--data", export, "--strict");

        assertThat(ran.errors()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }

    /** "A value that is in no translation is used as it stands": a word that is left out is no word of the format. */
    @Test
    void aWordWithoutTranslationIsRejectedNotGuessed() throws IOException {
        Files.writeString(
                export.resolve("mapping.json"),
                CouncilExport.MAPPING.replace("\"Exit\": \"closure\"", "\"E\": \"closure\""));

        Ran ran = Ran.command("validate", "--data", export);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines())
                .anyMatch(line -> line.matches(
                        "star_readings line \\d+, kind: malformed, expected one of initial, review, closure"));
    }

    /** {@code "service": {"constant": "intensive-family-support"}}, as in the example of the format. */
    @Test
    void aConstantStandsForAColumnThatIsNotThere() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Files.writeString(plain.resolve("families.csv"), "family_id,district\n1,Blaby\n2,Melton\n");
        Files.writeString(
                plain.resolve("episodes.csv"),
                "episode_id,family_id,service,opened,closed\n"
                        + "7,1,intensive-family-support,2015-05-01,2015-12-01\n"
                        + "8,2,intensive-family-support,2015-06-30,\n");
        Path mapped = Files.createDirectory(folder.resolve("mapped"));
        Files.copy(plain.resolve("families.csv"), mapped.resolve("families.csv"));
        Files.writeString(
                mapped.resolve("FWK_EPISODE.csv"),
                "EP_ID,FAM_REF,START_DT,END_DT\n7,1,01/05/2015,01/12/2015\n8,2,30/06/2015,\n");
        Files.writeString(mapped.resolve("mapping.json"), """
                {"format": "waymark-mapping/1",
                 "tables": {
                   "episodes": {"source": "FWK_EPISODE.csv", "datePattern": "dd/MM/yyyy",
                                "columns": {"episode_id": "EP_ID", "family_id": "FAM_REF",
                                            "service": {"constant": "intensive-family-support"},
                                            "opened": "START_DT", "closed": "END_DT"}}}}
                """);

        assertSame(report(plain, "expected"), report(mapped, "of the mapped"));
    }

    private Path report(Path data, String name, Object... more) {
        Path out = folder.resolve(name);
        List<Object> arguments = new java.util.ArrayList<>(List.of(
                "report", "--data", data, "--period", "2015/16", "--by", "district", "--by", "service", "--out", out));
        arguments.addAll(List.of(more));
        Ran ran = Ran.command(arguments.toArray());
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return out;
    }

    private static void assertSame(Path expected, Path mapped) throws IOException {
        assertThat(Files.readString(mapped.resolve("report.json"))
                        .equals(Files.readString(expected.resolve("report.json"))))
                .isTrue();
        assertThat(Files.mismatch(expected.resolve("figures.csv"), mapped.resolve("figures.csv")))
                .isEqualTo(-1);
    }
}
