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
}
