package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.pbr.claim.ClaimLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Claims and schemes at the command line. Family 1 had anti-social behaviour before its work and none in the six months
 * before 2016-04-01, and no child: under phase 1 it is met, without a fee for 2015/16.
 */
class ClaimsCommandTest {

    private static final String CLAIM = "1,troubled-families-1,2016-04-01,crime-asb-education,";
    private static final String HEADER = "family_id,scheme,claimed_on,route,amount";

    @TempDir
    private Path folder;

    private SmallCouncil council;

    @BeforeEach
    void writeRecords() throws IOException {
        council = new SmallCouncil(folder);
        council.write("individuals.csv", "individual_id,family_id,birth_date\n11,1,1980-01-01\n");
        council.write("incidents.csv", "incident_id,family_id,individual_id,date,kind\n21,1,,2015-04-10,asb\n");
    }

    @ParameterizedTest
    @CsvSource({
        "+12000-01-01, after 2100-12-31. Give a day before it.",
        "-0005-01-01, before 1900-01-01. Give a day after it."
    })
    void anAsAtDateOfWhichNoRecordCanBeIsRefused(String day, String why) {
        Ran ran = propose(day);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errors()).isEqualToIgnoringNewLines("WM-AS-AT: the as-at date " + day + " is " + why);
    }

    private Ran propose(String asAt, Object... more) {
        Object[] command = {
            "claims",
            "propose",
            "--data",
            council.data(),
            "--scheme",
            "troubled-families-1",
            "--as-at",
            asAt,
            "--out",
            council.out()
        };
        Object[] all = new Object[command.length + more.length];
        System.arraycopy(command, 0, all, 0, command.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Ran.command(all);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(council.out().resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void proposalWritesListLedgerAndEvidenceAndASecondOneTheSame() throws IOException {
        Ran first = propose("2016-03-31");
        assertThat(first.errors()).isEmpty();
        assertThat(first.outLines().get(0))
                .isEqualTo("Claimable under troubled-families-1 on 2016-04-01: 1 families, 1 of them new");
        assertThat(first.outLines().get(2))
                .isEqualTo("Ledger: " + council.out().resolve("ledger.csv")
                        + ", a new ledger was begun: give the same --out folder for every proposal");
        assertThat(lines("claims-troubled-families-1-2016-04-01.csv")).containsExactly(HEADER, CLAIM);
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
        JsonNode evidence = new ObjectMapper()
                .readTree(council.out()
                        .resolve("evidence-troubled-families-1-2016-04-01/0001.json")
                        .toFile());
        assertThat(evidence.at("/judgements/0/decision").textValue()).isEqualTo("met");

        Ran second = propose("2016-03-31");
        assertThat(second.exitCode()).isZero();
        assertThat(second.outLines()).hasSize(2);
        assertThat(lines("claims-troubled-families-1-2016-04-01.csv")).containsExactly(HEADER, CLAIM);
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
        propose("2016-04-30", "--period", "2015/16");
        assertThat(lines("claims-troubled-families-1-2016-05-01.csv")).containsExactly(HEADER);
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
    }

    @Test
    void sampleIsDrawnFromTheLedger() {
        propose("2016-03-31");
        Ran ran = Ran.command(
                "claims", "sample", "--claims", council.out().resolve("ledger.csv"), "--share", "10%", "--seed", "7");
        assertThat(ran.outLines()).containsExactly(HEADER, CLAIM);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("damagedLedgers")
    void damagedLedgerIsRefusedAndNothingIsWritten(byte[] ledger, String why) throws IOException {
        Path file = Files.createDirectories(council.out()).resolve("ledger.csv");
        Files.write(file, ledger);
        Ran ran = propose("2016-03-31");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly(
                        "WM-LEDGER: " + why.replace("LEDGER", "the ledger " + file) + " Give it back as it was.");
        assertThat(council.out().toFile().list()).containsExactly("ledger.csv");
        assertThat(file).hasBinaryContent(ledger);
    }

    static Stream<Arguments> damagedLedgers() {
        String line = "1,troubled-families-1,2016-04-01,r,700.00";
        return Stream.of(
                damaged(HEADER + "\n1,troubled-families-1,soon,r,\n", "line 2 of LEDGER is no claim."),
                damaged(
                        HEADER + "\n" + line + "\n,troubled-families-1,2016-04-01,r,\n",
                        "line 3 of LEDGER is no claim."),
                damaged(HEADER + "\n1,troubled-families-1,2016-04-01,r,700.001\n", "line 2 of LEDGER is no claim."),
                damaged("", "LEDGER does not begin with the line " + HEADER + "."),
                damaged(line + "\n", "LEDGER does not begin with the line " + HEADER + "."),
                damaged(HEADER + "\n" + line.substring(0, line.length() - 4), "LEDGER ends in the middle of a line."),
                damaged(HEADER + "\n1,troubled-families-1,2016-04-01\n", "line 2 of LEDGER is no claim."),
                damaged(HEADER + "\n" + line + "\n\"1,troubled-families-1\n", "LEDGER cannot be read."),
                Arguments.of((HEADER + "\n\u00ff").getBytes(StandardCharsets.ISO_8859_1), "LEDGER cannot be read."));
    }

    private static Arguments damaged(String ledger, String why) {
        return Arguments.of(ledger.getBytes(StandardCharsets.UTF_8), why);
    }

    @Test
    void ledgerThatSomebodyElseAddedToMeanwhileIsLeftAlone() throws IOException {
        Path file = Files.createDirectories(council.out()).resolve("ledger.csv");
        ClaimLedger ledger = new ClaimLedger(file);
        assertThat(ledger.lines()).isEmpty();
        Files.writeString(file, HEADER + "\n" + CLAIM + "\n");
        assertThatThrownBy(() -> ledger.append(List.of()))
                .hasMessage("WM-LEDGER: the ledger " + file + " was written to meanwhile. Propose again.");
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
    }

    /** Whatever it was that a proposal left: without its ledger the families in it would be claimed twice. */
    @ParameterizedTest
    @ValueSource(strings = {"claims-troubled-families-1-2016-04-01.csv", "evidence-troubled-families-1-2016-04-01"})
    void claimsWithoutTheirLedgerAreRefusedAndNothingIsWritten(String left) throws IOException {
        propose("2016-03-31");
        try (Stream<Path> files = Files.walk(council.out())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(council.out())
                        && !file.startsWith(council.out().resolve(left))) {
                    Files.delete(file);
                }
            }
        }
        Ran ran = propose("2016-04-30", "--period", "2015/16");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly("WM-LEDGER: the ledger " + council.out().resolve("ledger.csv") + " is missing beside "
                        + left + ". Give it back as it was: without it families would be claimed twice.");
        assertThat(council.out().toFile().list()).containsExactly(left);
    }

    @Test
    void tableOfClaimsIsNoProposal() throws IOException {
        Files.createDirectories(council.out());
        Files.writeString(council.out().resolve("claims.csv"), HEADER + "\n");
        assertThat(propose("2016-03-31").errors()).isEmpty();
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
    }

    @Test
    void ledgerThatAnotherProposalWritesToIsRefusedUntilItHasEnded() throws IOException {
        Path file = Files.createDirectories(council.out()).resolve("ledger.csv");
        try (ClaimLedger other = new ClaimLedger(file)) {
            assertThat(other.begin()).isTrue();
            Ran ran = propose("2016-03-31");
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.errorLines())
                    .containsExactly("WM-LEDGER: another proposal writes to the ledger " + file
                            + ". Propose again when it has ended.");
            assertThat(council.out().toFile().list()).containsExactlyInAnyOrder("ledger.csv", ".ledger.csv.lock");
        }
        assertThat(propose("2016-03-31").errors()).isEmpty();
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF" + HEADER + "\n" + CLAIM + "\n", HEADER + "\r\n" + CLAIM + "\r\n"})
    void ledgerThatASpreadsheetSavedIsNamedAsThat(String saved) throws IOException {
        Path file = Files.createDirectories(council.out()).resolve("ledger.csv");
        Files.writeString(file, saved);

        assertThat(propose("2016-03-31").errorLines())
                .containsExactly(
                        "WM-LEDGER: the ledger " + file + " was saved by another program, with a byte-order mark"
                                + " or line ends of its own. Give it back as it was.");
        assertThat(file).hasContent(saved);
    }

    /** One ledger of a share, which each office has a link to in its own folder: nobody is claimed twice. */
    @Test
    void ledgerThatIsALinkIsTheOneItLeadsTo() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared")).resolve("ledger.csv");
        Files.writeString(shared, HEADER + "\n");
        Files.createDirectories(council.out());
        Files.createSymbolicLink(council.out().resolve("ledger.csv"), shared);

        assertThat(propose("2016-03-31").outLines()).anyMatch(line -> line.endsWith("1 families, 1 of them new"));
        assertThat(council.out().resolve("ledger.csv")).isSymbolicLink();
        assertThat(shared).hasContent(HEADER + "\n" + CLAIM + "\n");
        try (ClaimLedger other = new ClaimLedger(shared)) {
            other.lines();
            other.begin();
            assertThat(propose("2016-03-31").errors()).startsWith("WM-LEDGER: another proposal writes to the ledger ");
        }
    }

    @Test
    void ledgerThatIsALinkToNowhereIsRefused() throws IOException {
        Files.createDirectories(council.out());
        Path link =
                Files.createSymbolicLink(council.out().resolve("ledger.csv"), folder.resolve("not-mounted/ledger.csv"));

        Ran ran = propose("2016-03-31");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly(
                        "WM-LEDGER: the ledger " + link + " is a link to a file that is not there. Give that file"
                                + " back as it was: without it families would be claimed twice.");
        assertThat(council.out().toFile().list()).containsExactly("ledger.csv");
    }

    /** Cut off before its claims were in the ledger, a proposal had more families than the one that is made again. */
    @Test
    void proposalThatWasCutOffIsMadeAgainAndLeavesNothingOfItself() throws IOException {
        Path evidence = council.out().resolve("evidence-troubled-families-1-2016-04-01");
        Files.createDirectories(evidence);
        Files.writeString(evidence.resolve("0001.json"), "{");
        Files.writeString(evidence.resolve("0002.json"), "{}");
        Files.writeString(council.out().resolve("ledger.csv"), HEADER + "\n");
        Files.writeString(council.out().resolve(".ledger.csv.part"), HEADER + "\n1,troub");
        assertThat(propose("2016-03-31").exitCode()).isZero();
        assertThat(evidence.toFile().list()).containsExactly("0001.json");
        assertThat(new ObjectMapper()
                        .readTree(evidence.resolve("0001.json").toFile())
                        .at("/family")
                        .isMissingNode())
                .isFalse();
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
        assertThat(council.out()).isDirectoryNotContaining("glob:**.part");
    }

    /** Ids are opaque text: none of them may name a file, break a line, or lose its blanks. */
    @Test
    void idsOfAnyTextAreClaimedAndReadBack() throws IOException {
        List<String> ids = List.of("../../passwd", "a,b", "x\ny", "=1+1", "CON", "  sp  ", "\"q\"", "\uD83D\uDE00");
        StringBuilder families = new StringBuilder("family_id,district\n");
        StringBuilder episodes = new StringBuilder("episode_id,family_id,service,opened\n");
        StringBuilder incidents = new StringBuilder("incident_id,family_id,individual_id,date,kind\n");
        for (String id : ids) {
            String quoted = "\"" + id.replace("\"", "\"\"") + "\"";
            families.append(quoted).append(",\n");
            episodes.append(quoted).append(',').append(quoted).append(",ifs,2015-05-01\n");
            incidents.append(quoted).append(',').append(quoted).append(",,2015-04-10,asb\n");
        }
        council.write("families.csv", families.toString());
        council.write("episodes.csv", episodes.toString());
        council.write("incidents.csv", incidents.toString());
        council.write("individuals.csv", "individual_id,family_id,birth_date\n");
        council.write("star_readings.csv", "family_id,date,kind,physical-health\n");

        assertThat(propose("2016-03-31").errors()).isEmpty();
        assertThat(new ClaimLedger(council.out().resolve("ledger.csv")).lines())
                .extracting(ClaimLine::familyId)
                .containsExactlyElementsOf(ids);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("passwd")))
                    .isEmpty();
        }
        assertThat(council.out()
                        .resolve("evidence-troubled-families-1-2016-04-01")
                        .toFile()
                        .list())
                .hasSize(ids.size());

        // the ledger is a table of claims: entered into the data, every family of it is found
        Files.copy(council.out().resolve("ledger.csv"), council.data().resolve("claims.csv"));
        assertThat(council.validate().errors()).isEmpty();
        assertThat(propose("2016-04-30", "--period", "2015/16").outLines().get(0))
                .isEqualTo("Claimable under troubled-families-1 on 2016-05-01: 0 families, 0 of them new");
    }

    @Test
    void schemesShareALedgerAndEachKeepsItsOwnClaims() throws IOException {
        Path plan = council.write(
                "plan.json",
                "{\"format\":\"waymark-scheme/1\",\"id\":\"ours\",\"extends\":\"troubled-families-1\",\"version\":\"7\"}");
        propose("2016-03-31");
        Ran ours = Ran.command(
                "claims",
                "propose",
                "--data",
                council.data(),
                "--schemes",
                plan,
                "--scheme",
                "ours",
                "--as-at",
                "2016-03-31",
                "--out",
                council.out());
        assertThat(ours.errors()).isEmpty();
        assertThat(propose("2016-03-31").outLines().get(0))
                .isEqualTo("Claimable under troubled-families-1 on 2016-04-01: 1 families, 0 of them new");
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM, CLAIM.replace("troubled-families-1", "ours"));
        assertThat(lines("claims-troubled-families-1-2016-04-01.csv")).containsExactly(HEADER, CLAIM);
        assertThat(lines("claims-ours-2016-04-01.csv"))
                .containsExactly(HEADER, CLAIM.replace("troubled-families-1", "ours"));
    }

    /** Ten of a hundred: the same ones from the same seed, whatever the order of the lines. */
    @Test
    void sampleIsTheSameFromTheSameSeed() throws IOException {
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            claims.add(i + ",troubled-families-1,2016-04-01,r,700.00");
        }
        Path list = council.write("list.csv", HEADER + "\n" + String.join("\n", claims) + "\n");
        Collections.reverse(claims);
        Path reversed = council.write("reversed.csv", HEADER + "\n" + String.join("\n", claims) + "\n");

        Ran sample = sample(list, "7");
        assertThat(sample.outLines()).hasSize(11).startsWith(HEADER);
        assertThat(claims).containsAll(sample.outLines().subList(1, 11));
        assertThat(sample(list, "7").outLines()).isEqualTo(sample.outLines());
        assertThat(sample(reversed, "7").outLines()).isEqualTo(sample.outLines());
        assertThat(sample(list, "8").outLines()).isNotEqualTo(sample.outLines());
    }

    private static Ran sample(Path claims, String seed) {
        return Ran.command("claims", "sample", "--claims", claims, "--share", "10%", "--seed", seed);
    }

    @Test
    void sampleOfNoFileSaysWhereTheLedgerIs() {
        Path nowhere = folder.resolve("nowhere.csv");
        Ran ran = sample(nowhere, "7");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly("WM-LEDGER: there is no file " + nowhere + ". Give a claim list, or the ledger in the"
                        + " folder of claims propose, with --claims DIR/ledger.csv.");
    }

    private static Ran forecast(String scheme, String families, String share, Object... more) {
        List<Object> command = new ArrayList<>(List.of("claims", "forecast", "--scheme", scheme));
        command.addAll(List.of("--families", families, "--share", share, "--year", "2015/16"));
        command.addAll(List.of(more));
        return Ran.command(command.toArray());
    }

    /** 60 % of 474 families at 800 pounds: 227,520, as published. 0.5 % of 1,000 are 5: 4,000 pounds. */
    @Test
    void forecastIsFamiliesTimesShareTimesFee() {
        assertThat(forecast("troubled-families-2", "474", "60%").outLines())
                .anyMatch(line -> line.matches("progress +474 +60% +800.00 +227520.00"));
        assertThat(forecast("troubled-families-2", "1000", "0.5%").outLines())
                .anyMatch(line -> line.matches("progress +1000 +0.5% +800.00 +4000.00"));
        assertThat(forecast("troubled-families-2", "0", "60 %").outLines())
                .anyMatch(line -> line.matches("progress +0 +60 % +800.00 +0.00"));
    }

    /** 0.6 may be meant as 60 %, 1 as all: a share says that it is of a hundred. */
    @ParameterizedTest
    @ValueSource(strings = {"0.6", "60", "1", "%", "60,5%", "1e9%", "most"})
    void shareWithoutItsSignIsRefused(String share) throws IOException {
        Path list = council.write("list.csv", HEADER + "\n" + CLAIM + "\n");
        for (Ran refused : List.of(
                forecast("troubled-families-2", "474", share),
                Ran.command("claims", "sample", "--claims", list, "--share", share, "--seed", "7"))) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.errorLines())
                    .containsExactly(
                            "WM-SHARE: '" + share + "' is no share. Write a number with the sign %, like 60%.");
            assertThat(refused.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1000000001", "9000000000000000000"})
    void forecastOfNoNumberOfFamiliesIsRefused(String families) {
        Ran refused = forecast("troubled-families-2", families, "60%");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errorLines())
                .containsExactly("WM-USAGE: --families is " + families + ", not a number from 0 to 1000000000."
                        + " Run 'waymark claims forecast --help' for what can be given.");
        assertThat(refused.out()).isEmpty();
    }

    /** The need is of the council's own issues, the area of its own Star. */
    @Test
    void forecastKnowsTheIssuesAndStarsOfTheCouncil() throws IOException {
        Path plan = council.write("plan.json", """
                {"format": "waymark-scheme/1", "id": "ours", "extends": "troubled-families-2", "version": "1",
                 "problems": [{"id": "housing", "title": "Housing", "need": "housing"}],
                 "criteria": [{"id": "sleeps", "title": "Sleeps", "kind": "star-area", "star": "anytown-star",
                  "area": "sleep", "stage": "high"}]}
                """);
        Path own = council.write("own.json", """
                {"format": "waymark-issues/1", "id": "own", "version": "1", "extends": "family-support",
                 "needs": [{"code": "housing", "label": "Housing"}], "issues": []}
                """);
        council.write("stars/anytown.json", """
                {"format": "waymark-star/1", "id": "anytown-star", "version": "1", "title": "Anytown Star",
                 "areas": [{"code": "sleep", "title": "Sleep"}],
                 "minScore": 1, "maxScore": 2, "threshold": 2,
                 "stages": [
                  {"code": "low", "title": "Low", "from": 1, "to": 1, "inProgressBase": true,
                   "littleOrNoSupport": false, "atLeastTrying": false},
                  {"code": "high", "title": "High", "from": 2, "to": 2, "inProgressBase": false,
                   "littleOrNoSupport": true, "atLeastTrying": true}]}
                """);
        assertThat(council.report("--schemes", plan, "--taxonomy", own).errors())
                .isEmpty();

        Ran ran = forecast("ours", "474", "60%", "--schemes", plan, "--taxonomy", own, "--definitions", council.data());
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines()).anyMatch(line -> line.matches("progress +474 +60% +800.00 +227520.00"));
        assertThat(forecast("ours", "474", "60%", "--schemes", plan, "--definitions", council.data())
                        .errors())
                .startsWith("WM-DEFINITION: plan.json: problems[0].need is \"housing\".");
        assertThat(forecast("ours", "474", "60%", "--schemes", plan, "--taxonomy", own)
                        .errors())
                .startsWith("WM-DEFINITION: plan.json: criteria[0].star is \"anytown-star\".");
    }

    @Test
    void explanationIsAPageThatNamesRuleLimitValueAndRecord() {
        Ran ran = council.explain("pbr.results", "1", "--scheme", "troubled-families-1", "--text");
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.outLines())
                .contains(
                        "family 1 under troubled-families-1: MET",
                        "  criterion anti-social-behaviour (Less anti-social behaviour of the whole family): MET",
                        "    limit atLeastPercent: 60 (S: programme financial framework: 60 % reduction across the family)",
                        "    baseline from 2014-11-01 to 2015-04-30: 1",
                        "    window from 2015-10-01 to 2016-03-31: 0",
                        "    record incidents 21 of 2015-04-10 (baseline) {kind=asb}",
                        "  criterion education (Every school-age child back in school): NOT-APPLICABLE");
    }

    @Test
    void councilsOwnSchemeRunsAndABadOneStopsTheRun() throws IOException {
        Path plan = council.write(
                "plan.json",
                "{\"format\":\"waymark-scheme/1\",\"id\":\"ours\",\"extends\":\"troubled-families-1\",\"version\":\"7\"}");
        Ran ran = council.report("--schemes", plan, "--scheme", "ours", "--measures", "pbr.results");
        assertThat(ran.errors()).isEmpty();
        assertThat(Files.readString(council.out().resolve("report.json"))).contains("\"version\":\"1 with ours 7\"");

        Path cycle = council.write("cycle.json", "{\"format\":\"waymark-scheme/1\",\"id\":\"a\",\"extends\":\"a\"}");
        Ran refused = SmallCouncil.report(council.data(), folder.resolve("none"), "--schemes", cycle);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errorLines())
                .containsExactly(
                        "WM-DEFINITION: cycle.json: extends is \"a\". Expected: the id of a scheme that does not"
                                + " extend this one: a -> a is a cycle.");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void fileOfAnotherFormatGivenAsASchemeStopsTheRun() throws IOException {
        Path issues = council.write("issues.json", "{\"format\":\"waymark-issues/1\",\"id\":\"ours\"}");
        for (Ran refused : List.of(
                council.report("--schemes", issues),
                council.report("--schemes", issues, "--measures", "activity"),
                council.explain("activity", "1", "--schemes", issues))) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.errorLines())
                    .containsExactly(
                            "WM-DEFINITION: issues.json: format is \"waymark-issues/1\". Expected: a format that"
                                    + " one of the measures reads: waymark-scheme/1.");
        }
        assertThat(council.out()).doesNotExist();
        assertThat(propose("2016-03-31", "--schemes", issues).errorLines())
                .containsExactly("WM-DEFINITION: issues.json: format is \"waymark-issues/1\". Expected:"
                        + " \"waymark-scheme/1\".");
    }

    /** "An error that names the file, the JSON path and what is allowed; no run." */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'criteria':[{'id':'it','title':'It','kind':'closed-since'}] | criteria[0].kind is "closed-since". Expected: "all-of" or "any-of" or "at-least-n-of" or "each-child" or "each-adult" or "one-adult" or "has-minor" or "incident-reduction" or "no-incident" or "spell-started" or "spell-reached" or "no-spell" or "if-spell-at-opening" or "if-problem" or "problems-at-start" or "issues-resolved" or "issues-fewer" or "star-area" or "closed-for".
            'criteria':[{'id':'anti-social-behaviour','thresholds':{'windowMonths':{'value':0,'mark':'A','source':'plan'}}}] | criteria[0].thresholds.windowMonths.value is 0. Expected: a number from 1 to 120 with at most 0 decimals.
            'funding':{'attachmentSharePercent':{'value':101,'mark':'A','source':'plan'}} | funding.attachmentSharePercent.value is 101. Expected: a number from 0 to 100 with at most 2 decimals.
            'criteria':[{'id':'anti-social-behaviour','thresholds':{'atLeastPercent':{'value':100.5,'mark':'A','source':'plan'}}}] | criteria[0].thresholds.atLeastPercent.value is 100.5. Expected: a number from 0 to 100 with at most 2 decimals.
            """, quoteCharacter = '`')
    void badSchemeStopsTheRunBeforeAnythingIsWritten(String part, String why) throws IOException {
        Path plan = council.write(
                "bad.json",
                "{'format':'waymark-scheme/1','id':'ours','extends':'troubled-families-1',".replace('\'', '"')
                        + part.replace('\'', '"')
                        + "}");
        for (Ran refused : List.of(
                council.report("--schemes", plan),
                propose("2016-03-31", "--schemes", plan),
                council.explain("pbr.results", "1", "--schemes", plan))) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.errorLines()).containsExactly("WM-DEFINITION: bad.json: " + why);
            assertThat(refused.outLines()).isEmpty();
        }
        assertThat(council.out()).doesNotExist();
    }

    @Test
    void unknownSchemeIsRefusedWithThoseKnown() {
        Ran refused = council.report("--scheme", "nowhere");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .startsWith("WM-SCHEME-UNKNOWN: there is no scheme 'nowhere'. There are: supporting-families-2022,");
    }
}
