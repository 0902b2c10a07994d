package dev.waymark.pbr.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kinds of criteria that no shipped scheme uses, or uses in one way only: each edge worked by hand. Opened 2013-04-01,
 * D is 2014-04-01.
 */
class KindsTest {

    private static String number(String name, int value) {
        return "'" + name + "':{'value':" + value + ",'mark':'A','source':'a test'}";
    }

    private static CaseFile opened() {
        return CaseFile.opened("2013-04-01");
    }

    // --- issues-fewer: "so many issues fewer on the last forms than on the first"

    private static String fewer(int by) {
        return "{'kind':'issues-fewer','issues':['debt','rent-arrears'],'thresholds':{" + number("fewerBy", by) + "}}";
    }

    /** Debt is gone, rent arrears are still there: two at first, one at last. */
    private static CaseFile oneOfTwoGone() {
        return opened().form("", "2013-04-10", "initial", "debt=yes", "rent-arrears=yes")
                .form("", "2014-01-10", "review", "debt=no", "rent-arrears=yes", "overcrowded=yes");
    }

    @Test
    void oneIssueFewerIsMetWhereOneIsAskedFor() {
        assertThat(oneOfTwoGone().of(fewer(1))).isEqualTo("met");
        assertThat(oneOfTwoGone().of(fewer(2))).isEqualTo("not-met");
    }

    @Test
    void subjectsWithAFirstAndALastFormAreTakenTogether() {
        CaseFile withMember = oneOfTwoGone()
                .member("a", "1980-01-01")
                .form("a", "2013-04-11", "initial", "debt=yes")
                .form("a", "2014-01-11", "closure", "debt=no")
                // a first form without a last counts on neither side
                .member("b", "1981-01-01")
                .form("b", "2013-04-11", "initial", "debt=yes");

        assertThat(withMember.of(fewer(2))).as("three at first, one at last").isEqualTo("met");
        assertThat(withMember.of(fewer(3))).isEqualTo("not-met");
    }

    @Test
    void fewerNeedsAFirstAndALastFormAndAnIssueAtFirst() {
        assertThat(opened().form("", "2013-04-10", "initial", "debt=yes").of(fewer(1)))
                .isEqualTo("insufficient-data");
        assertThat(opened().form("", "2013-04-10", "initial", "debt=no")
                        .form("", "2014-01-10", "review", "debt=no")
                        .of(fewer(1)))
                .isEqualTo("not-applicable");
    }

    /** Of an issue both forms must say yes or no: what nobody asked about again is not gone. */
    @Test
    void issueThatOneFormDoesNotAnswerCountsOnNeitherSide() {
        CaseFile notAsked = opened().form("", "2013-04-10", "initial", "debt=yes", "rent-arrears=yes")
                .form("", "2014-01-10", "review", "debt=unknown", "rent-arrears=no");
        assertThat(notAsked.of(fewer(1))).isEqualTo("met");
        assertThat(notAsked.of(fewer(2))).isEqualTo("not-met");
        assertThat(opened().form("", "2013-04-10", "initial", "debt=yes")
                        .form("", "2014-01-10", "review", "rent-arrears=no")
                        .of(fewer(1)))
                .isEqualTo("insufficient-data");
    }

    // --- star-area: "an area of the Star at or above a stage at last"

    private static final String FINDING_WHAT_WORKS =
            "{'kind':'star-area','area':'boundaries-and-behaviour','stage':'finding-what-works'}";

    @ParameterizedTest
    @CsvSource({"6, not-met", "7, met", "9, met"})
    void stageBeginsAtItsLowestScore(int score, String expected) {
        assertThat(opened().reading("2013-05-01", "initial", 2)
                        .reading("2014-01-01", "closure", score)
                        .of(FINDING_WHAT_WORKS))
                .isEqualTo(expected);
    }

    @Test
    void lastReadingOfTheEpisodeDecides() {
        assertThat(opened().reading("2013-06-01", "review", 8)
                        .reading("2013-12-01", "review", 6)
                        .of(FINDING_WHAT_WORKS))
                .isEqualTo("not-met");
        assertThat(opened().reading("2013-05-01", "initial", 9).of(FINDING_WHAT_WORKS))
                .as("an initial reading is no last one")
                .isEqualTo("insufficient-data");
        assertThat(opened().reading("2013-03-31", "review", 9).of(FINDING_WHAT_WORKS))
                .as("the day before the episode opened")
                .isEqualTo("insufficient-data");
    }

    // --- closed-for: "so many months since closing"

    private static final String SIX_MONTHS = "{'kind':'closed-for','thresholds':{" + number("months", 6) + "}}";

