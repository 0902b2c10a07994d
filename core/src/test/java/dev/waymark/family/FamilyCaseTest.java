package dev.waymark.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.star.Star;
import dev.waymark.store.CaseStore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One case, moved from family to family and seen on other days: nothing of where it was before stays in it. */
class FamilyCaseTest {

    private static final CaseStore STORE = Given.family("1")
            .episode("e1", "2015-04-01", "2015-12-01")
            .member("a", "2004-05-01")
            .member("b", "2015-10-01")
            .reading("2015-04-02", "initial", 1)
            .form("f1", "", "2015-04-02", "initial")
            .term("a", "2015-07-20")
            .term("a", "2015-12-18")
            .incident("i1", "a", "2015-06-01", "asb", "")
            .incident("i2", "", "2015-11-01", "asb", "")
            .spell("a", "in-need-plan", "2015-05-01", "")
            .claim("anytown", "2015-11-02")
            .andFamily("2", "")
            .episode("e2", "2015-06-01", "")
            .member("c", "1980-01-01")
            .spell("c", "employment", "2015-08-01", "")
            .spell("c", "training", "2015-09-01", "")
            .store();

    private final FamilyCase family = FamilyCase.over(STORE, Period.parse("2015/16"), LocalDate.of(2016, 3, 31));

    /** How many there are of each kind: members, readings, forms, terms, incidents, spells, claims. */
    private static List<Integer> records(FamilyCase family) {
        return List.of(
                family.members().size(),
                family.readings().size(),
                family.forms().size(),
                family.schoolTerms().size(),
                family.incidents().size(),
                family.spells().size(),
                family.claims().size());
    }

    @Test
    void ageOfAMemberWithoutABirthDateIsRefused() {
        Member unknown = FamilyCase.over(
                        Given.family("1").member("a", "").store(), Period.parse("2015/16"), LocalDate.of(2016, 3, 31))
                .moveTo(0)
                .members()
                .get(0);

        assertThat(unknown.hasBirthDate()).isFalse();
        assertThatThrownBy(() -> unknown.ageOn(16_526))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the birth date is not recorded. Ask hasBirthDate() first.");
    }

