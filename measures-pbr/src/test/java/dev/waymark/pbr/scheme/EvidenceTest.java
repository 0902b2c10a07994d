package dev.waymark.pbr.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an auditor needs to recompute a decision by hand stands in its explanation: who was asked and who was not and
 * why, the days of each window, the values and the records. D is 2014-04-01 unless a claim says otherwise.
 */
class EvidenceTest {

    private static List<String> phase1(CaseFile file) {
        return CaseFile.scheme("troubled-families-1").explain(file.family()).lines();
    }

    private static CaseFile opened() {
        return CaseFile.opened("2013-04-01");
    }

    @Test
    void childThatIsLeftOutIsNamedWithTheReason() {
        assertThat(phase1(opened().member("a", "2009-01-01")
                        .member("b", "1980-01-01")
                        .member("c", "1997-08-31")
                        .member("d", "2008-07-24")
                        .term("d", "2013-07-23", 100, 0, 0, 0)
                        .term("d", "2013-12-20", 100, 0, 0, 0)
                        .term("d", "2014-03-28", 100, 0, 0, 0)
                        .member("e", "2011-01-01")
                        .member("x", "")))
                .containsSubsequence(
                        "    not asked, for want of a birth date: individual x",
                        "    individual a, aged 5: NOT-APPLICABLE",
                        "      left out: new at school: young, and with fewer terms than are looked at",
                        "    individual c, aged 16: NOT-APPLICABLE",
                        "      leaving date: 2013-06-28",
                        "      left out: left school longer before D than terms may lie apart",
                        "    individual d, aged 5: NOT-APPLICABLE",
                        "      left out: new at school: below school age at the end of the first of its terms",
                        "    individual e, aged 3: NOT-APPLICABLE",
                        "      left out: not of compulsory school age at D");
    }

    /** 24 of 300 sessions are 8 %. What is missing is said with the ids as they are. */
    @Test
    void childThatIsAskedStandsWithItsTermsOrWithWhatIsMissing() {
        assertThat(phase1(opened().member("c", "2004-01-01")
                        .term("c", "2013-07-23", 100, 9, 8, 0)
                        .term("c", "2013-12-20", 100, 9, 8, 1)
                        .term("c", "2014-03-28", 100, 9, 8, 0)
                        .member("d", "2004-01-01")
                        .term("d", "2014-03-28", 100, 9, 8, 0)))
                .containsSubsequence(
                        "  criterion education (Every school-age child back in school): INSUFFICIENT-DATA:"
                                + " school_terms: 2 more terms of individual d",
                        "    individual c, aged 10: MET",
                        "      fixed exclusions: 1",
                        "      sessions unauthorised, of those possible: 24 of 300, 8.00 %",
                        "      record school_terms of 2013-07-23 {fixed_exclusions=0, individual=c, sessions_absent=9,"
                                + " sessions_possible=100, sessions_unauthorised=8}",
                        "    individual d, aged 10: INSUFFICIENT-DATA: school_terms: 2 more terms of individual d",
                        "      record school_terms of 2014-03-28 {fixed_exclusions=0, individual=d, sessions_absent=9,"
                                + " sessions_possible=100, sessions_unauthorised=8}");
    }

    /** With a the criterion is not met already: 60 of 300 sessions are 20 %. Who reads why sees b all the same. */
    @Test
    void childBehindOneThatDecidesStandsThereToo() {
        assertThat(phase1(opened().member("a", "2004-01-01")
                        .term("a", "2013-07-23", 100, 30, 20, 0)
                        .term("a", "2013-12-20", 100, 30, 20, 0)
                        .term("a", "2014-03-28", 100, 30, 20, 0)
                        .member("b", "2004-01-01")
                        .term("b", "2013-07-23", 100, 9, 8, 0)
                        .term("b", "2013-12-20", 100, 9, 8, 0)
                        .term("b", "2014-03-28", 100, 9, 8, 0)))
                .containsSubsequence(
                        "  criterion education (Every school-age child back in school): NOT-MET",
                        "    individual a, aged 10: NOT-MET",
                        "      sessions unauthorised, of those possible: 60 of 300, 20.00 %",
                        "    individual b, aged 10: MET",
                        "      sessions unauthorised, of those possible: 24 of 300, 8.00 %",
                        "      record school_terms of 2014-03-28 {fixed_exclusions=0, individual=b, sessions_absent=9,"
                                + " sessions_possible=100, sessions_unauthorised=8}");
    }

    /** Three offences before, one by an adult; one after: 1 of 2 fewer. */
    @Test
    void offenceStandsWithTheAgeAtIt() {
        assertThat(phase1(opened().member("m", "2000-01-01")
                        .member("p", "1980-01-01")
                        .incident("offence", "m", "2013-01-01", "2013-01-02", "2014-01-01")
                        .incident("offence", "p", "2013-01-03")))
                .contains(
                        "    baseline from 2012-10-01 to 2013-03-31: 2",
                        "    window from 2013-10-01 to 2014-03-31: 1",
                        "    fewer than in the baseline: 1 of 2, 50.00 %",
                        "    record incidents i1 of 2013-01-01 (baseline) {age=13, individual=m, kind=offence}",
                        "    record incidents i3 of 2014-01-01 (window) {age=14, individual=m, kind=offence}",
                        "    record incidents i4 of 2013-01-03 (baseline) {age=33, individual=p, kind=offence}");
        assertThat(phase1(opened().incident("offence", "", "2013-01-01")))
                .contains("    record incidents i1 of 2013-01-01 (baseline) {age=not known, kind=offence}");
    }