    @ParameterizedTest
    @CsvSource({
        "2013-10-01, met",
        "2013-10-02, not-yet-observable before 2014-04-02",
        "'', not-yet-observable before 2014-10-01"
    })
    void sixMonthsAfterClosing(String closed, String expected) {
        assertThat(CaseFile.unopened().episode("2013-04-01", closed).of(SIX_MONTHS))
                .isEqualTo(expected);
    }

    // --- at-least-n-of

    /** No incident of three kinds in the six months before D, from 1 October 2013. */
    private static String twoOfThreeQuiet() {
        StringBuilder of = new StringBuilder();
        for (String kind : new String[] {"asb", "offence", "domestic-abuse"}) {
            of.append(of.isEmpty() ? "" : ",")
                    .append("{'kind':'no-incident','incidents':['")
                    .append(kind)
                    .append("'],'thresholds':{")
                    .append(number("windowMonths", 6))
                    .append("}}");
        }
        return "{'kind':'at-least-n-of','of':[" + of + "],'thresholds':{" + number("atLeast", 2) + "}}";
    }

    @Test
    void twoOfThreeAreEnoughAndOneIsNot() {
        CaseFile oneKind = opened().incident("asb", "", "2013-10-01");

        assertThat(oneKind.of(twoOfThreeQuiet())).isEqualTo("met");
        assertThat(oneKind.incident("offence", "", "2014-03-31").of(twoOfThreeQuiet()))
                .isEqualTo("not-met");
    }

    // --- incident-reduction against the window before the window

    private static final String LESS_THAN_BEFORE =
            "{'kind':'incident-reduction','incidents':['asb'],'by':'anyone','baseline':'before-window','thresholds':{"
                    + number("windowMonths", 6) + "," + number("atLeastPercent", 60) + "}}";

    /** Ten from April to September 2013, the six months before the window. */
    private static CaseFile tenBefore() {
        return opened().incidents("asb", 5, "2013-04-01").incidents("asb", 5, "2013-09-30");
    }

    @Test
    void baselineMayBeTheMonthsJustBeforeTheWindow() {
        assertThat(tenBefore().incidents("asb", 4, "2013-10-01").of(LESS_THAN_BEFORE))
                .as("4 is 60 % below 10")
                .isEqualTo("met");
        assertThat(tenBefore().incidents("asb", 5, "2013-10-01").of(LESS_THAN_BEFORE))
                .isEqualTo("not-met");
        assertThat(opened().incidents("asb", 9, "2013-03-31")
                        .incidents("asb", 1, "2013-10-01")
                        .of(LESS_THAN_BEFORE))
                .as("none in the six months before the window")
                .isEqualTo("not-applicable");
    }

    @Test
    void windowThatBeginsBeforeTheWorkIsNotYetObservableWhateverItIsHeldAgainst() {
        assertThat(CaseFile.opened("2013-10-02")
                        .incidents("asb", 5, "2013-04-01")
                        .of(LESS_THAN_BEFORE))
                .isEqualTo("not-yet-observable before 2014-04-02");
    }

    // --- at-least-n-of over decisions that are neither met nor not met

    /** One is met, one may be six months after closing on 2013-11-01, one does not apply: two of them on 2014-05-01. */
    @Test
    void partThatCanBeDecidedLaterMayStillMakeUpTheNumber() {
        String quiet = "{'kind':'no-incident','incidents':['asb'],'thresholds':{" + number("windowMonths", 6) + "}}";
        String twoOf = "{'kind':'at-least-n-of','of':[" + quiet + "," + SIX_MONTHS + "," + LESS_THAN_BEFORE
                + "],'thresholds':{" + number("atLeast", 2) + "}}";

        assertThat(CaseFile.unopened().episode("2013-04-01", "2013-11-01").of(twoOf))
                .isEqualTo("not-yet-observable before 2014-05-01");
        assertThat(CaseFile.unopened()
                        .episode("2013-04-01", "2013-11-01")
                        .incident("asb", "", "2014-01-01")
                        .of(twoOf))
                .as("one at most")
                .isEqualTo("not-met");
    }

    // --- criteria of incidents, asked of members

    @Test
    void incidentsOfAMemberAreThoseThatNameIt() {
        CaseFile oneOfTwo = opened().member("a", "1980-01-01")
                .member("b", "1981-01-01")
                .incident("offence", "a", "2014-01-01")
                .incident("offence", "", "2014-01-02");
        String quiet =
                "{'kind':'no-incident','incidents':['offence'],'thresholds':{" + number("windowMonths", 6) + "}}";

        assertThat(oneOfTwo.of("{'kind':'one-adult','of':" + quiet + "}")).isEqualTo("met");
        assertThat(oneOfTwo.of("{'kind':'each-adult','of':" + quiet + "}")).isEqualTo("not-met");
    }
}
