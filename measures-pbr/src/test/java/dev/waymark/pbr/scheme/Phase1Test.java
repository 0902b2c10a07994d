package dev.waymark.pbr.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Troubled Families, phase 1: each edge worked by hand. D is 2014-04-01, its six months begin on 2013-10-01. */
class Phase1Test {

    private static CaseFile opened() {
        return CaseFile.opened("2013-04-01");
    }

    // --- anti-social behaviour: baseline 2012-10-01 to 2013-03-31, window 2013-10-01 to 2014-03-31

    /** 5 before, 2 after: exactly 60 % fewer count; 3 after are 40 %. */
    @Test
    void sixtyPercentFewerCounts() {
        assertThat(opened().incidents("asb", 5, "2013-01-01")
                        .incidents("asb", 2, "2014-01-01")
                        .phase1("anti-social-behaviour"))
                .isEqualTo("met");
        assertThat(opened().incidents("asb", 5, "2013-01-01")
                        .incidents("asb", 3, "2014-01-01")
                        .phase1("anti-social-behaviour"))
                .isEqualTo("not-met");
    }

    @Test
    void windowsHoldTheirFirstAndLastDayAndNoOther() {
        assertThat(opened().incident("asb", "", "2012-10-01", "2013-03-31").phase1("anti-social-behaviour"))
                .isEqualTo("met");
        assertThat(opened().incident("asb", "", "2012-09-30", "2013-04-01").phase1("anti-social-behaviour"))
                .isEqualTo("not-applicable");
        for (String inside : new String[] {"2013-10-01", "2014-03-31"}) {
            assertThat(opened().incident("asb", "", "2013-01-01", inside).phase1("anti-social-behaviour"))
                    .as(inside)
                    .isEqualTo("not-met");
        }
        assertThat(opened().incident("asb", "", "2013-01-01", "2013-09-30").phase1("anti-social-behaviour"))
                .isEqualTo("met");
    }

    @Test
    void zeroBaselineDoesNotApplyEvenWhenItIsTooEarly() {
        assertThat(opened().incident("asb", "", "2014-01-01").phase1("anti-social-behaviour"))
                .isEqualTo("not-applicable");
        assertThat(CaseFile.opened("2014-03-01").phase1("anti-social-behaviour"))
                .isEqualTo("not-applicable");
    }

    /** Opened on 2013-10-01 the window just fits; a day later it does from the first D whose six months do. */
    @Test
    void windowThatBeginsBeforeTheWorkIsNotYetObservable() {
        assertThat(CaseFile.opened("2013-10-01")
                        .incident("asb", "", "2013-09-01")
                        .phase1("anti-social-behaviour"))
                .isEqualTo("met");
        assertThat(CaseFile.opened("2013-10-02")
                        .incident("asb", "", "2013-09-01")
                        .phase1("anti-social-behaviour"))
                .isEqualTo("not-yet-observable before 2014-04-02");
        // 2014-02-28 less six months is 2013-08-28, before 31 August; 1 March gives 1 September
        assertThat(CaseFile.opened("2013-08-31")
                        .asAt("2014-02-27")
                        .incident("asb", "", "2013-08-01")
                        .phase1("anti-social-behaviour"))
                .isEqualTo("not-yet-observable before 2014-03-01");
    }

    @Test
    void absentTableIsInsufficientData() {
        assertThat(opened().without("incidents").phase1("anti-social-behaviour"))
                .isEqualTo("insufficient-data");
    }

    /** "A criterion that needs another absent table is insufficient-data": nobody can be said to be a minor. */
    @Test
    void youthOffendingNeedsTheMembersToo() {
        assertThat(opened().without("individuals").phase1("youth-offending")).isEqualTo("insufficient-data");
        assertThat(opened().without("individuals").phase1("anti-social-behaviour"))
                .isEqualTo("not-applicable");
    }

    /** "No table of terms at all: insufficient-data": an absent table is not fewer than three terms. */
    @Test
    void childWhoMayBeNewAtSchoolIsNotLeftOutForWantOfTheTable() {
        CaseFile child = opened().member("c", "2008-06-01");

        assertThat(child.phase1("education")).as("5 at D, without terms").isEqualTo("not-applicable");
        assertThat(child.without("school_terms").phase1("education")).isEqualTo("insufficient-data");
    }

