package dev.waymark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.definition.Definition;
import dev.waymark.store.CaseStore;
import dev.waymark.store.CaseStoreReader;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static Notice unknownColumn(String table, String column) {
        return new Notice("unknown-column", table, column, Optional.empty(), 1);
    }

    private static Notice unusedScore(String area, long count) {
        return new Notice("unused-score", "star_readings", area, Optional.empty(), count);
    }

    private static List<Notice> notices(ElevenTables data) {
        return data.read().quality().notices();
    }

    // "unknown columns ignored with one notice each"
    @Test
    void aColumnThatTheFormatDoesNotHaveIsNoticedOnce() {
        ElevenTables data = new ElevenTables()
                .table("families", "ward,family_id,Area", "x,1,x", "x,2,x")
                .rows("budget", "2015/16,income,Grant,,1");

        assertThat(data.rejected()).isEmpty();
        assertThat(notices(data)).containsExactly(unknownColumn("families", "Area"), unknownColumn("families", "ward"));
    }

    @Test
    void aColumnInAnotherCaseIsAnUnknownColumn() {
        assertThat(notices(new ElevenTables().table("families", "family_id,District", "1,Blaby", "2,Blaby")))
                .containsExactly(unknownColumn("families", "District"));
    }

    @Test
    void aColumnOfAnotherTableIsAnUnknownColumn() {
        assertThat(notices(new ElevenTables()
                        .table("claims", "family_id,scheme,claimed_on,district", "1,pbr,2016-01-01,Blaby")
                        .table("findings", "assessment_id,issue,present,home-and-money", "A1,neet,no,5")))
                .containsExactly(unknownColumn("findings", "home-and-money"), unknownColumn("claims", "district"));
    }

    @Test
    void anUnknownColumnOfATableWithoutRowsIsNoticed() {
        assertThat(notices(new ElevenTables().table("claims", "family_id,scheme,claimed_on,pounds")))
                .containsExactly(unknownColumn("claims", "pounds"));
    }

    @Test
    void anAreaOfNoKnownStarIsAnUnknownColumn() {
        assertThat(notices(new ElevenTables()
                        .table("star_readings", "family_id,date,kind,sleep", "1,2015-05-01,initial,4")))
                .containsExactly(unknownColumn("star_readings", "sleep"));
    }

    // "`unused-score` (a value under an area that the reading's Star does not have)"
    @Test
    void valuesUnderAreasThatTheReadingsStarDoesNotHaveAreCounted() {
        ElevenTables data = new ElevenTables()
                .star(ElevenTables.fivePointExample())
                .table(
                        "star_readings",
                        "family_id,date,kind,star,physical-health,sleep,meals,home-and-money",
                        // of its own areas only
                        "1,2015-05-01,initial,,3,,,4",
                        "1,2015-05-01,initial,five-point-example,,3,4,5",
                        // of the other Star too
                        "1,2015-05-02,review,,3,1,,4",
                        "1,2015-05-03,review,,3,x,2,4",
                        "1,2015-05-02,review,five-point-example,99,3,4,5");

        assertThat(data.rejected()).isEmpty();
        assertThat(notices(data))
                .containsExactly(unusedScore("meals", 1), unusedScore("physical-health", 1), unusedScore("sleep", 2));
    }

    @Test
    void anUnusedScoreOfARejectedRowIsNotCounted() {
        ElevenTables data = new ElevenTables()
                .star(ElevenTables.fivePointExample())
                .table(
                        "star_readings",
                        "family_id,date,kind,sleep",
                        "9,2015-05-01,initial,1",
                        "1,2015-05-01,initial,",
                        "1,2015-05-01,initial,1");

        assertThat(data.rejected())
                .containsExactly(
                        "star_readings line 2, family_id: orphan, expected an id of an accepted row of families",
                        "star_readings line 4, family_id: duplicate,"
                                + " expected family_id, star, date, kind not together in an earlier row");
        assertThat(notices(data)).isEmpty();
    }

    @Test
    void unknownColumnsComeBeforeUnusedScores() {
        assertThat(notices(new ElevenTables()
                        .star(ElevenTables.fivePointExample())
                        .table("star_readings", "family_id,date,kind,sleep,zeal", "1,2015-05-01,initial,1,1")))
                .containsExactly(unknownColumn("star_readings", "zeal"), unusedScore("sleep", 1));
    }

    private static Notice issue(String code, String issue, long count) {
        return new Notice(code, "findings", "issue", Optional.of(issue), count);
    }

    // "`unknown-issue` (an issue that no taxonomy lists counts under its own code, without a headline need),
    // `level-misfit` (an answer on a form of another level than the taxonomy's)", "one per value"; A1 is about a member
    @Test
    void issuesThatTheTaxonomyDoesNotListOrHasAtAnotherLevelAreNoticedOnceEach() {
        assertThat(notices(new ElevenTables()
                        .rows("assessments", "A2,1,,2015-05-01,initial")
                        .table(
                                "findings",
                                "assessment_id,issue,present",
                                "A1,our-own,yes",
                                "A2,our-own,unknown",
                                "A1,rent-arrears,no",
                                "A2,rent-arrears,no",
                                "A2,neet,yes",
                                "A2,neet,no")))
                .containsExactly(
                        issue("level-misfit", "neet", 1),
                        issue("level-misfit", "rent-arrears", 1),
                        issue("unknown-issue", "our-own", 2));
    }

    @Test
    void theCallersTaxonomyDecidesWhichIssuesAreKnown() {
        IssueTaxonomy own = IssueTaxonomy.read(Definition.parse("own.json", """
                {"format": "waymark-issues/1", "id": "own", "version": "1", "needs": [],
                 "issues": [{"code": "our-own", "label": "Our own", "level": "individual", "subject": "any"}]}
                """));
        CaseStore store = new CaseStoreReader(new ElevenTables()
                        .table("findings", "assessment_id,issue,present", "A1,our-own,yes", "A1,neet,yes")
                        .source())
                .taxonomy(own)
                .read();

        assertThat(store.quality().notices()).containsExactly(issue("unknown-issue", "neet", 1));
    }
}
