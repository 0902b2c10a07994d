package dev.waymark.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.star.Star;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Each rule of "Which records count", quoted, with a case worked by hand. The year is 2015/16: 2015-04-01 to
 * 2016-03-31.
 */
class SharedSemanticsTest {

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static Star starOf(FamilyCase family) {
        return family.readings().get(0).star();
    }

    /** "As-at date: nothing after it exists for the run." */
    @Nested
    class AsAt {

        @Test
        void episodeOpenedLaterIsNotSeen() {
            Given given = Given.family("1").episode("e1", "2015-10-01", "").episode("e2", "2015-10-02", "");

            assertThat(given.in("2015/16", "2015-10-01").episodes())
                    .extracting(Episode::id)
                    .containsExactly("e1");
        }

        @Test
        void closingAfterItIsEmpty() {
            Given given = Given.family("1").episode("e", "2015-04-01", "2015-10-02");

            assertThat(given.in("2015/16", "2015-10-01").episodes().get(0).closed())
                    .isEmpty();
            assertThat(given.in("2015/16", "2015-10-01").isClosed()).isFalse();
            assertThat(given.in("2015/16", "2015-10-02").episodes().get(0).closed())
                    .contains(LocalDate.of(2015, 10, 2));
        }

        @Test
        void readingFormIncidentTermSpellAndClaimDatedLaterAreNotSeen() {
            Given given = Given.family("1")
                    .episode("e", "2015-04-01", "")
                    .member("m", "2005-01-01")
                    .reading("2015-10-02", "initial", 3)
                    .form("f", "", "2015-10-02", "initial")
                    .incident("i", "", "2015-10-02", "asb", "")
                    .term("m", "2015-10-02")
                    .spell("m", "training", "2015-10-02", "")
                    .claim("s", "2015-10-02");
            FamilyCase before = given.in("2015/16", "2015-10-01");
            FamilyCase onTheDay = given.in("2015/16", "2015-10-02");

            assertThat(List.of(
                            before.readings(),
                            before.forms(),
                            before.incidents(),
                            before.schoolTerms(),
                            before.spells(),
                            before.claims()))
                    .allMatch(List::isEmpty);
            assertThat(List.of(
                            onTheDay.readings(),
                            onTheDay.forms(),
                            onTheDay.incidents(),
                            onTheDay.schoolTerms(),
                            onTheDay.spells(),
                            onTheDay.claims()))
                    .allMatch(records -> records.size() == 1);
        }

        @Test
        void endAndFollowUpAfterItAreEmpty() {
            Given given = Given.family("1")
                    .episode("e", "2015-04-01", "")
                    .member("m", "1980-01-01")
                    .spell("m", "training", "2015-05-01", "2015-10-02")
                    .incident("i", "", "2015-05-01", "missing-episode", "2015-10-02");

            assertThat(given.in("2015/16", "2015-10-01").spells().get(0).end()).isEmpty();
            assertThat(given.in("2015/16", "2015-10-02").spells().get(0).end()).contains(LocalDate.of(2015, 10, 2));
            assertThat(given.in("2015/16", "2015-10-01").incidents().get(0).followedUpOn())
                    .isEmpty();
            assertThat(given.in("2015/16", "2015-10-02").incidents().get(0).followedUpOn())
                    .contains(LocalDate.of(2015, 10, 2));
        }

        /** "persons born later neither, nor any record that names them" */
        @Test
        void personBornLaterIsNotSeenNorAnyRecordThatNamesThem() {
            Given given = Given.family("1")
                    .episode("e", "2015-04-01", "")
                    .member("born", "2015-10-01")
                    .member("unborn", "2015-10-02")
                    .member("undated", "")
                    .form("f", "unborn", "2015-09-01", "initial")
                    .form("g", "born", "2015-09-01", "initial")
                    .incident("i", "undated", "2015-09-01", "asb", "")
                    .term("unborn", "2015-09-01")
                    .spell("unborn", "protection-plan", "2015-09-01", "");
            FamilyCase family = given.in("2015/16", "2015-10-01");

            assertThat(family.members()).extracting(Member::id).containsExactly("born", "undated");
            assertThat(family.forms()).extracting(Form::id).containsExactly("g");
            assertThat(family.incidents()).hasSize(1);
            assertThat(family.schoolTerms()).isEmpty();
            assertThat(family.spells()).isEmpty();
        }
    }