    // --- youth offending

    /** 67 of 100 are exactly 33 % fewer (33, not 33.33); 2 of 3 are 33.33 %; 68 of 100 are 32 %. */
    @Test
    void thirtyThreePercentFewerCounts() {
        CaseFile file = opened().member("m", "2000-01-01");
        for (int i = 0; i < 100; i++) {
            file.incident("offence", "m", "2013-01-01");
        }
        for (int i = 0; i < 67; i++) {
            file.incident("offence", "m", "2014-01-01");
        }
        assertThat(file.phase1("youth-offending")).isEqualTo("met");
        assertThat(file.incident("offence", "m", "2014-01-02").phase1("youth-offending"))
                .isEqualTo("not-met");
    }

    /** Born 1996-01-10: a minor on 2014-01-09, an adult on 2014-01-10. */
    @Test
    void ageIsThatOnTheDayOfTheOffence() {
        CaseFile before = opened().member("m", "1996-01-10").incident("offence", "m", "2013-01-01");
        assertThat(before.incident("offence", "m", "2014-01-10").phase1("youth-offending"))
                .isEqualTo("met");
        assertThat(before.incident("offence", "m", "2014-01-09").phase1("youth-offending"))
                .isEqualTo("not-met");
    }

    @Test
    void offenceOfUnknownPersonLeavesItOpenUnlessItMakesNoDifference() {
        CaseFile three =
                opened().member("m", "2000-01-01").incident("offence", "m", "2013-01-01", "2013-01-02", "2013-01-03");
        // 1 of 3, or 0 of 3: met either way
        assertThat(three.incident("offence", "", "2014-01-01").phase1("youth-offending"))
                .isEqualTo("met");
        // 1 to 3 of 3: may be 66 % fewer, may be none fewer
        assertThat(three.incident("offence", "", "2014-01-02", "2014-01-03").phase1("youth-offending"))
                .isEqualTo("insufficient-data");
        // a baseline of 0 or 1: may not apply at all
        assertThat(opened().member("n", "")
                        .incident("offence", "n", "2013-01-01")
                        .phase1("youth-offending"))
                .isEqualTo("insufficient-data");
        // an unknown offence in the window alone: the baseline is 0 whoever did it
        assertThat(opened().incident("offence", "", "2014-01-01").phase1("youth-offending"))
                .isEqualTo("not-applicable");
    }

    // --- education: the three terms before D

    private static CaseFile pupil(String born) {
        return opened().member("c", born);
    }

    private static CaseFile terms(CaseFile file, int possible, int unauthorised, int... exclusions) {
        String[] ends = {"2013-07-23", "2013-12-20", "2014-03-28"};
        for (int i = 0; i < 3; i++) {
            file.term("c", ends[i], possible, unauthorised, unauthorised, exclusions[i]);
        }
        return file;
    }

    @Test
    void fifteenPercentUnauthorisedDoesNotCountAndJustBelowDoes() {
        assertThat(terms(pupil("2004-01-01"), 100, 15, 0, 0, 0).phase1("education"))
                .isEqualTo("not-met");
        assertThat(terms(pupil("2004-01-01"), 100, 15, 0, 0, 0)
                        .term("c", "2013-04-01", 100, 100, 100, 9)
                        .phase1("education"))
                .as("an older term changes nothing")
                .isEqualTo("not-met");
        assertThat(terms(pupil("2004-01-01"), 1000, 149, 0, 0, 0).phase1("education"))
                .isEqualTo("met");
    }

    @Test
    void threeExclusionsTogetherDoNotCountAndTwoDo() {
        assertThat(terms(pupil("2004-01-01"), 100, 0, 1, 1, 1).phase1("education"))
                .isEqualTo("not-met");
        assertThat(terms(pupil("2004-01-01"), 100, 0, 1, 0, 1).phase1("education"))
                .isEqualTo("met");
    }

