package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(lines("claims-troubled-families-1-2016-04-01.csv")).containsExactly(HEADER, CLAIM);
        assertThat(lines("ledger.csv")).containsExactly(HEADER, CLAIM);
        JsonNode evidence = new ObjectMapper()
                .readTree(council.out()
                        .resolve("evidence-troubled-families-1-2016-04-01/0001.json")
                        .toFile());
        assertThat(evidence.at("/judgements/0/decision").textValue()).isEqualTo("met");

        assertThat(propose("2016-03-31").exitCode()).isZero();
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

    @Test
    void damagedLedgerIsRefusedAndNothingIsWritten() throws IOException {
        Files.createDirectories(council.out());
        Files.writeString(council.out().resolve("ledger.csv"), HEADER + "\n1,troubled-families-1,soon,r,\n");
        Ran ran = propose("2016-03-31");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errorLines())
                .containsExactly("WM-LEDGER: line 2 of the ledger "
                        + council.out().resolve("ledger.csv") + " is no claim. Give it back as it was.");
        assertThat(council.out().toFile().list()).containsExactly("ledger.csv");
    }

    /** 60 % of 474 families at 800 pounds: 227,520, as published. */
    @Test
    void forecastIsFamiliesTimesShareTimesFee() {
        Ran ran = Ran.command(
                "claims",
                "forecast",
                "--scheme",
                "troubled-families-2",
                "--families",
                "474",
                "--share",
                "60%",
                "--year",
                "2015/16");
        assertThat(ran.outLines()).anyMatch(line -> line.matches("progress +474 +60% +800.00 +227520.00"));
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
    void unknownSchemeIsRefusedWithThoseKnown() {
        Ran refused = council.report("--scheme", "nowhere");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors())
                .startsWith("WM-SCHEME-UNKNOWN: there is no scheme 'nowhere'. There are: supporting-families-2022,");
    }
}