    /** "An episode is open on a day if opened is on or before it and closed is empty or after it." */
    @Test
    void episodeIsOpenFromItsFirstDayToTheDayBeforeItsClosing() {
        Episode episode = Given.family("1")
                .episode("e", "2015-05-01", "2015-06-01")
                .in2015()
                .episodes()
                .get(0);

        assertThat(episode.isOpenOn(day("2015-04-30"))).isFalse();
        assertThat(episode.isOpenOn(day("2015-05-01"))).isTrue();
        assertThat(episode.isOpenOn(day("2015-05-31"))).isTrue();
        assertThat(episode.isOpenOn(day("2015-06-01"))).isFalse();
    }

    /**
     * "worked with in the period if it has an episode with opened <= period end and (closed empty or closed >= start)"
     */
    @Nested
    class WorkedWith {

        private boolean workedWith(String opened, String closed) {
            return Given.family("1")
                    .episode("e", opened, closed)
                    .in("2015/16", "2016-12-31")
                    .isWorkedWith();
        }

        @Test
        void openedOnTheLastDayCounts() {
            assertThat(workedWith("2016-03-31", "")).isTrue();
            assertThat(workedWith("2016-04-01", "")).isFalse();
        }

        @Test
        void closedOnTheFirstDayCounts() {
            assertThat(workedWith("2014-01-01", "2015-04-01")).isTrue();
            assertThat(workedWith("2014-01-01", "2015-03-31")).isFalse();
        }

        @Test
        void openedBeforeAndStillOpenCounts() {
            assertThat(workedWith("2010-01-01", "")).isTrue();
        }
    }

    /** "opened if it has an episode with opened in the period; closed if one with closed in the period" */
    @Test
    void openedAndClosedTakeBothEndsOfThePeriod() {
        assertThat(Given.family("1").episode("e", "2015-04-01", "").in2015().isOpened())
                .isTrue();
        assertThat(Given.family("1").episode("e", "2015-03-31", "").in2015().isOpened())
                .isFalse();
        assertThat(Given.family("1")
                        .episode("e", "2016-03-31", "2016-03-31")
                        .in2015()
                        .isOpened())
                .isTrue();
        assertThat(Given.family("1")
                        .episode("e", "2015-01-01", "2015-04-01")
                        .in2015()
                        .isClosed())
                .isTrue();
        assertThat(Given.family("1")
                        .episode("e", "2015-01-01", "2016-03-31")
                        .in2015()
                        .isClosed())
                .isTrue();
        assertThat(Given.family("1")
                        .episode("e", "2015-01-01", "2015-03-31")
                        .in2015()
                        .isClosed())
                .isFalse();
    }

    /** "The entry episode: of the episodes that make it so, the earliest opened (then least episode_id)." */
    @Test
    void entryEpisodeIsTheEarliestOpenedOfThoseThatMakeItWorkedWith() {
        FamilyCase family = Given.family("1")
                .episode("9", "2015-02-01", "")
                .episode("10", "2015-02-01", "")
                .episode("1", "2014-01-01", "2015-03-31")
                .in2015();

        // episode 1 closed before the period, so it does not make the family worked with; "10" sorts before "9"
        assertThat(family.entryEpisode().orElseThrow().id()).isEqualTo("10");
    }

    /** "The opening episode: of the episodes opened in the period, the earliest opened (then least episode_id)." */
    @Test
    void openingEpisodeIsTheEarliestOpenedInThePeriod() {
        FamilyCase family = Given.family("1")
                .episode("a", "2015-01-01", "")
                .episode("c", "2015-06-01", "")
                .episode("b", "2015-06-01", "")
                .episode("d", "2015-05-31", "")
                .in2015();

        assertThat(family.openingEpisode().orElseThrow().id()).isEqualTo("d");
        assertThat(family.entryEpisode().orElseThrow().id()).isEqualTo("a");
    }

