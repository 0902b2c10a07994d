package dev.waymark.pbr.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Troubled Families, phase 2: each edge worked by hand. Opened 2015-05-01, D is 2016-04-01. */
class Phase2Test {

    private static CaseFile opened() {
        return CaseFile.opened("2015-05-01").period("2015/16").asAt("2016-03-31");
    }

    /** A family with a child of 3 and two problems on its initial form, both gone at last. */
    private static CaseFile resolved() {
        return opened().member("k", "2013-01-01")
                .form("", "2015-05-10", "initial", "rent-arrears=yes", "anti-social-behaviour=yes")
                .form("", "2016-01-10", "review", "rent-arrears=no", "anti-social-behaviour=no");
    }

    @Test
    void twoProblemsResolvedIsMetAndPays800() {
        assertThat(CaseFile.words(resolved().phase2().decision())).isEqualTo("met");
        assertThat(resolved().phase2().resultPence()).isEqualTo(OptionalLong.of(80_000));
        assertThat(resolved().phase2("health")).isEqualTo("not-applicable");
    }

    @Test
    void issueStillThereOrNeverAskedAgain() {
        assertThat(resolved()
                        .form("", "2016-02-10", "review", "rent-arrears=yes")
                        .phase2("work-and-money"))
                .isEqualTo("not-met");
        assertThat(opened().member("k", "2013-01-01")
                        .form("", "2015-05-10", "initial", "rent-arrears=yes", "anti-social-behaviour=yes")
                        .form("", "2015-05-10", "review", "rent-arrears=no")
                        .form("", "2015-06-10", "review", "rent-arrears=unknown")
                        .phase2("work-and-money"))
                .as("an answer of the same day is not later, unknown is none")
                .isEqualTo("insufficient-data");
    }

    @Test
    void schemeIsForFamiliesWithAChildAndTwoProblemsAtTheStart() {
        assertThat(CaseFile.words(opened().member("a", "1980-01-01")
                        .form("", "2015-05-10", "initial", "rent-arrears=yes", "anti-social-behaviour=yes")
                        .phase2()
                        .decision()))
                .isEqualTo("not-applicable");
        assertThat(CaseFile.words(opened().member("k", "2013-01-01")
                        .form("", "2015-05-10", "initial", "rent-arrears=yes", "debt=yes")
                        .form("", "2015-08-10", "review", "anti-social-behaviour=yes")
                        .phase2()
                        .decision()))
                .as("two issues of one problem, another shown later")
                .isEqualTo("not-applicable");
        assertThat(CaseFile.words(opened().member("k", "2013-01-01")
                        .incident("asb", "", "2014-05-01")
                        .incident("domestic-abuse", "", "2015-04-30")
                        .phase2()
                        .decision()))
                .as("records of the 12 months before")
                .isEqualTo("met");
        assertThat(CaseFile.words(opened().member("k", "2013-01-01")
                        .incident("asb", "", "2014-04-30")
                        .incident("domestic-abuse", "", "2015-04-30")
                        .phase2()
                        .decision()))
                .isEqualTo("not-applicable");
    }

    @Test
    void absentFormsAreNotNoProblems() {
        assertThat(CaseFile.words(opened().member("k", "2013-01-01")
                        .without("assessments")
                        .without("findings")
                        .phase2()
                        .decision()))
                .isEqualTo("insufficient-data");
    }

    @Test
    void planOrIncidentInTheWindowIsNotMetAndTooEarlyIsNotYetObservable() {
        assertThat(opened().member("k", "2013-01-01")
                        .spell("k", "in-need-plan", "2015-01-01", "2015-09-30")
                        .phase2("children-who-need-help"))
                .isEqualTo("met");
        assertThat(opened().member("k", "2013-01-01")
                        .spell("k", "in-need-plan", "2015-01-01", "2015-10-01")
                        .phase2("children-who-need-help"))
                .isEqualTo("not-met");
        assertThat(opened().incident("domestic-abuse", "", "2015-09-30").phase2("domestic-abuse"))
                .isEqualTo("met");
        assertThat(opened().incident("domestic-abuse", "", "2015-10-01").phase2("domestic-abuse"))
                .isEqualTo("not-met");
        assertThat(CaseFile.opened("2015-10-02")
                        .period("2015/16")
                        .asAt("2016-03-31")
                        .incident("domestic-abuse", "", "2016-01-01")
                        .phase2("domestic-abuse"))
                .isEqualTo("not-yet-observable before 2016-04-02");
    }

