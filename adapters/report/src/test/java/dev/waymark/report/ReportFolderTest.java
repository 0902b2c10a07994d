package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.waymark.WaymarkException;
import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Report;
import dev.waymark.html.ReportPage;
import dev.waymark.html.Titles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Each file is written under another name first and moved into place when all are whole". */
class ReportFolderTest {

    private static final Report FIRST = Sample.report(Sample.count(Dimensions.NONE, 1));
    private static final Report SECOND = Sample.report(Sample.count(Dimensions.NONE, 2), Sample.progress());

    /** "writes `report.json`, `figures.csv`, `figures.csv-metadata.json` (CSVW), `report.html`, `data-quality.csv`". */
    private static final Set<String> NAMES =
            Set.of("report.json", "figures.csv", "figures.csv-metadata.json", "report.html", "data-quality.csv");

    @TempDir
    private Path parent;

    @Test
    void theFilesOfAReportAreWritten() throws IOException {
        Path folder = parent.resolve("new/folder");

        ReportFolder.of(folder).write(SECOND);

        assertThat(contents(folder)).containsAllEntriesOf(filesOf(SECOND));
        assertThat(contents(folder).keySet()).isSubsetOf(NAMES);
    }

    @Test
    void aFolderIsMadeOnlyWhenAReportIsWritten() {
        Path folder = parent.resolve("new");

        ReportFolder.of(folder);

        assertThat(folder).doesNotExist();
    }