    /**
     * "The counted episode: of the episodes closed in the period, the latest closed (then latest opened, then greatest
     * id)."
     */
    @Test
    void countedEpisodeIsTheLatestClosedThenOpenedThenGreatestId() {
        Given twoClosings = Given.family("1")
                .episode("x", "2015-09-01", "2015-12-01")
                .episode("y", "2015-04-01", "2016-01-01")
                .episode("z", "2015-04-01", "2016-04-01");
        Given oneClosing = Given.family("1")
                .episode("x", "2015-04-01", "2016-01-01")
                .episode("a", "2015-09-01", "2016-01-01")
                .episode("b", "2015-09-01", "2016-01-01");

        assertThat(twoClosings.in2015().countedEpisode().orElseThrow().id()).isEqualTo("y");
        assertThat(oneClosing.in2015().countedEpisode().orElseThrow().id()).isEqualTo("b");
    }

    /** "Text is ordered by Unicode code point everywhere": U+FFFD comes before U+1F600, though not in UTF-16 order. */
    @Test
    void idsAreOrderedByCodePoint() {
        FamilyCase family = Given.family("1")
                .episode("\uD83D\uDE00", "2015-05-01", "2015-06-01")
                .episode("\uFFFD", "2015-05-01", "2015-06-01")
                .in2015();

        assertThat(family.entryEpisode().orElseThrow().id()).isEqualTo("\uFFFD");
        assertThat(family.countedEpisode().orElseThrow().id()).isEqualTo("\uD83D\uDE00");
    }

    /** "A record belongs to an episode if its date is from opened to closed (or to the as-at date), both included." */
    @Test
    void recordBelongsFromOpeningToClosingBothIncluded() {
        FamilyCase family = Given.family("1")
                .episode("closed", "2015-05-01", "2015-06-01")
                .episode("open", "2015-07-01", "")
                .in2015();
        Episode closed = family.episodes().get(0);
        Episode open = family.episodes().get(1);

        assertThat(closed.includes(day("2015-04-30"))).isFalse();
        assertThat(closed.includes(day("2015-05-01"))).isTrue();
        assertThat(closed.includes(day("2015-06-01"))).isTrue();
        assertThat(closed.includes(day("2015-06-02"))).isFalse();
        assertThat(open.includes(day("2016-03-31"))).isTrue();
        assertThat(open.includes(day("2016-04-01"))).isFalse();
    }

    /** "First and last of one Star of a family, in the counted episode" */
    @Nested
    class FirstAndLastReading {

        private final Given closed = Given.family("1").episode("e", "2015-05-01", "2016-01-31");

        /** "first = the earliest reading of kind initial that belongs" */
        @Test
        void firstIsTheEarliestInitialThatBelongs() {
            FamilyCase family = closed.reading("2015-04-30", "initial", 1)
                    .reading("2015-05-20", "initial", 2)
                    .reading("2015-05-10", "initial", 3)
                    .reading("2015-05-05", "review", 4)
                    .in2015();

            assertThat(family.firstReading(starOf(family)).orElseThrow().score(0))
                    .isEqualTo(3);
        }

        /** "last = the latest reading of kind review or closure that belongs and is dated after the first" */
        @Test
        void lastIsTheLatestReviewOrClosureAfterTheFirst() {
            FamilyCase family = closed.reading("2015-05-10", "initial", 1)
                    .reading("2015-10-01", "closure", 2)
                    .reading("2016-01-31", "review", 3)
                    .reading("2016-02-01", "closure", 4)
                    .in2015();

            assertThat(family.lastReading(starOf(family)).orElseThrow().score(0))
                    .isEqualTo(3);
        }

        /** The same of an episode that is not the counted one: 2014-05 to 2014-12. */
        @Test
        void firstAndLastOfAnyEpisodeAreThoseThatBelongToIt() {
            FamilyCase family = Given.family("1")
                    .episode("a", "2014-05-01", "2014-12-31")
                    .reading("2014-05-10", "initial", 1)
                    .reading("2014-12-01", "review", 2)
                    .form("f1", "", "2014-05-10", "initial")
                    .form("f2", "", "2014-06-10", "initial")
                    .form("f3", "", "2014-11-10", "review")
                    .form("f4", "", "2014-12-10", "closure")
                    .episode("b", "2015-05-01", "2016-01-31")
                    .reading("2015-05-10", "initial", 3)
                    .reading("2016-01-31", "closure", 4)
                    .form("f5", "", "2015-12-10", "closure")
                    .in2015();
            Episode before = family.episodes().get(0);

            assertThat(family.lastReading(
                                    family.firstReading(starOf(family), before).orElseThrow(), before)
                            .orElseThrow()
                            .score(0))
                    .isEqualTo(2);
            assertThat(family.lastReading(starOf(family)).orElseThrow().score(0))
                    .isEqualTo(4);
            assertThat(family.firstForms(before)).extracting(Form::id).containsExactly("f1");
            assertThat(family.lastForm(family.firstForms(before).get(0), before))
                    .map(Form::id)
                    .contains("f4");
        }