    @Test
    void fewerTermsOrAGapOrNoSessionsAreInsufficientDataWhateverTheyShow() {
        assertThat(pupil("2004-01-01").term("c", "2014-03-28", 100, 0, 0, 3).phase1("education"))
                .isEqualTo("insufficient-data");
        // 2013-12-20 to 2013-06-28 are 175 days; a day earlier are 176
        assertThat(pupil("2004-01-01")
                        .term("c", "2013-06-28", 100, 0, 0, 0)
                        .term("c", "2013-12-20", 100, 0, 0, 0)
                        .term("c", "2014-03-28", 100, 0, 0, 0)
                        .phase1("education"))
                .isEqualTo("met");
        assertThat(pupil("2004-01-01")
                        .term("c", "2013-06-27", 100, 0, 0, 3)
                        .term("c", "2013-12-20", 100, 0, 0, 0)
                        .term("c", "2014-03-28", 100, 0, 0, 0)
                        .phase1("education"))
                .isEqualTo("insufficient-data");
        assertThat(terms(pupil("2004-01-01"), 0, 0, 0, 0, 0).phase1("education"))
                .isEqualTo("insufficient-data");
        assertThat(pupil("2004-01-01").without("school_terms").phase1("education"))
                .isEqualTo("insufficient-data");
    }

    /** The last term may end 175 days before D, 2013-10-08. */
    @Test
    void latestTermMustNotLieTooFarBack() {
        CaseFile recent =
                pupil("2004-01-01").term("c", "2013-04-20", 100, 0, 0, 0).term("c", "2013-07-20", 100, 0, 0, 0);
        assertThat(recent.term("c", "2013-10-08", 100, 0, 0, 0).phase1("education"))
                .isEqualTo("met");
        CaseFile old = pupil("2004-01-01").term("c", "2013-04-20", 100, 0, 0, 0).term("c", "2013-07-20", 100, 0, 0, 0);
        assertThat(old.term("c", "2013-10-07", 100, 0, 0, 0).phase1("education"))
                .isEqualTo("insufficient-data");
    }

    /** The family's children together: one child with enough exclusions outweighs one without records. */
    @Test
    void eachChildMustMeetIt() {
        CaseFile file = terms(pupil("2004-01-01"), 100, 0, 1, 1, 1).member("d", "2003-01-01");
        assertThat(file.phase1("education")).isEqualTo("not-met");
        assertThat(terms(pupil("2004-01-01"), 100, 0, 0, 0, 0)
                        .member("d", "2003-01-01")
                        .phase1("education"))
                .isEqualTo("insufficient-data");
    }

    @Test
    void childrenOutsideCompulsorySchoolAgeAreLeftOut() {
        assertThat(pupil("2009-04-02").phase1("education")).as("4 at D").isEqualTo("not-applicable");
        assertThat(pupil("2009-04-01").phase1("education"))
                .as("5 at D, new at school")
                .isEqualTo("not-applicable");
        assertThat(pupil("2008-04-01").phase1("education"))
                .as("6 at D, without terms")
                .isEqualTo("insufficient-data");
        assertThat(terms(pupil("2008-07-24"), 100, 0, 3, 0, 0).phase1("education"))
                .as("5 at D, 4 at the end of the first term")
                .isEqualTo("not-applicable");
        assertThat(terms(pupil("2008-07-23"), 100, 0, 3, 0, 0).phase1("education"))
                .as("5 at the end of the first term")
                .isEqualTo("not-met");
        assertThat(opened().member("x", "").phase1("education"))
                .as("no birth date")
                .isEqualTo("not-applicable");
        assertThat(opened().member("x", "1997-04-01").phase1("education"))
                .as("17 at D")
                .isEqualTo("not-applicable");
    }

    /** 16 on 2013-08-31: left on 2013-06-28, 277 days before D. 16 on 2013-09-01: leaves on 2014-06-27. */
    @Test
    void childThatLeftSchoolLongAgoIsLeftOut() {
        assertThat(pupil("1997-08-31").phase1("education")).isEqualTo("not-applicable");
        assertThat(pupil("1997-09-01").phase1("education")).isEqualTo("insufficient-data");
        // 175 days after 2013-06-28 is 2013-12-20; D on that day still asks for terms
        assertThat(pupil("1997-08-31").asAt("2013-12-19").phase1("education")).isEqualTo("insufficient-data");
        assertThat(pupil("1997-08-31").asAt("2013-12-20").phase1("education")).isEqualTo("not-applicable");
    }