    /** "files of an earlier report there are replaced". */
    @Test
    void anEarlierReportIsReplaced() throws IOException {
        ReportFolder.of(parent).write(SECOND);
        ReportFolder.of(parent).write(FIRST);

        assertThat(contents(parent)).containsAllEntriesOf(filesOf(FIRST));
        assertThat(contents(parent).keySet()).isSubsetOf(NAMES);
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Files.writeString(parent.resolve("notes.txt"), "mine");

        ReportFolder.of(parent).write(FIRST);

        assertThat(parent.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void whatAnInterruptedRunLeftIsCleared() throws IOException {
        Files.writeString(parent.resolve(".report.json.part"), "{\"format\":");

        ReportFolder.of(parent).write(FIRST);

        assertThat(contents(parent)).isEqualTo(filesOf(FIRST));
    }

    // --- what is refused

    @Test
    void aFileInPlaceOfTheFolderIsRefusedAtOnce() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "mine");

        assertRefused(
                () -> ReportFolder.of(file),
                "WM-OUT: the folder " + file + " cannot be written to (" + file
                        + " is a file). Give another folder with" + " --out, or move that file away.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderBelowAFileIsRefusedAtOnce() throws IOException {
        Path below = Files.writeString(parent.resolve("file"), "mine").resolve("a/b");

        assertRefused(
                () -> ReportFolder.of(below),
                "WM-OUT: the folder " + below + " cannot be written to (" + parent.resolve("file") + " is a file). Give"
                        + " another folder with --out, or move that file away.");
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsRefusedAtOnce() throws IOException {
        Path folder = Files.createDirectory(parent.resolve("locked"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder), "this user may write everywhere");

        assertRefused(
                () -> ReportFolder.of(folder.resolve("below")),
                "WM-OUT: the folder " + folder.resolve("below")
                        + " cannot be written to (there is no right to write in " + folder
                        + "). Give another folder with --out, or allow writing there.");
    }

    /** No file system of those in use has names of 300 bytes: 255, or 255 units of two bytes. */
    @Test
    void aPathThatIsTooLongIsCalledThat() {
        Path folder = parent.resolve("n".repeat(300));

        assertRefused(
                () -> ReportFolder.of(folder).write(FIRST),
                "WM-OUT: the folder " + folder
                        + " cannot be written to (its path is too long). Give another folder with"
                        + " --out, or shorten the path.");
    }

    @Test
    void aFolderThatBecameAFileIsRefused() throws IOException {
        Path folder = parent.resolve("late");
        ReportFolder report = ReportFolder.of(folder);
        Files.writeString(folder, "mine");

        assertRefused(
                () -> report.write(FIRST),
                "WM-OUT: the folder " + folder + " cannot be written to (" + folder + " is a file). Give another folder"
                        + " with --out, or move that file away.");
        assertThat(folder).hasContent("mine");
    }

    // --- nothing half-written

    /** The last of the files cannot be written: what stood in the folder still stands there, and nothing else. */
    @Test
    void aFileThatCannotBeWrittenLeavesTheEarlierReport() throws IOException {
        ReportFolder.of(parent).write(FIRST);
        Map<String, String> before = contents(parent);
        Path obstacle = Files.createDirectory(parent.resolve(".report.json.part"));
        Files.writeString(obstacle.resolve("full"), "");

        // what the system says stands in the middle
        assertThatThrownBy(() -> ReportFolder.of(parent).write(SECOND))
                .isInstanceOf(WaymarkException.class)
                .hasMessageStartingWith("WM-OUT: the folder " + parent + " cannot be written to (FileSystemException: ")
                .hasMessageEndingWith("). Give another folder with --out, or make room and allow writing.");
        Files.delete(obstacle.resolve("full"));
        Files.deleteIfExists(obstacle);
        assertThat(contents(parent)).isEqualTo(before);
    }

    /** Their files would come into place one by one, some of the one report and some of the other. */
    @Test
    void aFolderThatAnotherReportIsBeingWrittenToIsRefused() throws IOException {
        ReportFolder.of(parent).write(FIRST);
        Map<String, String> before = contents(parent);

        WritingTurn others = WritingTurn.take(parent.resolve(".report.lock")).orElseThrow();
        try (others) {
            assertRefused(
                    () -> ReportFolder.of(parent).write(SECOND),
                    "WM-OUT: another report is being written to the folder " + parent + ". Give another folder with"
                            + " --out, or write it again when that one has ended.");
        }
        assertThat(contents(parent)).isEqualTo(before);
        ReportFolder.of(parent).write(SECOND);
        assertThat(contents(parent)).isEqualTo(filesOf(SECOND));
    }

    /** "so that no reader finds half a report": one file cannot be put in its place, so none is. */
    @Test
    void aFileThatCannotBeMovedIntoPlaceLeavesTheEarlierReport() throws IOException {
        ReportFolder.of(parent).write(FIRST);
        Path obstacle = parent.resolve("report.json");
        Files.delete(obstacle);
        Map<String, String> others = contents(parent);
        Files.writeString(Files.createDirectory(obstacle).resolve("full"), "");

        assertRefused(
                () -> ReportFolder.of(parent).write(SECOND),
                "WM-OUT: the folder " + parent + " cannot be written to (" + obstacle + " is a folder). Give another"
                        + " folder with --out, or move that folder away.");
        Files.delete(obstacle.resolve("full"));
        Files.delete(obstacle);
        assertThat(contents(parent)).isEqualTo(others);
    }

    private static void assertRefused(ThrowingCallable writing, String message) {
        assertThatThrownBy(writing)
                .isInstanceOfSatisfying(
                        WaymarkException.class, e -> assertThat(e.code()).isEqualTo("WM-OUT"))
                .hasMessage(message);
    }

    private interface Writer {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    /** The files with the report as text, each as it is written alone. */
    private static Map<String, String> filesOf(Report report) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("report.json", text(out -> ReportJson.write(report, out)));
        files.put("report.html", text(out -> ReportPage.write(report, Titles.ofWhatShips(), out)));
        files.put("figures.csv", text(out -> FiguresCsv.write(report, out)));
        files.put("figures.csv-metadata.json", text(out -> FiguresCsvMetadata.write(report, out)));
        files.put("data-quality.csv", text(out -> DataQualityCsv.write(report.dataQuality(), out)));
        return files;
    }

    private static String text(Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(bytes);
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