        @Test
        void readingOfTheDayOfTheFirstIsNotAfterIt() {
            FamilyCase family = closed.reading("2015-05-10", "initial", 1)
                    .reading("2015-05-10", "closure", 9)
                    .in2015();

            assertThat(family.firstReading(starOf(family))).isPresent();
            assertThat(family.lastReading(starOf(family))).isEmpty();
        }

        /** "of a closure and a review of the same date the closure is the last" */
        @Test
        void closureGoesBeforeReviewOfItsDate() {
            FamilyCase family = closed.reading("2015-05-10", "initial", 1)
                    .reading("2016-01-10", "closure", 8)
                    .reading("2016-01-10", "review", 2)
                    .in2015();

            assertThat(family.lastReading(starOf(family)).orElseThrow().score(0))
                    .isEqualTo(8);
        }

        @Test
        void laterInitialIsNoLast() {
            FamilyCase family = closed.reading("2015-05-10", "initial", 1)
                    .reading("2015-12-10", "initial", 9)
                    .in2015();

            assertThat(family.lastReading(starOf(family))).isEmpty();
        }

        @Test
        void familyThatIsNotClosedHasNeither() {
            FamilyCase family = Given.family("1")
                    .episode("e", "2015-05-01", "")
                    .reading("2015-05-10", "initial", 1)
                    .reading("2015-12-10", "review", 9)
                    .in2015();

            assertThat(family.firstReading(starOf(family))).isEmpty();
            assertThat(family.lastReading(starOf(family))).isEmpty();
        }

        @Test
        void onlyTheCountedEpisodeIsLookedAt() {
            FamilyCase family = Given.family("1")
                    .episode("earlier", "2015-04-01", "2015-06-30")
                    .episode("later", "2015-09-01", "2016-01-31")
                    .reading("2015-04-10", "initial", 1)
                    .reading("2015-06-10", "closure", 2)
                    .reading("2015-09-10", "initial", 3)
                    .in2015();

            assertThat(family.firstReading(starOf(family)).orElseThrow().score(0))
                    .isEqualTo(3);
            assertThat(family.lastReading(starOf(family))).isEmpty();
        }
    }

    /** "First and last form of a subject (the family, or one individual): the same with forms of that subject" */
    @Nested
    class FirstAndLastForm {

        private final Given closed =
                Given.family("1").episode("e", "2015-05-01", "2016-01-31").member("m", "1980-01-01");

        @Test
        void formsOfTheFamilyAndOfAMemberAreKeptApart() {
            FamilyCase family = closed.form("f1", "", "2015-05-10", "initial")
                    .form("m1", "m", "2015-05-09", "initial")
                    .form("m2", "m", "2015-12-01", "closure")
                    .in2015();
            Member member = family.members().get(0);

            assertThat(family.firstForm().orElseThrow().id()).isEqualTo("f1");
            assertThat(family.lastForm()).isEmpty();
            assertThat(family.firstForm(member).orElseThrow().id()).isEqualTo("m1");
            assertThat(family.lastForm(member).orElseThrow().id()).isEqualTo("m2");
        }

        /** "same date and kind: the least assessment_id is the first, the greatest the last" */
        @Test
        void ofOneDateAndKindTheLeastIdIsFirstTheGreatestLast() {
            FamilyCase family = closed.form("b", "", "2015-05-10", "initial")
                    .form("a", "", "2015-05-10", "initial")
                    .form("z", "", "2015-12-01", "closure")
                    .form("y", "", "2015-12-01", "closure")
                    .form("zz", "", "2015-12-01", "review")
                    .in2015();

            assertThat(family.firstForm().orElseThrow().id()).isEqualTo("a");
            assertThat(family.lastForm().orElseThrow().id()).isEqualTo("z");
        }

