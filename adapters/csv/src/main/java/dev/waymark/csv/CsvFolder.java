package dev.waymark.csv;

import dev.waymark.WaymarkException;
import dev.waymark.data.DataFormat;
import dev.waymark.data.Mapping;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import dev.waymark.data.TableSource;
import dev.waymark.definition.Definition;
import dev.waymark.star.Star;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A data set in a folder: a file a table, named after it, {@code .csv} or {@code .csv.gz}.
 *
 * <p>Beside the files may stand {@code mapping.json} and {@code stars/*.json}. <b>Reads</b> UTF-8 (a byte-order mark is
 * accepted) by RFC 4180, header row first, row by row: the memory it takes does not grow with the file. <b>Errors</b>
 * that stop the reading: {@code WM-DATA-FOLDER} no such folder, or none that may be read, {@code WM-FILE-TWICE} a table
 * as {@code .csv} and {@code .csv.gz}, {@code WM-FILE} a file that cannot be read, {@code WM-ENCODING} bytes that are
 * not UTF-8, {@code WM-CSV-QUOTE} an unclosed quote or something after a closing one, {@code WM-CSV-FIELD} a field over
 * 1 MiB, {@code WM-MAPPING} a mapping to a file that is not there or to a query. <b>Threads:</b> as {@link TableSource}
 * says.
 */
public final class CsvFolder implements TableSource {

    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz");

    private final Path folder;

    private CsvFolder(Path folder) {
        this.folder = folder;
    }

    /** The data set in a folder, which must be there. */
    public static CsvFolder of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WaymarkException(
                    "WM-DATA-FOLDER", "there is no folder " + folder + ". Give the folder that holds families.csv.");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new WaymarkException(
                    "WM-DATA-FOLDER",
                    "there is no right to read the folder " + folder + ". Allow reading it, or give another.");
        }
        return new CsvFolder(folder);
    }

    @Override
    public Optional<SourceTable> table(String name) {
        Path plain = folder.resolve(name + ".csv");
        Path zipped = folder.resolve(name + ".csv.gz");
        if (isThere(plain) && isThere(zipped)) {
            throw new WaymarkException(
                    "WM-FILE-TWICE",
                    "table " + name + " is there twice (" + plain.getFileName() + ", " + zipped.getFileName()
                            + "). Remove one of the files.");
        }
        if (isThere(plain)) {
            return Optional.of(new CsvTable(plain));
        }
        return isThere(zipped) ? Optional.of(new CsvTable(zipped)) : Optional.empty();
    }

    /** A link is there, wherever it leads: one that cannot be followed is no table that there is not. */
    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The CSV files of the folder that are no table's, A to Z: only a mapping that names them has them read. */
    public List<String> filesOfNoTable() {
        try (Stream<Path> files = Files.list(folder)) {
            Set<Path> tables = new HashSet<>();
            for (TableFormat format : DataFormat.CURRENT.tables()) {
                for (String ending : ENDINGS) {
                    Path file = folder.resolve(format.name() + ending);
                    if (Files.exists(file)) {
                        tables.add(file.toRealPath());
                    }
                }
            }
            List<String> others = new ArrayList<>();
            for (Path file : files.filter(CsvFolder::isCsv).sorted().toList()) {
                if (!tables.contains(file.toRealPath())) {
                    others.add(String.valueOf(file.getFileName()));
                }
            }
            return others;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isCsv(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    @Override
    public SourceTable mappedTable(String mapped) {
        if (TableMapping.isQuery(mapped)) {
            throw new WaymarkException(
                    "WM-MAPPING", "the mapping names a query where a folder is read. Name a file of the folder.");
        }
        if (!isPlainName(mapped)) {
            throw new WaymarkException(
                    "WM-MAPPING", "the mapping names " + mapped + ", which is not in the folder. Name a file of it.");
        }
        Path file = folder.resolve(mapped);
        if (Files.isRegularFile(file)) {
            return new CsvTable(file);
        }
        return table(mapped)
                .orElseThrow(() -> new WaymarkException(
                        "WM-MAPPING",
                        "the mapping names the file " + mapped + ", which is not in the folder " + folder
                                + ". Correct the mapping or add the file."));
    }

    private static boolean isPlainName(String name) {
        return name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ') && !name.equals("..");
    }

    @Override
    public Optional<Mapping> mapping() {
        Path file = folder.resolve("mapping.json");
        return isThere(file) ? Optional.of(Mapping.of(read(file))) : Optional.empty();
    }

    @Override
    public List<Star> stars() {
        Path stars = folder.resolve("stars");
        if (!isThere(stars) || Files.isRegularFile(stars)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(stars)) {
            List<Star> read = new ArrayList<>();
            Map<String, String> fileOfId = new HashMap<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Definition definition = read(file);
                Star star = Star.read(definition);
                String other = fileOfId.put(star.id(), definition.file());
                if (other != null) {
                    throw definition.at("id").refuse("an id of its own; " + other + " has it too");
                }
                read.add(star);
            }
            return read;
        } catch (IOException e) {
            throw unreadable(stars, e);
        }
    }

    private Definition read(Path file) {
        try (InputStream json = Files.newInputStream(file)) {
            return Definition.read(folder.relativize(file).toString(), json);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether a file is packed, by its name. */
    static boolean isZipped(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    static WaymarkException unreadable(Path file, IOException cause) {
        return new WaymarkException(
                "WM-FILE",
                "file " + file + " cannot be read (" + cause.getClass().getSimpleName()
                        + "). Check that it is whole and that you may read it.",
                cause);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
