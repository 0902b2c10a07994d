package dev.waymark.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The files that a council's own system would export of a data set: other names of files and columns, other words and
 * dates, columns in another order and more of them. What it does not know is copied as it stands.
 */
final class CouncilExport {

    /** The mapping that a council's analyst writes, by hand. */
    static final String MAPPING = """
            {"format": "waymark-mapping/1",
             "tables": {
               "families": {
                 "source": "FWK_FAMILY.csv",
                 "columns": {"family_id": "FAM_REF", "district": "LOCALITY"}},
               "individuals": {
                 "source": "FWK_PERSON.csv", "datePattern": "dd/MM/yyyy",
                 "columns": {
                   "individual_id": "PERSON_REF", "family_id": "FAM_REF", "birth_date": "DOB",
                   "sex": {"column": "GENDER", "values": {"Female": "F", "Male": "M", "Other": "X", "?": ""}},
                   "ethnicity": "ETHNIC_ORIGIN"}},
               "episodes": {
                 "source": "FWK_EPISODE.csv.gz", "datePattern": "dd/MM/yyyy",
                 "columns": {
                   "episode_id": "EP_ID", "family_id": "FAM_REF",
                   "service": {"column": "TEAM", "values": {"IFS": "intensive-family-support",
                                                            "FS": "family-support",
                                                            "PP": "parenting-programme"}},
                   "opened": "START_DT",
                   "closed": {"column": "END_DT", "values": {"open": ""}},
                   "worker_id": "WORKER"}},
               "star_readings": {
                 "source": "STAR_CHART.csv",
                 "columns": {
                   "family_id": "FAM_REF",
                   "date": {"column": "COMPLETED", "datePattern": "d.M.yyyy"},
                   "kind": {"column": "TYPE", "values": {"Baseline": "initial", "6-weekly": "review",
                                                         "Exit": "closure"}},
                   "star": {"constant": "family-star-plus"},
                   "physical-health": "S01", "your-well-being": "S02", "meeting-emotional-needs": "S03",
                   "keeping-your-children-safe": "S04", "social-networks": "S05",
                   "education-and-learning": "S06", "boundaries-and-behaviour": "S07",
                   "family-routine": "S08", "home-and-money": "S09",
                   "progress-to-work": {"column": "S10", "values": {"not asked": ""}}}}}}
            """;

    /** One column of the export: its name, the column it comes from (empty: from none), and how its values are said. */
    private record Column(String name, String from, UnaryOperator<String> said) {}

    private record File(String name, String table, LineDelimiter end, List<Column> columns) {}

    private static final List<File> FILES = List.of(
            new File(
                    "FWK_FAMILY.csv",
                    "families",
                    LineDelimiter.CRLF,
                    List.of(
                            same("LOCALITY", "district"),
                            more("NOTES", "seen at home, \"twice\"\nno dog"),
                            same("FAM_REF", "family_id"))),
            new File(
                    "FWK_PERSON.csv",
                    "individuals",
                    LineDelimiter.CR,
                    List.of(
                            same("FAM_REF", "family_id"),
                            same("PERSON_REF", "individual_id"),
                            words("GENDER", "sex", Map.of("F", "Female", "M", "Male", "X", "Other", "", "?")),
                            date("DOB", "birth_date", "%3$s/%2$s/%1$s"),
                            same("ETHNIC_ORIGIN", "ethnicity"),
                            more("CONSENT", "Y"))),
            new File(
                    "FWK_EPISODE.csv.gz",
                    "episodes",
                    LineDelimiter.LF,
                    List.of(
                            more("", ""),
                            same("EP_ID", "episode_id"),
                            date("END_DT", "closed", "%3$s/%2$s/%1$s"),
                            date("START_DT", "opened", "%3$s/%2$s/%1$s"),
                            same("WORKER", "worker_id"),
                            words(
                                    "TEAM",
                                    "service",
                                    Map.of(
                                            "intensive-family-support",
                                            "IFS",
                                            "family-support",
                                            "FS",
                                            "parenting-programme",
                                            "PP")),
                            same("FAM_REF", "family_id"))),
            new File(
                    "STAR_CHART.csv",
                    "star_readings",
                    LineDelimiter.CRLF,
                    List.of(
                            same("FAM_REF", "family_id"),
                            words(
                                    "TYPE",
                                    "kind",
                                    Map.of("initial", "Baseline", "review", "6-weekly", "closure", "Exit")),
                            date("COMPLETED", "date", "%6$s.%5$s.%4$s"),
                            words("CHART", "star", Map.of("family-star-plus", "FSP")),
                            words("S10", "progress-to-work", Map.of("", "not asked")),
                            same("S09", "home-and-money"),
                            same("S08", "family-routine"),
                            same("S07", "boundaries-and-behaviour"),
                            same("S06", "education-and-learning"),
                            same("S05", "social-networks"),
                            same("S04", "keeping-your-children-safe"),
                            same("S03", "meeting-emotional-needs"),
                            same("S02", "your-well-being"),
                            same("S01", "physical-health"),
                            more("ENTERED_BY", "batch"))));

    private CouncilExport() {}

    private static Column same(String name, String from) {
        return new Column(name, from, value -> value);
    }

    private static Column more(String name, String value) {
        return new Column(name, "", nothing -> value);
    }

    private static Column words(String name, String from, Map<String, String> words) {
        return new Column(name, from, value -> words.getOrDefault(value, value));
    }

    /** The parts of an ISO date: 1 to 3 as they stand there, 4 to 6 without leading noughts; open ends say so. */
    private static Column date(String name, String from, String format) {
        return new Column(name, from, value -> {
            if (value.isEmpty()) {
                return name.equals("END_DT") ? "open" : "";
            }
            String[] part = value.split("-");
            return String.format(
                    format,
                    part[0],
                    part[1],
                    part[2],
                    Integer.parseInt(part[0]),
                    Integer.parseInt(part[1]),
                    Integer.parseInt(part[2]));
        });
    }

    /** Writes the export of the data set in a folder, without the mapping. */
    static void write(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Set<String> exported = new HashSet<>();
        for (File file : FILES) {
            Path table = from.resolve(file.table() + ".csv");
            exported.add(table.getFileName().toString());
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table);
                    CsvWriter csv = writer(to.resolve(file.name()), file.end())) {
                csv.writeRecord(file.columns().stream().map(Column::name).toList());
                for (NamedCsvRecord row : rows) {
                    csv.writeRecord(said(row, file));
                }
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path other : files.toList()) {
                if (!exported.contains(other.getFileName().toString())) {
                    Files.copy(other, to.resolve(other.getFileName()));
                }
            }
        }
    }

    private static List<String> said(NamedCsvRecord row, File file) {
        Set<String> known = new HashSet<>();
        List<String> cells = new ArrayList<>();
        for (Column column : file.columns()) {
            known.add(column.from());
            cells.add(column.said().apply(column.from().isEmpty() ? "" : row.getField(column.from())));
        }
        if (!known.containsAll(row.getHeader())) {
            throw new AssertionError("the export of " + file.table() + " lacks a column of " + row.getHeader());
        }
        return cells;
    }

    private static CsvWriter writer(Path file, LineDelimiter end) throws IOException {
        Writer text = file.toString().endsWith(".gz")
                ? new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)
                : Files.newBufferedWriter(file);
        text.write('\uFEFF');
        return CsvWriter.builder()
                .lineDelimiter(end)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(text);
    }
}