        @Test
        void answersStandByIssueAndUnknownIsNeitherYesNorNo() {
            FamilyCase family = closed.form("f", "", "2015-05-10", "initial")
                    .answer("f", "rent-arrears", "yes")
                    .answer("f", "not-registered-gp", "no")
                    .answer("f", "poor-diet", "unknown")
                    .in2015();

            assertThat(family.firstForm().orElseThrow().answers())
                    .extracting(Answer::issue, Answer::present)
                    .containsExactly(
                            Tuple.tuple("not-registered-gp", java.util.Optional.of(false)),
                            Tuple.tuple("poor-diet", java.util.Optional.empty()),
                            Tuple.tuple("rent-arrears", java.util.Optional.of(true)));
        }
    }

    /** "Age is in completed years on the age date: the later of the period's start and the entry episode's opened." */
    @Nested
    class Age {

        private int ageOf(String birthDate, String opened) {
            FamilyCase family = Given.family("1")
                    .episode("e", opened, "")
                    .member("m", birthDate)
                    .in2015();
            return family.members().get(0).ageOn(family.ageDay());
        }

        @Test
        void isTakenOnThePeriodsStartForAFamilyCarriedIn() {
            assertThat(ageOf("1997-04-01", "2014-01-01")).isEqualTo(18);
            assertThat(ageOf("1997-04-02", "2014-01-01")).isEqualTo(17);
        }

        @Test
        void isTakenOnTheOpeningOfTheEntryEpisodeInThePeriod() {
            assertThat(ageOf("1997-09-01", "2015-09-01")).isEqualTo(18);
            assertThat(ageOf("1997-09-02", "2015-09-01")).isEqualTo(17);
        }

        /** "born 29 February: a year older on 1 March" */
        @Test
        void personBornOn29FebruaryIsAYearOlderOn1March() {
            assertThat(ageOf("2004-02-29", "2016-02-28")).isEqualTo(11);
            assertThat(ageOf("2004-02-29", "2016-02-29")).isEqualTo(12);
            FamilyCase family = Given.family("1")
                    .episode("e", "2015-04-01", "")
                    .member("m", "2004-02-29")
                    .in2015();
            assertThat(family.members().get(0).ageOn(day("2015-02-28"))).isEqualTo(10);
            assertThat(family.members().get(0).ageOn(day("2015-03-01"))).isEqualTo(11);
        }

        /** "Born after the age date: age 0." */
        @Test
        void personBornAfterTheAgeDateIsNought() {
            assertThat(ageOf("2015-12-24", "2014-01-01")).isZero();
        }

        /** "a child is under 18"; without a birth date a member is neither. */
        @Test
        void memberIsAChildUpToTheEighteenthBirthday() {
            FamilyCase family = Given.family("1")
                    .episode("e", "2014-01-01", "")
                    .member("a", "1997-04-01")
                    .member("b", "1997-04-02")
                    .member("c", "")
                    .in2015();

            assertThat(family.members())
                    .extracting(Member::id, family::isAdult, family::isChild)
                    .containsExactly(
                            Tuple.tuple("a", true, false),
                            Tuple.tuple("b", false, true),
                            Tuple.tuple("c", false, false));
        }

        /** "No birth date: age not recorded." */
        @Test
        void personWithoutBirthDateHasNoAge() {
            assertThat(Given.family("1")
                            .episode("e", "2015-04-01", "")
                            .member("m", "")
                            .in2015()
                            .members())
                    .allMatch(member -> !member.hasBirthDate());
        }
    }

    /**
     * "a stratum holds the families with an episode of the service ..., with all their records and only those episodes"
     */
    @Test
    void caseOfOneServiceShowsOnlyItsEpisodesButAllOtherRecords() {
        Given given = Given.family("1")
                .episode("a", "early-help", "2015-04-01", "2015-06-01", "")
                .episode("b", "intensive-family-support", "2015-07-01", "2016-01-01", "")
                .reading("2015-04-02", "initial", 1);
        FamilyCase earlyHelp = FamilyCase.overService(
                        given.store(), Period.parse("2015/16"), LocalDate.of(2016, 3, 31), 0)
                .moveTo(0);

        assertThat(earlyHelp.episodes()).extracting(Episode::service).containsExactly("early-help");
        assertThat(earlyHelp.countedEpisode().orElseThrow().id()).isEqualTo("a");
        assertThat(earlyHelp.readings()).hasSize(1);
    }
}
