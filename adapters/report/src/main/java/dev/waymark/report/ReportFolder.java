package dev.waymark.report;

import dev.waymark.WaymarkException;
import dev.waymark.figure.Report;
import dev.waymark.html.ReportPage;
import dev.waymark.html.Titles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The folder that a report is written to: {@code report.html}, {@code report.json}, {@code figures.csv} with its
 * metadata {@code figures.csv-metadata.json}, {@code data-quality.csv}.
 *
 * <p>Each file is written under another name first and moved into place when all are whole, so that no reader finds
 * half a report. <b>Errors:</b> {@code WM-OUT} if the folder or a file cannot be written. <b>Threads:</b> one a folder.
 */
public final class ReportFolder {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder, which is made when a report is written; refused at once if that cannot work. */
    public static ReportFolder of(Path folder) {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw unwritable(folder, new IOException("no writable folder"));
        }
        return new ReportFolder(folder);
    }

    /** Writes a part of a report. */
    @FunctionalInterface
    private interface Part {
        /** Writes it to a stream, which stays open. */
        void write(OutputStream out) throws IOException;
    }

    /** Writes the report's files, the page with the titles of what ships. */
    public void write(Report report) {
        write(report, Titles.ofWhatShips());
    }

    /** Writes the report's files, the page with these titles. */
    public void write(Report report, Titles titles) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("figures.csv", out -> FiguresCsv.write(report, out));
        parts.put("figures.csv-metadata.json", out -> FiguresCsvMetadata.write(report, out));
        parts.put("data-quality.csv", out -> DataQualityCsv.write(report.dataQuality(), out));
        parts.put("report.html", out -> ReportPage.write(report, titles, out));
        parts.put("report.json", out -> ReportJson.write(report, out));
        Map<Path, Path> written = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                Path unfinished = folder.resolve("." + part.getKey() + ".part");
                written.put(unfinished, folder.resolve(part.getKey()));
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
                    part.getValue().write(out);
                }
            }
            for (Path file : written.values()) {
                if (Files.isDirectory(file)) {
                    throw new FileAlreadyExistsException(file.toString());
                }
            }
            for (Map.Entry<Path, Path> file : written.entrySet()) {
                Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        } finally {
            written.keySet().forEach(ReportFolder::deleteIfThere);
        }
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the report is written or its error thrown; a file left over under another name is no report
            file.toFile().deleteOnExit();
        }
    }

    private static WaymarkException unwritable(Path folder, IOException cause) {
        return new WaymarkException(
                "WM-OUT",
                "the folder " + folder + " cannot be written to ("
                        + cause.getClass().getSimpleName()
                        + "). Give another folder with --out, or make room and allow writing.",
                cause);
    }
}