    /** Work began on 2014-01-15, so an offence of 2013-11-12 lies in the six months before that and before D. */
    @Test
    void offenceThatLiesInBothWindowsIsOne() {
        CaseFile young = CaseFile.opened("2014-01-15").incident("offence", "", "2013-11-12");
        assertThat(phase1(young))
                .contains(
                        "    baseline from 2013-07-15 to 2014-01-14: 0, and 1 of which it is not known whether they count")
                .contains(
                        "    window from 2013-10-01 to 2014-03-31: 0, and 1 of which it is not known whether they count")
                .anyMatch(line -> line.endsWith("INSUFFICIENT-DATA: incidents: the person, or individuals: the birth"
                        + " date, of 1 incident that may be a minor's"));
        assertThat(phase1(young.incident("offence", "", "2013-07-20")))
                .anyMatch(line -> line.endsWith(" of 2 incidents that may be a minor's"));
    }

    @Test
    void runOfWorkStandsWithTheDayOfItsLengthAndWhatBecameOfIt() {
        assertThat(phase1(opened().member("w", "1980-01-01")
                        .spell("w", "out-of-work-benefit", "2012-01-01", "2012-12-31")
                        .spell("w", "employment", "2013-01-01", "2013-03-15")
                        .spell("w", "employment", "2013-04-01", "2013-07-01")
                        .spell("w", "employment", "2013-07-20", "2014-01-10")
                        .spell("w", "out-of-work-benefit", "2013-09-01", "2013-09-30")
                        .spell("w", "employment", "2014-02-01", "")))
                .contains(
                        "      window: from 2013-10-01 to 2014-03-31",
                        "      after the end on 2012-12-31, run from 2013-01-01 to 2013-03-15: its day 91 is 2013-04-01,"
                                + " and it ends before",
                        "      after the end on 2012-12-31, run from 2013-04-01 to 2013-07-01: its day 91 is 2013-06-30,"
                                + " earlier than the months before D",
                        "      after the end on 2012-12-31, run from 2013-07-20 to 2014-01-10: its day 91 is 2013-10-18,"
                                + " and out-of-work-benefit has a day in it up to then",
                        "      after the end on 2013-09-30, run from 2014-02-01 that goes on: its day 91 is 2014-05-02,"
                                + " not before D");
    }

    @Test
    void resultStandsWithWhatItPaysAndWhy() {
        assertThat(phase1(opened().member("w", "1980-01-01")
                        .incident("asb", "", "2013-01-01")
                        .spell("w", "work-programme", "2014-01-01", "")))
                .contains(
                        "  year of attachment: 2013/14",
                        "  route claimed: crime-asb-education",
                        "  result fee in pounds: 1600",
                        "    all of these that apply: education, anti-social-behaviour, youth-offending; result fee in"
                                + " pounds: 2012/13 700, 2013/14 1500, 2014/15 2300; 100 more if progress-to-work is met");
    }

    @Test
    void familyThatWasClaimedStandsWithItsClaim() {
        assertThat(phase1(opened().claim("troubled-families-1", "2014-01-15")))
                .contains(
                        "  D, the day of the judgement: 2014-01-15",
                        "  record claims of 2014-01-15 (claimed, so judged as known the day before)"
                                + " {scheme=troubled-families-1}");
        assertThat(phase1(CaseFile.opened("2014-02-01").claim("troubled-families-1", "2014-01-15")))
                .contains("  claim episode: none is known on the day before D");
        assertThat(phase1(opened().claim("troubled-families-1", "2013-01-15")))
                .contains(
                        "family F under troubled-families-1: ALREADY-CLAIMED",
                        "  record claims of 2013-01-15 (claim) {scheme=troubled-families-1}");
    }

    @Test
    void problemStandsWithTheSpanThatIsSearchedAndWhatShowsIt() {
        CaseFile file = CaseFile.opened("2015-05-01")
                .period("2015/16")
                .asAt("2016-03-31")
                .incident("domestic-abuse", "", "2014-05-01");
        assertThat(CaseFile.scheme("troubled-families-2").explain(file.family()).lines())
                .containsSubsequence(
                        "  criterion domestic-abuse (No domestic abuse): MET",
                        "    problem domestic-abuse: MET",
                        "      a form of the claim episode says yes to one of: domestic-abuse-current-victim,"
                                + " domestic-abuse-past, domestic-abuse-perpetrator; or a record from 2014-05-01 to"
                                + " 2016-03-31 shows domestic-abuse incidents",
                        "      record incidents i1 of 2014-05-01 (shows it) {kind=domestic-abuse}",
                        "        window: from 2015-10-01 to 2016-03-31");
    }

    /** The form would be enough; the incident stands there too. */
    @Test
    void problemThatAFormShowsStandsWithTheRecordThatShowsItToo() {
        CaseFile file = CaseFile.opened("2015-05-01")
                .period("2015/16")
                .asAt("2016-03-31")
                .form("", "2015-05-02", "initial", "domestic-abuse-past=yes")
                .incident("domestic-abuse", "", "2015-06-01");
        assertThat(CaseFile.scheme("troubled-families-2").explain(file.family()).lines())
                .containsSubsequence(
                        "    problem domestic-abuse: MET",
                        "      record assessments a1 of 2015-05-02 {issue=domestic-abuse-past, kind=initial, present=yes}",
                        "      record incidents i2 of 2015-06-01 (shows it) {kind=domestic-abuse}");
    }
}
