package dev.waymark.report;

import dev.waymark.WaymarkException;
import dev.waymark.figure.Report;
import dev.waymark.html.ReportPage;
import dev.waymark.html.Titles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that a report is written to: {@code report.html}, {@code report.json}, {@code figures.csv} with its
 * metadata {@code figures.csv-metadata.json}, {@code data-quality.csv}.
 *
 * <p>Each file is written under another name first and moved into place when all are whole, so that no reader finds
 * half a file, and {@code report.json} last. <b>Errors:</b> {@code WM-OUT} if the folder or a file cannot be written or
 * moved; in the latter case files that were moved before are new; and if somebody else, in this process or another, is
 * writing a report to the folder. <b>Threads:</b> any.
 */
public final class ReportFolder {

    private static final String LOCK = ".report.lock";

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder, which is made when a report is written; refused at once if that cannot work. */
    public static ReportFolder of(Path folder) {
        Path nearest = Unwritable.nearest(folder);
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw Unwritable.folder(folder, new IOException("no writable folder"));
        }
        return new ReportFolder(folder);
    }

    /** Writes the report's files, the page with the titles of what ships. */
    public void write(Report report) {
        write(report, Titles.ofWhatShips());
    }

    /** Writes the report's files, the page with these titles. */
    public void write(Report report, Titles titles) {
        Map<Path, WholeFiles.Content> files = new LinkedHashMap<>();
        files.put(folder.resolve("figures.csv"), out -> FiguresCsv.write(report, out));
        files.put(folder.resolve("figures.csv-metadata.json"), out -> FiguresCsvMetadata.write(report, out));
        files.put(folder.resolve("data-quality.csv"), out -> DataQualityCsv.write(report.dataQuality(), out));
        files.put(folder.resolve("report.html"), out -> ReportPage.write(report, titles, out));
        files.put(folder.resolve("report.json"), out -> ReportJson.write(report, out));
        try {
            Files.createDirectories(folder);
            Optional<WritingTurn> turn = WritingTurn.take(folder.resolve(LOCK));
            if (turn.isEmpty()) {
                throw new WaymarkException(
                        "WM-OUT",
                        "another report is being written to the folder " + folder
                                + ". Give another folder with --out, or write it again when that one has ended.");
            }
            WritingTurn ours = turn.get();
            try (ours) {
                WholeFiles.write(files);
            }
        } catch (IOException e) {
            throw Unwritable.folder(folder, e);
        }
    }
}