    // --- continuous employment

    private static CaseFile worker() {
        return opened().member("w", "1980-01-01");
    }

    /** Work from 2013-12-31: its 91st day is 2014-03-31, the last before D. */
    @Test
    void thirteenWeeksExactlyCount() {
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-12-30")
                        .spell("w", "employment", "2013-12-31", "2014-03-31")
                        .phase1("continuous-employment"))
                .isEqualTo("met");
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-12-30")
                        .spell("w", "employment", "2013-12-31", "2014-03-30")
                        .phase1("continuous-employment"))
                .isEqualTo("not-met");
    }

    /** Work from 2014-01-01 reaches its length on 2014-04-01 = D: it can be seen from the day after. */
    @Test
    void runThatGoesOnIsSeenTheDayAfterItReachesItsLength() {
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-12-31")
                        .spell("w", "employment", "2014-01-01", "")
                        .phase1("continuous-employment"))
                .isEqualTo("not-yet-observable before 2014-04-02");
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-12-31")
                        .spell("w", "employment", "2014-01-01", "2014-03-30")
                        .phase1("continuous-employment"))
                .isEqualTo("not-met");
    }

    /** The 91st day of work from 2013-07-03 is 2013-10-01, the first day of the window. */
    @Test
    void lengthMustBeReachedInTheWindow() {
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-07-02")
                        .spell("w", "employment", "2013-07-03", "")
                        .phase1("continuous-employment"))
                .isEqualTo("met");
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-07-01")
                        .spell("w", "employment", "2013-07-02", "")
                        .phase1("continuous-employment"))
                .isEqualTo("not-met");
    }

    @Test
    void gapOfSevenDaysIsBridgedAndOfEightNot() {
        CaseFile seven = worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                .spell("w", "employment", "2013-11-01", "2013-11-30");
        assertThat(seven.spell("w", "employment", "2013-12-08", "2014-01-30").phase1("continuous-employment"))
                .isEqualTo("met");
        CaseFile eight = worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                .spell("w", "employment", "2013-11-01", "2013-11-30");
        assertThat(eight.spell("w", "employment", "2013-12-09", "2014-01-30").phase1("continuous-employment"))
                .isEqualTo("not-met");
    }

    @Test
    void benefitWithinTheDaysBreaksThemAndWorkBeforeItsEndDoesNotCount() {
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                        .spell("w", "employment", "2013-11-01", "2014-03-01")
                        .spell("w", "out-of-work-benefit", "2014-01-30", "2014-02-10")
                        .phase1("continuous-employment"))
                .as("the 91st day is 2014-01-30")
                .isEqualTo("not-met");
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                        .spell("w", "employment", "2013-10-31", "2014-03-01")
                        .phase1("continuous-employment"))
                .isEqualTo("not-met");
    }

    /** With an overlap of one day allowed, the days are counted from the day after the benefit. */
    @Test
    void overlapAndLengthByTypeAreParameters() {
        String plan = """
                {"format": "waymark-scheme/1", "id": "ours", "extends": "troubled-families-1", "criteria": [
                  {"id": "continuous-employment", "of": {"daysByType": {
                     "ESA": {"value": 182, "mark": "V", "source": "plan"}},
                   "thresholds": {"overlapDays": {"value": 1, "mark": "A", "source": "plan"}}}}]}""";
        CaseFile overlapping = worker().spell("w", "out-of-work-benefit", "JSA", "2013-01-01", "2013-10-31")
                .spell("w", "employment", "2013-10-31", "2014-01-30");
        assertThat(CaseFile.words(overlapping.result("ours", plan).criteria().get(4)))
                .isEqualTo("met");
        CaseFile longer = worker().spell("w", "out-of-work-benefit", "ESA", "2013-01-01", "2013-10-31")
                .spell("w", "employment", "2013-10-31", "2014-01-30");
        assertThat(CaseFile.words(longer.result("ours", plan).criteria().get(4)))
                .isEqualTo("not-met");
    }

    @Test
    void itAppliesOnlyToAnAdultWithABenefit() {
        assertThat(worker().phase1("continuous-employment")).isEqualTo("not-applicable");
        assertThat(opened().member("y", "1996-04-02")
                        .spell("y", "out-of-work-benefit", "2013-01-01", "")
                        .phase1("continuous-employment"))
                .as("17 at D")
                .isEqualTo("not-applicable");
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "").phase1("continuous-employment"))
                .isEqualTo("not-met");
        assertThat(worker().without("spells").phase1("continuous-employment")).isEqualTo("insufficient-data");
    }

    // --- family, routes and money

    @Test
    void noRouteThatAppliesIsNotApplicable() {
        assertThat(CaseFile.words(opened().phase1().decision())).isEqualTo("not-applicable");
    }

    /** Attached in 2013/14: route A pays 1,500, with progress to work 1,600, as much as B; the first in the scheme. */
    @Test
    void metRouteThatPaysMostIsClaimedAndOfEqualOnesTheFirst() {
        CaseFile both = worker().incident("asb", "", "2013-01-01")
                .spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                .spell("w", "employment", "2013-11-01", "2014-03-01");
        assertThat(both.phase1().paidRoute()).contains(1);
        assertThat(both.phase1().resultPence()).isEqualTo(OptionalLong.of(160_000));
        both.spell("w", "work-programme", "2014-01-01", "");
        assertThat(both.phase1().paidRoute()).contains(0);
        assertThat(both.phase1().resultPence()).isEqualTo(OptionalLong.of(160_000));
    }

    @Test
    void familyAttachedInAYearWithoutFeeHasNone() {
        CaseFile early = CaseFile.opened("2012-03-31").incident("asb", "", "2012-03-01");
        assertThat(early.phase1().decision().isMet()).isTrue();
        assertThat(early.phase1().resultPence()).isEmpty();
    }

    /** Claimed on 2014-01-15: judged as at the day before, whatever came after. */
    @Test
    void familyClaimedInThePeriodIsJudgedAsItWasThen() {
        CaseFile file = opened().incident("asb", "", "2013-01-01", "2014-01-15")
                .claim("troubled-families-1", "2014-01-15")
                .claim("troubled-families-1", "2014-02-01");
        assertThat(file.phase1().day()).isEqualTo("2014-01-15");
        assertThat(file.phase1("anti-social-behaviour")).isEqualTo("met");
        assertThat(CaseFile.opened("2014-02-01")
                        .claim("troubled-families-1", "2014-01-15")
                        .incident("asb", "", "2013-12-01")
                        .phase1("anti-social-behaviour"))
                .as("no episode was known then")
                .isEqualTo("insufficient-data");
    }

    @Test
    void lookBackHoldsItsLastDayAndClaimsBeforeThePeriodEndIt() {
        Scheme scheme = CaseFile.scheme("troubled-families-1");
        assertThat(scheme.standing(CaseFile.unopened().family())).isEqualTo(Standing.NOT_LOOKED_AT);
        assertThat(scheme.standing(
                        CaseFile.unopened().episode("2012-01-01", "2012-09-30").family()))
                .as("18 months before 2014-03-31")
                .isEqualTo(Standing.EVALUATED);
        assertThat(scheme.standing(
                        CaseFile.unopened().episode("2012-01-01", "2012-09-29").family()))
                .isEqualTo(Standing.NOT_LOOKED_AT);
        assertThat(scheme.standing(
                        opened().claim("troubled-families-1", "2013-03-31").family()))
                .isEqualTo(Standing.ALREADY_CLAIMED);
        assertThat(scheme.standing(
                        opened().claim("troubled-families-2", "2013-03-31").family()))
                .isEqualTo(Standing.EVALUATED);
    }

    /** Of the counted episode if closed in the period, else of the one opened last. */
    @Test
    void claimEpisodeIsTheCountedOneOrTheLatest() {
        CaseFile closed =
                CaseFile.unopened().episode("2012-06-01", "2013-06-01").episode("2013-07-01", "");
        assertThat(closed.phase1().yearOfAttachment()).contains(2012);
        CaseFile open = CaseFile.unopened().episode("2012-06-01", "").episode("2013-07-01", "");
        assertThat(open.phase1().yearOfAttachment()).contains(2013);
    }

    // --- edges of the rules that the tests above leave out

    /** D is 2014-08-31: six months before it is 28 February, as it is before an opening on 2013-08-31. */
    @Test
    void sixMonthsBeforeTheEndOfALongMonthBeginOnTheLastDayOfTheShorterOne() {
        assertThat(endOfAugust().incident("asb", "", "2013-02-28").phase1("anti-social-behaviour"))
                .isEqualTo("met");
        assertThat(endOfAugust().incident("asb", "", "2013-02-27").phase1("anti-social-behaviour"))
                .isEqualTo("not-applicable");
        assertThat(endOfAugust().incident("asb", "", "2013-08-30", "2014-02-28").phase1("anti-social-behaviour"))
                .isEqualTo("not-met");
        assertThat(endOfAugust().incident("asb", "", "2013-08-30", "2014-02-27").phase1("anti-social-behaviour"))
                .isEqualTo("met");
    }

    private static CaseFile endOfAugust() {
        return CaseFile.opened("2013-08-31").period("2014/15").asAt("2014-08-30");
    }

    @Test
    void offenceOfAnUnknownPersonMattersOnlyInsideTheWindowsAndWhereTheDecisionDependsOnIt() {
        CaseFile twoBefore = opened().member("m", "2000-01-01").incident("offence", "m", "2013-01-01", "2013-01-02");
        assertThat(twoBefore
                        .incident("offence", "", "2012-09-30", "2013-04-01", "2013-09-30")
                        .phase1("youth-offending"))
                .as("before, between and not in the windows")
                .isEqualTo("met");
        assertThat(twoBefore.incident("offence", "", "2013-03-31").phase1("youth-offending"))
                .as("0 of 2 or 0 of 3")
                .isEqualTo("met");
        CaseFile early = CaseFile.opened("2014-03-01")
                .member("m", "2000-01-01")
                .incident("offence", "m", "2014-01-01")
                .incident("offence", "", "2014-01-02");
        assertThat(early.phase1("youth-offending"))
                .as("too early whoever did it")
                .isEqualTo("not-yet-observable before 2014-09-01");
        assertThat(opened().without("individuals")
                        .incident("offence", "", "2013-01-01")
                        .phase1("youth-offending"))
                .isEqualTo("insufficient-data");
    }

    @Test
    void childNewAtSchoolIsLeftOutOfWhateverAgeItIsAtD() {
        for (String[] expected : new String[][] {{"2008-03-30", "not-applicable"}, {"2008-03-29", "not-met"}}) {
            assertThat(pupil(expected[0])
                            .term("c", "2013-03-29", 100, 0, 0, 3)
                            .term("c", "2013-07-23", 100, 0, 0, 0)
                            .term("c", "2013-12-20", 100, 0, 0, 0)
                            .phase1("education"))
                    .as("6 at D, born %s, so 4 or 5 at the end of the first of its terms", expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    @Test
    void termsWithoutPossibleSessionsAreInsufficientDataEvenWithThreeExclusions() {
        assertThat(terms(pupil("2004-01-01"), 0, 0, 3, 0, 0).phase1("education"))
                .isEqualTo("insufficient-data");
    }

    /** The six months before D, from 2013-10-01 to 2014-03-31; nothing is asked about the opening. */
    @Test
    void progressToWorkIsAStartInTheWindowByAnAdult() {
        for (String[] expected : new String[][] {
            {"2013-09-30", "not-met"}, {"2013-10-01", "met"}, {"2014-03-31", "met"}, {"2014-04-01", "not-met"}
        }) {
            assertThat(worker().spell("w", "work-programme", expected[0], "").phase1("progress-to-work"))
                    .as(expected[0])
                    .isEqualTo(expected[1]);
        }
        assertThat(CaseFile.opened("2014-03-01")
                        .member("w", "1980-01-01")
                        .spell("w", "work-programme", "2014-01-01", "2014-01-02")
                        .phase1("progress-to-work"))
                .isEqualTo("met");
        assertThat(opened().member("y", "1996-04-01").phase1("progress-to-work"))
                .as("18 at D")
                .isEqualTo("not-met");
        assertThat(opened().member("y", "1996-04-02").member("x", "").phase1("progress-to-work"))
                .as("17 at D, and one of no known age")
                .isEqualTo("not-applicable");
        assertThat(worker().without("spells").phase1("progress-to-work")).isEqualTo("insufficient-data");
        assertThat(opened().without("individuals").phase1("progress-to-work")).isEqualTo("insufficient-data");
    }

    /** The 91st day of work from 2013-11-01 is 2014-01-30: a benefit from the day after breaks nothing. */
    @Test
    void benefitAfterTheLengthIsReachedBreaksNothing() {
        assertThat(worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                        .spell("w", "employment", "2013-11-01", "2014-03-01")
                        .spell("w", "out-of-work-benefit", "2014-01-31", "2014-02-10")
                        .phase1("continuous-employment"))
                .isEqualTo("met");
    }

    /** With an overlap of one day work may begin on the last day of the benefit, not on the day before. */
    @Test
    void overlapIsSoManyDaysAndNoMore() {
        String plan = """
                {"format": "waymark-scheme/1", "id": "ours", "extends": "troubled-families-1", "criteria": [
                  {"id": "continuous-employment", "of": {"thresholds": {
                     "overlapDays": {"value": 1, "mark": "A", "source": "plan"}}}}]}""";
        for (String[] expected : new String[][] {{"2013-10-31", "met"}, {"2013-10-30", "not-met"}}) {
            CaseFile file = worker().spell("w", "out-of-work-benefit", "2013-01-01", "2013-10-31")
                    .spell("w", "employment", expected[0], "2014-01-30");
            assertThat(CaseFile.words(file.result("ours", plan).criteria().get(4)))
                    .as(expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    /** "Route B 800 / 1,600 / 2,400; route A 700 / 1,500 / 2,300, and 100 more" by year of attachment. */
    @ParameterizedTest
    @CsvSource({"2012, 700, 800", "2013, 1500, 1600", "2014, 2300, 2400"})
    void resultPaysByYearOfAttachment(int year, long routeA, long routeB) {
        CaseFile a = attachedIn(year).incident("asb", "", year + "-05-01");
        assertThat(a.phase1().resultPence()).isEqualTo(OptionalLong.of(routeA * 100));
        a.member("w", "1980-01-01").spell("w", "work-programme", (year + 1) + "-01-01", "");
        assertThat(a.phase1().resultPence()).isEqualTo(OptionalLong.of((routeA + 100) * 100));
        CaseFile b = attachedIn(year)
                .member("w", "1980-01-01")
                .spell("w", "out-of-work-benefit", year + "-01-01", year + "-10-31")
                .spell("w", "employment", year + "-11-01", "");
        assertThat(b.phase1().resultPence()).isEqualTo(OptionalLong.of(routeB * 100));
    }

    private static CaseFile attachedIn(int year) {
        return CaseFile.opened(year + "-06-01")
                .period((year + 1) + "-03-01.." + (year + 1) + "-03-31")
                .asAt((year + 1) + "-03-31");
    }

    /** D may be the first day of the period: the family is judged as at the day before the period. */
    @Test
    void familyClaimedOnTheFirstDayOfThePeriodIsJudgedAsAtTheDayBeforeIt() {
        CaseFile file = CaseFile.opened("2012-04-01")
                .incident("asb", "", "2012-03-01", "2013-04-01")
                .claim("troubled-families-1", "2013-04-01");
        assertThat(file.phase1().day()).isEqualTo("2013-04-01");
        assertThat(file.phase1("anti-social-behaviour")).isEqualTo("met");
    }

    /** What closed on the day of the claim was open the day before, so the episode opened last is the claim episode. */
    @Test
    void claimEpisodeIsThatOfTheDayBeforeTheClaim() {
        for (String[] expected : new String[][] {{"2014-01-15", "2013"}, {"2014-01-16", "2012"}}) {
            assertThat(CaseFile.unopened()
                            .episode("2012-06-01", "2014-01-15")
                            .episode("2013-07-01", "")
                            .claim("troubled-families-1", expected[0])
                            .phase1()
                            .yearOfAttachment())
                    .as("claimed on " + expected[0])
                    .contains(Integer.valueOf(expected[1]));
        }
    }
}
