package dev.waymark.example;

import static dev.waymark.example.ReportYear.DAY_AFTER;
import static dev.waymark.example.ReportYear.END;
import static dev.waymark.example.ReportYear.EVE;
import static dev.waymark.example.ReportYear.RECORDED_UNTIL;
import static dev.waymark.example.ReportYear.START;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Draws the episodes of a family of one district from its story.
 *
 * <p>How long the spells are is chosen so that families closed in the year were involved for about 42 weeks on average.
 */
final class Episodes {

    private static final int SHARE_OF_FAMILY_SUPPORT = 10;
    private static final int SHARE_WITHOUT_WORKER = 4;
    private static final int SHARE_OF_SHORT_SPELLS = 12;

    private final Chance chance;
    private final List<Integer> team;

    Episodes(Chance chance, District district) {
        this.chance = chance;
        this.team = district.team();
    }

    List<Episode> of(Story story) {
        return switch (story) {
            case ENDED -> ended();
            case ENDED_ON_THE_FIRST_DAY -> List.of(spellUntil(START));
            case STAYED_FROM_THE_EVE_TO_THE_LAST_DAY -> List.of(spell(EVE, END));
            case ENDED_AFTER_EARLIER_SPELL -> endedAfterEarlierSpell();
            case ENDED_WITH_PROGRAMME_BEFORE -> endedWithProgrammeBefore();
            case ENDED_WITH_PROGRAMME_TOGETHER -> endedWithProgrammeTogether();
            case ENDED_AND_BACK_AFTER_THE_YEAR -> endedAndBackAfterTheYear();
            case GOES_ON -> List.of(open(begunBeforeTheYear()));
            case GOES_ON_WITH_PROGRAMME -> goesOnWithProgramme();
            case GOES_ON_AND_ENDED_AFTER_THE_YEAR -> List.of(spell(begunBeforeTheYear(), endAfterTheYear()));
            case CAME_AND_WENT -> cameAndWent();
            case WENT_AND_CAME_BACK -> wentAndCameBack();
            case WENT_CAME_BACK_AND_WENT -> wentCameBackAndWent();
            case CAME_AND_WENT_TWICE -> cameAndWentTwice();
            case CAME -> List.of(open(chance.workday(START, END)));
            case CAME_ON_THE_LAST_DAY -> List.of(open(END));
            case CAME_AFTER_EARLIER_SPELL -> cameAfterEarlierSpell();
            case CAME_AND_JOINED_PROGRAMME -> cameAndJoinedProgramme();
            case CAME_AND_ENDED_AFTER_THE_YEAR -> List.of(spell(chance.workday(START, END), endAfterTheYear()));
            case ENDED_BEFORE_THE_YEAR -> List.of(spellUntil(chance.workday(START.minusWeeks(52), EVE)));
            case ENDED_ON_THE_EVE -> List.of(spellUntil(EVE));
            case CAME_AFTER_THE_YEAR -> List.of(open(chance.workday(DAY_AFTER, RECORDED_UNTIL)));
            case NEVER_CAME -> List.of();
        };
    }

    private List<Episode> ended() {
        LocalDate opened = begunBeforeTheYear();
        return List.of(spell(opened, endInTheYear(opened)));
    }

    private List<Episode> endedAfterEarlierSpell() {
        LocalDate opened = begunBeforeTheYear();
        Episode earlier = spellUntil(chance.workday(opened.minusWeeks(40), opened.minusWeeks(8)));
        return List.of(earlier, spell(opened, endInTheYear(opened)));
    }

    private List<Episode> endedWithProgrammeBefore() {
        LocalDate opened = begunBeforeTheYear();
        LocalDate closed = endInTheYear(opened);
        LocalDate joined = joinedBeforeTheYear(opened);
        LocalDate left = chance.workday(joined.plusWeeks(4), closed.minusDays(1));
        return List.of(spell(opened, closed), programme(joined, Optional.of(left)));
    }

    private List<Episode> endedWithProgrammeTogether() {
        LocalDate opened = begunBeforeTheYear();
        LocalDate closed = endInTheYear(opened);
        return List.of(spell(opened, closed), programme(joinedBeforeTheYear(opened), Optional.of(closed)));
    }