    /** Training from 2015-07-03 has its 91st day on 2015-10-01, the first of the window. */
    @Test
    void adultOnBenefitAtOpeningIsOffItOrReachedThirteenWeeks() {
        CaseFile file = opened().member("a", "1980-01-01").spell("a", "out-of-work-benefit", "2015-01-01", "");
        assertThat(file.phase2("work-and-money")).isEqualTo("not-met");
        assertThat(file.spell("a", "training", "2015-07-03", "2015-10-01").phase2("work-and-money"))
                .isEqualTo("met");
        CaseFile shorter = opened().member("a", "1980-01-01")
                .spell("a", "out-of-work-benefit", "2015-01-01", "")
                .spell("a", "training", "2015-07-03", "2015-09-30");
        assertThat(shorter.phase2("work-and-money")).isEqualTo("not-met");
        CaseFile atOpening = opened().member("a", "1980-01-01")
                .spell("a", "out-of-work-benefit", "2015-01-01", "")
                .spell("a", "training", "2015-05-01", "2016-01-01");
        assertThat(atOpening.phase2("work-and-money"))
                .as("must begin after opening")
                .isEqualTo("not-met");
        assertThat(opened().member("a", "1980-01-01")
                        .spell("a", "out-of-work-benefit", "2015-01-01", "2015-04-30")
                        .phase2("work-and-money"))
                .as("nobody on benefit at opening: nothing of the problem applies")
                .isEqualTo("not-applicable");
    }

    private static CaseFile pupil(int absent, int exclusions) {
        return opened().member("c", "2005-01-01")
                .term("c", "2015-07-20", 100, absent, 0, exclusions)
                .term("c", "2015-12-18", 100, absent, 0, exclusions)
                .term("c", "2016-03-24", 100, absent, 0, exclusions);
    }

    @Test
    void attendanceIsAskedOfEverySchoolChildAlsoWhereItWasNoProblem() {
        assertThat(pupil(10, 0).phase2("school")).isEqualTo("met");
        assertThat(pupil(11, 0).phase2("school")).isEqualTo("not-met");
        assertThat(pupil(0, 1).phase2("school")).as("three exclusions together").isEqualTo("not-met");
        assertThat(opened().member("c", "2005-01-01").phase2("school")).isEqualTo("insufficient-data");
        assertThat(opened().phase2("school")).isEqualTo("not-applicable");
    }

    /** 85 % where D is before 2015-09-01. */
    @Test
    void attendanceOf85PercentIsEnoughBeforeSeptember2015() {
        CaseFile file = CaseFile.opened("2015-01-01")
                .period("2015/16")
                .member("c", "2005-01-01")
                .term("c", "2014-12-18", 100, 15, 0, 0)
                .term("c", "2015-03-24", 100, 15, 0, 0)
                .term("c", "2015-07-20", 100, 15, 0, 0);
        assertThat(file.asAt("2015-08-30").phase2("school")).isEqualTo("met");
        assertThat(file.asAt("2015-08-31").phase2("school")).isEqualTo("not-met");
    }

    // --- which problems a family has: 12 months before opening (from 2014-05-01) and the episode

    private static String decision(CaseFile file) {
        return CaseFile.words(file.phase2().decision());
    }

    private static CaseFile absentBefore(String born, int absent) {
        return opened().member("k", "2013-01-01")
                .member("c", born)
                .incident("domestic-abuse", "", "2015-04-30")
                .term("c", "2014-07-22", 100, absent, 0, 0)
                .term("c", "2014-12-19", 100, absent, 0, 0)
                .term("c", "2015-03-27", 100, absent, 0, 0);
    }