    /** The closing of an open episode is after all days, and no day of a calendar. */
    @Test
    void ageAtTheClosingOfAnOpenEpisodeIsRefused() {
        Episode open = family.moveTo(1).episodes().get(0);
        Member member = family.members().get(0);

        assertThatThrownBy(() -> member.ageOn(open.closedDay()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the day 2147483647 is none of the years from 1880 to 2120.");
    }

    @Test
    void scoreOfAnAreaThatWasNotScoredIsRefused() {
        StarReading reading = family.moveTo(0).readings().get(0);

        assertThat(reading.score(0)).isEqualTo(1);
        assertThat(reading.isScored(1)).isFalse();
        assertThatThrownBy(() -> reading.score(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the area was not scored. Ask isScored(area) first.");
    }

    @Test
    void familyHasItsOwnRecordsHoweverOftenAskedAndWhateverWasBefore() {
        for (int round = 0; round < 2; round++) {
            family.moveTo(0);
            assertThat(records(family)).containsExactly(2, 1, 1, 2, 2, 1, 1);
            assertThat(records(family)).containsExactly(2, 1, 1, 2, 2, 1, 1);
            assertThat(family.spells().get(0).state()).isEqualTo(Spell.State.IN_NEED_PLAN);

            family.moveTo(1);
            assertThat(records(family)).containsExactly(1, 0, 0, 0, 0, 2, 0);
            assertThat(records(family)).containsExactly(1, 0, 0, 0, 0, 2, 0);
            assertThat(family.spells().get(0).state()).isEqualTo(Spell.State.EMPLOYMENT);
        }
    }

    /** A second name of the same kind stands for something else; a case for another thread has its own. */
    @Test
    void whatIsUsedAgainIsMadeOnceForACase() {
        Reused<StringBuilder> name = new Reused<>(() -> new StringBuilder("one"));
        StringBuilder made = family.moveTo(0).reused(name);

        assertThat(family.moveTo(1).reused(name)).isSameAs(made);
        assertThat(family.reused(new Reused<>(() -> new StringBuilder("another")))
                        .toString())
                .isEqualTo("another");
        assertThat(family.reused(name)).isSameAs(made);
        assertThat(family.another().reused(name)).isSameAs(made);
        assertThat(family.asAt(LocalDate.of(2015, 6, 1)).reused(name)).isSameAs(made);
        assertThat(family.forAnotherThread().reused(name)).isNotSameAs(made);
    }

    /** e1 closes on 1 December 2015, so it is still there on that day and not on the next. */
    @Test
    void lastEpisodeNotClosedBeforeADayIsTheOneOpenedLast() {
        int closing = (int) LocalDate.of(2015, 12, 1).toEpochDay();
        family.moveTo(0);
        assertThat(family.lastEpisodeNotClosedBefore(closing).map(Episode::id)).contains("e1");
        assertThat(family.lastEpisodeNotClosedBefore(closing + 1)).isEmpty();

        FamilyCase twoOpen = FamilyCase.over(
                Given.family("1")
                        .episode("e1", "2015-05-01", "")
                        .episode("e2", "2015-04-01", "")
                        .store(),
                Period.parse("2015/16"),
                LocalDate.of(2016, 3, 31));
        assertThat(twoOpen.moveTo(0).lastEpisodeNotClosedBefore(closing).map(Episode::id))
                .contains("e1");
    }

    /** On 1 June there is no second child, one term less, one incident and no claim; in August one term more. */
    @Test
    void dayBeforeShowsWhatWasKnownThenAndLeavesTheOtherAsItIs() {
        family.moveTo(0);
        for (int round = 0; round < 2; round++) {
            assertThat(records(family.asAt(LocalDate.of(2015, 6, 1)))).containsExactly(1, 1, 1, 0, 1, 1, 0);
            assertThat(records(family)).containsExactly(2, 1, 1, 2, 2, 1, 1);
            assertThat(records(family.asAt(LocalDate.of(2015, 8, 1)))).containsExactly(1, 1, 1, 1, 1, 1, 0);
            assertThat(records(family.asAt(LocalDate.of(2016, 3, 31)))).containsExactly(2, 1, 1, 2, 2, 1, 1);
        }
        family.moveTo(1);
        assertThat(records(family.asAt(LocalDate.of(2015, 8, 1)))).containsExactly(1, 0, 0, 0, 0, 1, 0);
    }

    /** Born 1 May 2004 and 1 October 2015, asked in turn on days around a birthday. */
    @Test
    void ageIsThatOfTheDayAndOfTheMemberAskedFor() {
        Member first = family.moveTo(0).members().get(0);
        Member second = family.members().get(1);
        for (int round = 0; round < 2; round++) {
            assertThat(first.ageOn(day("2015-04-30"))).isEqualTo(10);
            assertThat(second.ageOn(day("2016-03-31"))).isZero();
            assertThat(first.ageOn(day("2015-05-01"))).isEqualTo(11);
        }
        assertThat(second.ageOn(day("2016-10-01"))).isEqualTo(1);
        // the view of the first member is now one of a person born on 1 January 1980
        assertThat(family.moveTo(1).members().get(0).ageOn(day("2015-05-01"))).isEqualTo(35);
        assertThat(family.members().get(0).ageOn(0)).isZero();
        assertThat(family.moveTo(0).members().get(0).ageOn(day("2015-05-01"))).isEqualTo(11);
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    /** "Nothing after the as-at date exists", whichever day is asked about first. */
    @Test
    void starsInTheDataAreThoseReadByTheAsAtDate() {
        for (String day : List.of("2015-04-01", "2015-04-02", "2015-04-01")) {
            FamilyCase known = FamilyCase.over(STORE, Period.parse("2015/16"), LocalDate.parse(day));

            assertThat(known.starsInData())
                    .as(day)
                    .extracting(Star::id)
                    .isEqualTo(day.equals("2015-04-01") ? List.of() : List.of("family-star-plus"));
        }
    }

    /** A case for another thread is of the same store and day, and goes its own way. */
    @Test
    void caseForAnotherThreadIsMovedByItself() {
        FamilyCase other = family.moveTo(0).forAnotherThread().moveTo(1);

        assertThat(family.familyId()).isEqualTo("1");
        assertThat(other.familyId()).isEqualTo("2");
        assertThat(other.asAtDay()).isEqualTo(family.asAtDay());
        assertThat(other.entryEpisode().orElseThrow().id()).isEqualTo("e2");
        assertThat(family.countedEpisode().orElseThrow().id()).isEqualTo("e1");
    }

    /** "A closing after it is empty": the day before, the episode is open, and ends with what is known. */
    @Test
    void closingIsKnownFromItsDayOn() {
        int closing = (int) LocalDate.of(2015, 12, 1).toEpochDay();
        Episode whole = family.moveTo(0).episodes().get(0);

        FamilyCase before = family.asAt(LocalDate.of(2015, 11, 30));
        assertThat(before.countedEpisode()).isEmpty();
        assertThat(before.entryEpisode()).isPresent();
        Episode open = before.episodes().get(0);
        assertThat(open.isClosed()).isFalse();
        assertThat(open.closed()).isEmpty();
        assertThat(open.isOpenOn(closing - 1)).isTrue();
        assertThat(open.includes(closing - 1)).isTrue();
        assertThat(open.includes(closing)).isFalse();

        Episode closed = family.asAt(LocalDate.of(2015, 12, 1)).countedEpisode().orElseThrow();
        assertThat(closed.closedDay()).isEqualTo(closing);
        assertThat(closed.isOpenOn(closing)).isFalse();
        assertThat(closed.includes(closing)).isTrue();
        assertThat(whole.closedDay()).isEqualTo(closing);
    }
}