    private List<Episode> endedAndBackAfterTheYear() {
        LocalDate opened = begunBeforeTheYear();
        LocalDate closed = endInTheYear(opened);
        LocalDate reopened = chance.workday(later(closed.plusWeeks(5), DAY_AFTER), RECORDED_UNTIL);
        return List.of(spell(opened, closed), open(reopened));
    }

    private List<Episode> goesOnWithProgramme() {
        LocalDate opened = begunBeforeTheYear();
        return List.of(open(opened), programme(joinedBeforeTheYear(opened), Optional.empty()));
    }

    private List<Episode> cameAndWent() {
        LocalDate opened = chance.workday(START, START.plusWeeks(30));
        LocalDate closed = chance.percent(SHARE_OF_SHORT_SPELLS)
                ? chance.workday(opened.plusWeeks(4), opened.plusWeeks(10))
                : endInTheYear(opened);
        return List.of(spell(opened, closed));
    }

    private List<Episode> wentAndCameBack() {
        LocalDate opened = chance.workday(START.minusWeeks(60), START.minusWeeks(12));
        LocalDate closed = chance.workday(START, START.plusWeeks(28));
        return List.of(spell(opened, closed), open(chance.workday(closed.plusWeeks(5), END)));
    }

    private List<Episode> wentCameBackAndWent() {
        LocalDate opened = chance.workday(START.minusWeeks(60), START.minusWeeks(12));
        LocalDate closed = chance.workday(START, START.plusWeeks(10));
        LocalDate reopened = chance.workday(closed.plusWeeks(5), closed.plusWeeks(12));
        return List.of(spell(opened, closed), spell(reopened, endInTheYear(reopened)));
    }

    private List<Episode> cameAndWentTwice() {
        LocalDate opened = chance.workday(START, START.plusWeeks(6));
        LocalDate closed = chance.workday(opened.plusWeeks(6), opened.plusWeeks(12));
        LocalDate reopened = chance.workday(closed.plusWeeks(5), closed.plusWeeks(10));
        return List.of(spell(opened, closed), spell(reopened, endInTheYear(reopened)));
    }

    private List<Episode> cameAfterEarlierSpell() {
        Episode earlier = spellUntil(chance.workday(START.minusWeeks(50), EVE));
        return List.of(earlier, open(chance.workday(START.plusWeeks(5), END)));
    }

    private List<Episode> cameAndJoinedProgramme() {
        LocalDate opened = chance.workday(START, START.plusWeeks(30));
        return List.of(open(opened), programme(chance.workday(opened.plusWeeks(2), END), Optional.empty()));
    }

    private LocalDate begunBeforeTheYear() {
        return chance.workday(START.minusWeeks(66), EVE);
    }

    /** In the first four weeks of the spell, but before the year: otherwise the family would count as opened in it. */
    private LocalDate joinedBeforeTheYear(LocalDate opened) {
        return chance.workday(opened, earlier(opened.plusWeeks(4), EVE));
    }

    private LocalDate endInTheYear(LocalDate opened) {
        return chance.workday(later(opened.plusWeeks(10), START), END);
    }

    private LocalDate endAfterTheYear() {
        return chance.workday(DAY_AFTER, RECORDED_UNTIL);
    }

    private Episode spellUntil(LocalDate closed) {
        return spell(chance.workday(closed.minusWeeks(60), closed.minusWeeks(10)), closed);
    }

    private Episode spell(LocalDate opened, LocalDate closed) {
        return new Episode(service(), opened, Optional.of(closed), worker());
    }

    private Episode open(LocalDate opened) {
        return new Episode(service(), opened, Optional.empty(), worker());
    }

    private Episode programme(LocalDate opened, Optional<LocalDate> closed) {
        return new Episode(Episode.PARENTING_PROGRAMME, opened, closed, worker());
    }

    private String service() {
        return chance.percent(SHARE_OF_FAMILY_SUPPORT) ? Episode.FAMILY_SUPPORT : Episode.INTENSIVE_FAMILY_SUPPORT;
    }

    private OptionalInt worker() {
        return chance.percent(SHARE_WITHOUT_WORKER) ? OptionalInt.empty() : OptionalInt.of(chance.oneOf(team));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
