package dev.waymark.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.waymark.WaymarkException;
import dev.waymark.csv.TextRows.Line;
import dev.waymark.data.SourceTable;
import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder as a data set: which files are its tables, its mapping and its Stars, and what stops the reading. */
class CsvFolderTest {

    private static final String FAMILIES = "family_id,district\n1,Blaby\n2,Melton\n";
    private static final String EPISODES = "episode_id,family_id,service,opened,closed\n7,1,ifs,2015-05-01,\n";

    private static final String STAR = """
            {"format": "waymark-star/1", "id": "%s", "version": "1", "title": "Five points",
             "areas": [{"code": "money", "title": "Money"}], "minScore": 1, "maxScore": 5, "threshold": 3,
             "stages": [{"code": "low", "title": "Low", "from": 1, "to": 5,
                         "inProgressBase": true, "littleOrNoSupport": false, "atLeastTrying": true}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aDataSet() throws IOException {
        write("families.csv", FAMILIES);
        write("episodes.csv", EPISODES);
    }

    // --- the folder

    @Test
    void aFolderThatIsNotThereIsRefused() {
        Path missing = folder.resolve("nowhere");

        assertRefused(
                () -> CsvFolder.of(missing),
                "WM-DATA-FOLDER",
                "WM-DATA-FOLDER: there is no folder " + missing + ". Give the folder that holds families.csv.");
    }

    @Test
    void aFileInPlaceOfAFolderIsRefused() {
        Path file = folder.resolve("families.csv");

        assertRefused(
                () -> CsvFolder.of(file),
                "WM-DATA-FOLDER",
                "WM-DATA-FOLDER: there is no folder " + file + ". Give the folder that holds families.csv.");
    }

    /** "Only `families` and `episodes` are required". */
    @Test
    void missingFamiliesAreRefused() throws IOException {
        Files.delete(folder.resolve("families.csv"));

        assertRefused(
                this::read,
                "WM-TABLE-MISSING",
                "WM-TABLE-MISSING: required table families is missing (" + folder
                        + "). Add it, or map one of yours to it.");
    }

    @Test
    void missingEpisodesAreRefused() throws IOException {
        Files.delete(folder.resolve("episodes.csv"));

        assertRefused(
                this::read,
                "WM-TABLE-MISSING",
                "WM-TABLE-MISSING: required table episodes is missing (" + folder
                        + "). Add it, or map one of yours to it.");
    }

    /** "a table that is not there is *absent*". */
    @Test
    void aTableWithoutFileIsAbsent() {
        assertThat(CsvFolder.of(folder).table("findings")).isEmpty();
        assertThat(read().quality().rowsRead()).containsExactly(Map.entry("families", 2L), Map.entry("episodes", 1L));
    }

    /** "A table with a header and no rows is there and empty." */
    @Test
    void aTableOfOnlyAHeaderIsThereAndEmpty() throws IOException {
        write("incidents.csv", "incident_id,family_id,individual_id,date,kind,followed_up_on\n");

        assertThat(CsvFolder.of(folder).table("incidents")).isPresent();
        assertThat(read().quality().rowsRead()).containsEntry("incidents", 0L);
    }

    @Test
    void otherFilesOfTheFolderAreLeftAlone() throws IOException {
        write("readme.txt", "not a table");
        write("other.csv", "\"never closed");

        assertThat(read().quality().rowsRead()).containsOnlyKeys("families", "episodes");
    }

    @Test
    void aTableIsNamedByItsFile() {
        assertThat(CsvFolder.of(folder).table("families").orElseThrow().place()).isEqualTo("families.csv");
    }

    // --- the header

    /** "columns in any order". */
    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        write("episodes.csv", "closed,service,opened,family_id,episode_id\n,ifs,2015-05-01,1,7\n");

        CaseStore store = read();

        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().rowsRead()).containsEntry("episodes", 1L);
    }

    @Test
    void theOrderOfTheColumnsIsThatOfTheFile() throws IOException {
        write("families.csv", "district,family_id\nBlaby,1\n");

        SourceTable table = CsvFolder.of(folder).table("families").orElseThrow();

        assertThat(table.columns()).containsExactly("district", "family_id");
        assertThat(TextRows.of(table)).containsExactly(Line.of(2, "Blaby", "1"));
    }

    /** "These stop the run: ... a header column twice". */
    @Test
    void aColumnThatStandsTwiceIsRefused() throws IOException {
        write("families.csv", "family_id,district,family_id\n1,Blaby,1\n");

        assertRefused(
                this::read,
                "WM-COLUMN-TWICE",
                "WM-COLUMN-TWICE: column family_id stands twice in the header (families.csv). Leave one of them out or"
                        + " rename it.");
    }

    /** Blanks are trimmed, so that these are one column. */
    @Test
    void aColumnThatStandsTwiceButForBlanksIsRefused() throws IOException {
        write("families.csv", "family_id,district, district\n1,Blaby,Melton\n");

        assertRefused(
                this::read,
                "WM-COLUMN-TWICE",
                "WM-COLUMN-TWICE: column district stands twice in the header (families.csv). Leave one of them out or"
                        + " rename it.");
    }

    /** "These stop the run: a required table or column missing". */
    @Test
    void aMissingRequiredColumnIsRefused() throws IOException {
        write("episodes.csv", "episode_id,family_id,opened,closed\n7,1,2015-05-01,\n");

        assertRefused(
                this::read,
                "WM-COLUMN-MISSING",
                "WM-COLUMN-MISSING: required column service of episodes is missing (episodes.csv). Required are:"
                        + " episode_id, family_id, service, opened. Its columns are: episode_id, family_id, opened, closed."
                        + " Add the column, or map one of yours to it.");
    }

    @Test
    void aMissingRequiredColumnOfAnotherTableIsRefused() throws IOException {
        write("spells.csv", "individual_id,kind,type\n");

        assertRefused(
                this::read,
                "WM-COLUMN-MISSING",
                "WM-COLUMN-MISSING: required column start of spells is missing (spells.csv). Required are:"
                        + " individual_id, kind, start. Its columns are: individual_id, kind, type. Add the column, or map one"
                        + " of yours to it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", " \r\n\t", "\uFEFF \n"})
    void aFileWithoutAHeaderIsRefused(String text) throws IOException {
        write("families.csv", text);

        assertRefused(
                this::read,
                "WM-COLUMN-MISSING",
                "WM-COLUMN-MISSING: there is no header row (families.csv). Put the names of the columns into the first"
                        + " line.");
    }

    // --- files that cannot be read

    @Test
    void aFolderInPlaceOfAFileIsRefused() throws IOException {
        Path file = folder.resolve("families.csv");
        Files.delete(file);
        Files.createDirectory(file);

        assertRefused(
                this::read,
                "WM-FILE",
                "WM-FILE: file " + file
                        + " cannot be read (IOException). Check that it is whole and that you may read it.");
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        Path file = folder.resolve("families.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertRefused(
                this::read,
                "WM-FILE",
                "WM-FILE: file " + file
                        + " cannot be read (AccessDeniedException). Check that it is whole and that you may read it.");
    }

    // --- .csv.gz

    /** "File name = table name + `.csv` or `.csv.gz`". */
    @Test
    void aZippedFileIsRead() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        Files.write(folder.resolve("families.csv.gz"), zipped(FAMILIES));

        SourceTable table = CsvFolder.of(folder).table("families").orElseThrow();

        assertThat(table.place()).isEqualTo("families.csv.gz");
        assertThat(TextRows.of(table)).containsExactly(Line.of(2, "1", "Blaby"), Line.of(3, "2", "Melton"));
        assertThat(read().quality().rowsRead()).containsEntry("families", 2L);
    }

    @Test
    void aZippedFileMayHaveAByteOrderMark() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        Files.write(folder.resolve("families.csv.gz"), zipped("\uFEFF" + FAMILIES));

        assertThat(CsvFolder.of(folder).table("families").orElseThrow().columns())
                .containsExactly("family_id", "district");
    }

    /** What {@code cat a.gz b.gz} makes is a file of RFC 1952 too: "members ... one after another". */
    @Test
    void aZippedFileOfTwoMembersIsReadToItsEnd() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(zipped(FAMILIES));
        both.write(zipped("3,Oadby\n"));
        Files.write(folder.resolve("families.csv.gz"), both.toByteArray());

        assertThat(TextRows.of(CsvFolder.of(folder).table("families").orElseThrow()))
                .containsExactly(Line.of(2, "1", "Blaby"), Line.of(3, "2", "Melton"), Line.of(4, "3", "Oadby"));
    }

    /** "(both: an error)". */
    @Test
    void aTableThatIsThereTwiceIsRefused() throws IOException {
        Files.write(folder.resolve("families.csv.gz"), zipped(FAMILIES));

        assertRefused(
                this::read,
                "WM-FILE-TWICE",
                "WM-FILE-TWICE: table families is there twice (families.csv, families.csv.gz). Remove one of the"
                        + " files.");
    }

    @Test
    void aZippedFileCutOffInItsHeadIsRefused() throws IOException {
        assertZippedRefused(Arrays.copyOf(zipped(FAMILIES), 5), "EOFException");
    }

    @Test
    void aZippedFileCutOffInItsMiddleIsRefused() throws IOException {
        StringBuilder many = new StringBuilder("family_id,district\n");
        for (int id = 1; id <= 100_000; id++) {
            many.append(id).append(",District ").append(id * 31 % 97).append('\n');
        }
        byte[] whole = zipped(many.toString());

        assertZippedRefused(Arrays.copyOf(whole, whole.length / 2), "EOFException");
    }

    @Test
    void aZippedFileCutOffBeforeItsChecksumIsRefused() throws IOException {
        byte[] whole = zipped(FAMILIES);

        assertZippedRefused(Arrays.copyOf(whole, whole.length - 4), "EOFException");
    }

    @Test
    void aZippedFileWithAWrongChecksumIsRefused() throws IOException {
        byte[] damaged = zipped(FAMILIES);
        damaged[damaged.length - 8] ^= 1;

        assertZippedRefused(damaged, "ZipException");
    }

    @Test
    void aFileThatOnlySaysThatItIsZippedIsRefused() throws IOException {
        assertZippedRefused(FAMILIES.getBytes(StandardCharsets.UTF_8), "ZipException");
    }

    @Test
    void anEmptyZippedFileIsRefused() throws IOException {
        assertZippedRefused(new byte[0], "EOFException");
    }

    @Test
    void aZippedFileOfOtherEncodingIsRefused() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        ByteArrayOutputStream latin1 = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(latin1)) {
            zip.write("family_id,district\n1,Caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.write(folder.resolve("families.csv.gz"), latin1.toByteArray());

        assertRefused(
                this::read,
                "WM-ENCODING",
                "WM-ENCODING: the file is not UTF-8 (families.csv.gz line 2). Save it as UTF-8.");
    }

    private void assertZippedRefused(byte[] bytes, String cause) throws IOException {
        Files.delete(folder.resolve("families.csv"));
        Path file = folder.resolve("families.csv.gz");
        Files.write(file, bytes);

        assertRefused(
                this::read,
                "WM-FILE",
                "WM-FILE: file " + file + " cannot be read (" + cause
                        + "). Check that it is whole and that you may read it.");
    }

    // --- mapping.json

    @Test
    void aFolderWithoutMappingHasNone() {
        assertThat(CsvFolder.of(folder).mapping()).isEmpty();
    }

    /** "`mapping.json` beside the files ... per table its source (file name...)". */
    @Test
    void aMappedFileIsRead() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        write("FWK_FAMILY.csv", "FAM_REF,LOCALITY\n1,Blaby\n2,Melton\n3,Oadby\n");
        mapFamiliesTo("FWK_FAMILY.csv");

        CaseStore store = read();

        assertThat(store.quality().rowsRead()).containsExactly(Map.entry("families", 3L), Map.entry("episodes", 1L));
        assertThat(store.quality().rejected()).isEmpty();
    }

    @Test
    void aMappedZippedFileIsRead() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        Files.write(folder.resolve("FWK_FAMILY.csv.gz"), zipped("FAM_REF,LOCALITY\n1,Blaby\n"));
        mapFamiliesTo("FWK_FAMILY.csv.gz");

        assertThat(read().quality().rowsRead()).containsEntry("families", 1L);
    }

    @Test
    void aMappedFileMayBeNamedLikeATable() throws IOException {
        Files.delete(folder.resolve("families.csv"));
        write("FWK_FAMILY.csv", "FAM_REF,LOCALITY\n1,Blaby\n");
        mapFamiliesTo("FWK_FAMILY");

        assertThat(read().quality().rowsRead()).containsEntry("families", 1L);
    }

    @Test
    void aMappedFileThatIsThereTwiceIsRefused() throws IOException {
        write("FWK_FAMILY.csv", "FAM_REF,LOCALITY\n1,Blaby\n");
        Files.write(folder.resolve("FWK_FAMILY.csv.gz"), zipped("FAM_REF,LOCALITY\n1,Blaby\n"));
        mapFamiliesTo("FWK_FAMILY");

        assertRefused(
                this::read,
                "WM-FILE-TWICE",
                "WM-FILE-TWICE: table FWK_FAMILY is there twice (FWK_FAMILY.csv, FWK_FAMILY.csv.gz). Remove one of the"
                        + " files.");
    }

    @Test
    void aMappedFileMayBeginLikeAQuery() throws IOException {
        write("selected_families.csv", "FAM_REF,LOCALITY\n1,Blaby\n");
        mapFamiliesTo("selected_families.csv");

        assertThat(read().families()).isEqualTo(1);
    }

    @Test
    void aMappedFileThatIsNotThereIsRefused() throws IOException {
        mapFamiliesTo("FWK_FAMILY.csv");

        assertRefused(
                this::read,
                "WM-MAPPING",
                "WM-MAPPING: the mapping names the file FWK_FAMILY.csv, which is not in the folder " + folder
                        + ". Correct the mapping or add the file.");
    }

    @Test
    void aMappedColumnThatIsNotThereIsRefused() throws IOException {
        write("FWK_FAMILY.csv", "FAMILY,LOCALITY\n1,Blaby\n");
        mapFamiliesTo("FWK_FAMILY.csv");

        assertRefused(
                this::read,
                "WM-COLUMN-MISSING",
                "WM-COLUMN-MISSING: column FAM_REF, which the mapping names for family_id, is missing"
                        + " (FWK_FAMILY.csv). Its columns are: FAMILY, LOCALITY. Correct the mapping.");
    }

    /** A mapping that came with a data set reads nothing outside of it, though the file is there. */
    @ParameterizedTest
    @ValueSource(strings = {"inner/FWK_FAMILY.csv", "../FWK_FAMILY.csv", "inner\\\\FWK_FAMILY.csv", "./families.csv"})
    void aMappedFileOutsideTheFolderIsRefused(String source) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectory(data.resolve("inner"));
        for (String name : List.of("FWK_FAMILY.csv", "data/inner/FWK_FAMILY.csv", "data/families.csv")) {
            write(name, "FAM_REF,LOCALITY\n1,Blaby\n");
        }
        write("data/episodes.csv", EPISODES);
        write("data/mapping.json", mappingOfFamilies(source));

        assertRefused(
                () -> new CaseStoreReader(CsvFolder.of(data)).read(),
                "WM-MAPPING",
                "WM-MAPPING: the mapping names " + source.replace("\\\\", "\\")
                        + ", which is not in the folder. Name a file of it.");
    }

    @Test
    void aMappedAbsoluteFileIsRefused() throws IOException {
        Path file = folder.resolve("FWK_FAMILY.csv").toAbsolutePath();
        write("FWK_FAMILY.csv", "FAM_REF,LOCALITY\n1,Blaby\n");
        mapFamiliesTo(file.toString());

        assertRefused(
                this::read,
                "WM-MAPPING",
                "WM-MAPPING: the mapping names " + file + ", which is not in the folder. Name a file of it.");
    }

    @Test
    void theFolderAboveAsAMappedFileIsRefused() throws IOException {
        mapFamiliesTo("..");

        assertRefused(
                this::read,
                "WM-MAPPING",
                "WM-MAPPING: the mapping names .., which is not in the folder. Name a file of it.");
    }

    /** A name that no file system has is a wrong name like others. */
    @Test
    void aMappedNameThatNoFileCanHaveIsRefused() throws IOException {
        mapFamiliesTo("a\\u0000b");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        WaymarkException.class, e -> assertThat(e.code()).isEqualTo("WM-MAPPING"));
    }

    /** "A `source` that starts with `select` (any case) is a query, for the JDBC adapter only." */
    @ParameterizedTest
    @ValueSource(strings = {"select * from FWK_FAMILY", "SELECT 1", "Select\\tx from y"})
    void aQueryIsRefused(String query) throws IOException {
        mapFamiliesTo(query);

        assertRefused(
                this::read,
                "WM-MAPPING",
                "WM-MAPPING: the mapping names a query where a folder is read. Name a file of the folder.");
    }

    @Test
    void aMappingOfAnotherFormatIsRefused() throws IOException {
        write("mapping.json", "{\"format\": \"waymark-mapping/2\", \"tables\": {}}");

        assertRefused(
                this::read,
                "WM-DEFINITION",
                "WM-DEFINITION: mapping.json: format is \"waymark-mapping/2\". Expected: \"waymark-mapping/1\".");
    }

    @Test
    void aMappingThatIsNoJsonIsRefused() throws IOException {
        write("mapping.json", "{\"format\": \"waymark-mapping/1\",\n \"tables\": ");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        WaymarkException.class, e -> assertThat(e.code()).isEqualTo("WM-DEFINITION"))
                .message()
                .startsWith("WM-DEFINITION: mapping.json line 2 is not JSON: ")
                .endsWith(". Correct the file.");
    }

    @Test
    void aMappingThatIsEmptyIsRefused() throws IOException {
        write("mapping.json", "");

        assertRefused(this::read, "WM-DEFINITION", "WM-DEFINITION: mapping.json is empty. Expected: a JSON object.");
    }

    @Test
    void aFolderInPlaceOfTheMappingIsRefused() throws IOException {
        Path mapping = Files.createDirectory(folder.resolve("mapping.json"));

        assertRefused(
                this::read,
                "WM-FILE",
                "WM-FILE: file " + mapping
                        + " cannot be read (IOException). Check that it is whole and that you may read it.");
    }

    private void mapFamiliesTo(String source) throws IOException {
        write("mapping.json", mappingOfFamilies(source));
    }

    private static String mappingOfFamilies(String source) {
        return """
                {"format": "waymark-mapping/1",
                 "tables": {"families": {"source": "%s",
                                         "columns": {"family_id": "FAM_REF", "district": "LOCALITY"}}}}
                """.formatted(source);
    }

    // --- files that are no table's

    @Test
    void filesThatAreNoTablesAreListed() throws IOException {
        write("star_reading.csv", "family_id\n");
        write("budget.csv.gz.csv", "");
        write("SPELLS.CSV", "");
        write("Incident.csv.gz", "");
        write("claims.csv.gz", "");
        write("notes.txt", "");
        write("more.csv/notes.txt", "");

        assertThat(CsvFolder.of(folder).filesOfNoTable())
                .containsExactly("Incident.csv.gz", "SPELLS.CSV", "budget.csv.gz.csv", "star_reading.csv");
    }

    // --- stars/*.json

    @Test
    void aFolderWithoutStarsHasNone() {
        assertThat(CsvFolder.of(folder).stars()).isEmpty();
    }

    /** "A data set brings its own in `stars/*.json` beside the files". */
    @Test
    void starsBesideTheFilesAreRead() throws IOException {
        write("stars/b.json", STAR.formatted("second"));
        write("stars/a.json", STAR.formatted("first"));
        write("stars/notes.txt", "no star");

        assertThat(CsvFolder.of(folder).stars()).extracting(Star::id).containsExactly("first", "second");
    }

    @Test
    void twoStarsWithOneIdAreRefusedByTheirFiles() throws IOException {
        write("stars/a.json", STAR.formatted("five-points"));
        write("stars/b.json", STAR.formatted("five-points"));

        assertRefused(
                () -> CsvFolder.of(folder).stars(),
                "WM-DEFINITION",
                "WM-DEFINITION: stars/b.json: id is \"five-points\". Expected: an id of its own; stars/a.json has it"
                        + " too.");
    }

    @Test
    void readingsMayNameAStarThatCameWithThem() throws IOException {
        write("stars/five.json", STAR.formatted("five-points"));
        write("star_readings.csv", "family_id,date,kind,star,money\n1,2015-05-02,initial,five-points,5\n");

        CaseStore store = read();

        assertThat(store.stars()).extracting(Star::id).containsExactly("family-star-plus", "five-points");
        assertThat(store.quality().rejected()).isEmpty();
        assertThat(store.quality().rowsRead()).containsEntry("star_readings", 1L);
    }

    @Test
    void aStarThatIsBrokenIsRefusedByItsFile() throws IOException {
        write("stars/five.json", STAR.formatted("five-points").replace("\"maxScore\": 5", "\"maxScore\": 6"));

        assertRefused(
                () -> CsvFolder.of(folder).stars(),
                "WM-DEFINITION",
                "WM-DEFINITION: stars/five.json: stages is a list. Expected: stages up to the highest score 6; they"
                        + " end at 5.");
    }

    // ---

    private CaseStore read() {
        return new CaseStoreReader(CsvFolder.of(folder)).read();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(ThrowingCallable reading, String code, String message) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        WaymarkException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessage(message);
    }
}