    /** The other problem is domestic abuse, which is over; terms so long before D say nothing about now. */
    @Test
    void attendanceUnder90PercentShowsTheSchoolProblem() {
        assertThat(decision(absentBefore("2005-01-01", 10))).isEqualTo("not-applicable");
        assertThat(decision(absentBefore("2005-01-01", 11))).isEqualTo("insufficient-data");
    }

    @Test
    void attendanceCountsOfAChildOf5To16AtTheLastOfTheTerms() {
        assertThat(decision(absentBefore("2010-03-28", 11))).as("4").isEqualTo("not-applicable");
        assertThat(decision(absentBefore("2010-03-27", 11)))
                .as("5 then; new at school in the first of the terms, it is asked for nothing now")
                .isEqualTo("met");
        assertThat(decision(absentBefore("1998-03-28", 11)))
                .as("16 then, and 18 at D")
                .isEqualTo("met");
        assertThat(decision(absentBefore("1998-03-27", 11))).as("17").isEqualTo("not-applicable");
    }

    @Test
    void recordsCountUpToTheDayOfClosing() {
        for (String[] expected : new String[][] {{"2016-01-10", "not-met"}, {"2016-01-11", "not-applicable"}}) {
            assertThat(CaseFile.unopened()
                            .episode("2015-05-01", "2016-01-10")
                            .period("2015/16")
                            .asAt("2016-03-31")
                            .incident("domestic-abuse", "", expected[0])
                            .phase2("domestic-abuse"))
                    .as(expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    @Test
    void planWithADayInTheTwelveMonthsShowsTheProblem() {
        for (String[] expected : new String[][] {{"2014-05-01", "met"}, {"2014-04-30", "not-applicable"}}) {
            assertThat(opened().member("k", "2013-01-01")
                            .spell("k", "protection-plan", "2013-06-01", expected[0])
                            .phase2("children-who-need-help"))
                    .as(expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    @Test
    void benefitShowsTheProblemOfAnAdultOnly() {
        for (String[] expected : new String[][] {{"1998-04-01", "not-met"}, {"1998-04-02", "not-applicable"}}) {
            assertThat(opened().member("a", expected[0])
                            .spell("a", "out-of-work-benefit", "2015-01-01", "")
                            .phase2("work-and-money"))
                    .as("born " + expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    @Test
    void memberMustBeUnder18AtD() {
        for (String[] expected : new String[][] {{"1998-04-02", "met"}, {"1998-04-01", "not-applicable"}}) {
            assertThat(decision(opened().member("y", expected[0])
                            .incident("asb", "", "2015-04-30")
                            .incident("domestic-abuse", "", "2015-04-30")))
                    .as("born " + expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    /** Claimed on 2016-01-15, when no episode was known: what problems it had at its start cannot be said. */
    @Test
    void withoutAClaimEpisodeItIsNotKnownWhetherTheSchemeApplies() {
        CaseFile claimed = CaseFile.opened("2016-02-01")
                .period("2015/16")
                .asAt("2016-03-31")
                .claim("troubled-families-2", "2016-01-15");
        assertThat(decision(claimed)).as("nobody is under 18").isEqualTo("not-applicable");
        assertThat(decision(claimed.member("k", "2013-01-01"))).isEqualTo("insufficient-data");
    }

    // --- forms

    @Test
    void issueOfOneSubjectIsNotResolvedByTheAnswerOfAnother() {
        CaseFile file = opened().member("a", "1980-01-01")
                .member("b", "1981-01-01")
                .form("a", "2015-05-10", "initial", "mental-health-problem=yes")
                .form("b", "2016-01-10", "review", "mental-health-problem=no");
        assertThat(file.phase2("health")).isEqualTo("insufficient-data");
        assertThat(file.form("a", "2016-01-11", "review", "mental-health-problem=no")
                        .phase2("health"))
                .isEqualTo("met");
    }

    @Test
    void problemShownLaterMustGoToo() {
        CaseFile later = opened().form("", "2015-05-10", "initial", "rent-arrears=no")
                .form("", "2015-09-10", "review", "rent-arrears=yes");
        assertThat(later.phase2("work-and-money")).isEqualTo("insufficient-data");
        assertThat(later.form("", "2015-12-10", "closure", "rent-arrears=no").phase2("work-and-money"))
                .isEqualTo("met");
    }

    /** Yes, no, and yes at last: the latest answer after the first yes is yes. */
    @Test
    void issueThatCameBackIsNotMet() {
        assertThat(opened().form("", "2015-05-10", "initial", "rent-arrears=yes")
                        .form("", "2015-09-10", "review", "rent-arrears=no")
                        .form("", "2015-12-10", "review", "rent-arrears=yes")
                        .phase2("work-and-money"))
                .isEqualTo("not-met");
    }

    // --- records of the problems

    /** Asb 5 before and 2 in the window is 60 % less; offences by a minor 3 and 3 are none less. */
    @Test
    void crimeAsksForFormsAndBothReductionsWhereTheyApply() {
        CaseFile asb = opened().member("m", "2004-01-01")
                .incidents("asb", 5, "2015-04-01")
                .incidents("asb", 2, "2016-01-01");
        assertThat(asb.phase2("crime")).isEqualTo("met");
        asb.incident("offence", "m", "2015-04-01", "2015-10-01");
        assertThat(asb.phase2("crime")).isEqualTo("not-met");
        assertThat(opened().member("a", "1980-01-01")
                        .incident("offence", "a", "2015-04-01")
                        .phase2("crime"))
                .as("an adult's offence shows the problem, and no part applies to it")
                .isEqualTo("not-applicable");
    }

    private static CaseFile onBenefitAtOpening(String opened, String benefitEnds) {
        return CaseFile.opened(opened)
                .period("2015/16")
                .asAt("2016-03-31")
                .member("a", "1980-01-01")
                .spell("a", "out-of-work-benefit", "2015-01-01", benefitEnds);
    }

    @Test
    void benefitMustHaveEndedBeforeTheWindow() {
        assertThat(onBenefitAtOpening("2015-05-01", "2015-09-30").phase2("work-and-money"))
                .isEqualTo("met");
        assertThat(onBenefitAtOpening("2015-05-01", "2015-10-01").phase2("work-and-money"))
                .isEqualTo("not-met");
        assertThat(onBenefitAtOpening("2015-10-02", "").phase2("work-and-money"))
                .isEqualTo("not-yet-observable before 2016-04-02");
    }

    /** The 91st day of training from 2016-01-01 is 2016-03-31, the last before D. */
    @Test
    void ninetyFirstDayMustLieInTheWindowOfASpellBegunAfterOpening() {
        for (String[] expected : new String[][] {{"2016-01-01", "met"}, {"2016-01-02", "not-met"}}) {
            assertThat(onBenefitAtOpening("2015-05-01", "")
                            .spell("a", "volunteering", expected[0], "")
                            .phase2("work-and-money"))
                    .as(expected[0])
                    .isEqualTo(expected[1]);
        }
        for (String[] expected : new String[][] {{"2015-10-01", "met"}, {"2015-09-30", "not-met"}}) {
            assertThat(onBenefitAtOpening("2015-09-30", "")
                            .spell("a", "employment", expected[0], "")
                            .phase2("work-and-money"))
                    .as("opened on 2015-09-30, begun on " + expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    @Test
    void twoExclusionsTogetherAreFewEnough() {
        assertThat(opened().member("c", "2005-01-01")
                        .term("c", "2015-07-20", 100, 0, 0, 1)
                        .term("c", "2015-12-18", 100, 0, 0, 0)
                        .term("c", "2016-03-24", 100, 0, 0, 1)
                        .phase2("school"))
                .isEqualTo("met");
    }
}
