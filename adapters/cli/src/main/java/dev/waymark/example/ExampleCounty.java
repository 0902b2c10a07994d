package dev.waymark.example;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.TableFormat;
import dev.waymark.report.WholeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The made-up data set of a county's family support service, 2015/16.
 *
 * <p><b>Writes</b> {@code families.csv}, {@code individuals.csv}, {@code episodes.csv}, {@code star_readings.csv},
 * {@code assessments.csv}, {@code findings.csv}, {@code school_terms.csv}, {@code incidents.csv}, {@code spells.csv},
 * {@code claims.csv} and {@code budget.csv}: 797 families worked with from 2015-04-01 to 2016-03-31, their 3,806
 * members, 416 families closed, 186 of them with a first and a last reading of the Family Star Plus and a first and a
 * last monitoring form. Beside them stand what a real extract holds too: families gone before the year or new after it,
 * families that came back, readings and forms outside an episode, and records up to 2016-07-29 that a report as at the
 * year's end does not see. No row of it is rejected. The claims hold on the day they were made, as Waymark judges it,
 * but for one in 25, which is there for an auditor to find.
 *
 * <p><b>Same bytes</b> on every run and every Java: all chance is seeded, and no clock is read. <b>Threads:</b>
 * stateless. <b>Errors:</b> an {@link IOException} if a file cannot be written; {@code WM-OUT}, before any is written,
 * for a folder that holds another data set. Other files are left as they are. <b>Source:</b> the figures of the Annual
 * Report 2015/16.
 */
public final class ExampleCounty {

    private ExampleCounty() {}

    /** Writes the tables into the folder, which is made if it is not there. */
    public static void write(Path folder) throws IOException {
        List<Family> families = Caseload.draw();
        List<StarReading> readings = StarReadings.draw(families);
        List<Form> forms = Form.entered(Forms.draw(families, readings));
        List<Family> all = IncompleteRecord.behind(families);
        List<Table> tables = new ArrayList<>(List.of(
                Family.table(all),
                Member.table(all),
                Episode.table(all),
                StarReading.table(readings, AreaStages.read()),
                Form.assessments(forms),
                Form.findings(forms),
                SchoolReports.table(all),
                Incidents.table(families),
                Spells.table(families),
                Budget.table()));
        tables.add(Claims.table(tables));
        Files.createDirectories(folder);
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        tables.forEach(table -> contents.put(folder.resolve(table.name() + ".csv"), table.csv()));
        refuseAnotherDataSet(folder, contents);
        Map<Path, WholeFiles.Content> files = new LinkedHashMap<>();
        contents.forEach((file, csv) -> files.put(file, out -> out.write(csv)));
        WholeFiles.write(files);
    }

    /** A mapping, or a table of the format that is not ours, says that the folder is somebody's. */
    private static void refuseAnotherDataSet(Path folder, Map<Path, byte[]> ours) throws IOException {
        List<Path> theirs = new ArrayList<>(List.of(folder.resolve("mapping.json")));
        for (TableFormat table : DataFormat.CURRENT.tables()) {
            theirs.add(folder.resolve(table.name() + ".csv"));
            theirs.add(folder.resolve(table.name() + ".csv.gz"));
        }
        for (Path file : theirs) {
            byte[] csv = ours.get(file);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && (csv == null || !Arrays.equals(csv, Files.readAllBytes(file)))) {
                throw new WaymarkException(
                        "WM-OUT",
                        "the folder " + folder + " holds another data set (" + file.getFileName()
                                + "). Give another folder with --out.");
            }
        }
    }
}
