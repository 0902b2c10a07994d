package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws benefits, work and training of the adults, and plans for the children. */
final class Spells {

    private static final int ADULT_FROM = 18;
    private static final LocalDate EARLIEST_WORK = LocalDate.of(2014, 4, 1);
    private static final List<String> BENEFITS = List.of("JSA", "JSA", "ESA", "IS", "UC");

    private final Chance chance = Chance.of("spells");
    private final List<List<String>> rows = new ArrayList<>();

    private Spells() {}

    static Table table(List<Family> families) {
        Spells spells = new Spells();
        for (Family family : families) {
            for (Member member : family.members()) {
                member.birthDate().ifPresent(birth -> {
                    if (birth.isAfter(ReportYear.DAY_AFTER.minusYears(ADULT_FROM))) {
                        spells.ofChild(member.id(), birth);
                    } else {
                        spells.ofAdult(member.id());
                    }
                });
            }
        }
        return new Table("spells", List.of("individual_id", "kind", "type", "start", "end"), spells.rows);
    }

    private void ofAdult(int adult) {
        if (!chance.percent(40)) {
            return;
        }
        LocalDate lost = chance.day(LocalDate.of(2012, 4, 1), ReportYear.START);
        if (chance.percent(55)) {
            add(adult, "out-of-work-benefit", chance.oneOf(BENEFITS), lost, "");
        } else {
            LocalDate ended = chance.day(
                    lost.isAfter(EARLIEST_WORK) ? lost : EARLIEST_WORK, ReportYear.RECORDED_UNTIL.minusDays(30));
            add(adult, "out-of-work-benefit", chance.oneOf(BENEFITS), lost, ended.toString());
            work(adult, ended.plusDays(chance.between(1, 20)));
        }
        if (chance.percent(15)) {
            String kind = chance.oneOf(List.of("work-programme", "training", "volunteering"));
            LocalDate start = chance.day(EARLIEST_WORK, ReportYear.END);
            add(
                    adult,
                    kind,
                    "",
                    start,
                    chance.percent(50)
                            ? ""
                            : start.plusDays(chance.between(30, 150)).toString());
        }
    }

    /** One job that goes on or ends, or two with some days between them. */
    private void work(int adult, LocalDate start) {
        if (chance.percent(60)) {
            add(
                    adult,
                    "employment",
                    "",
                    start,
                    chance.percent(70)
                            ? ""
                            : start.plusDays(chance.between(20, 150)).toString());
            return;
        }
        LocalDate left = start.plusDays(chance.between(20, 60));
        add(adult, "employment", "", start, left.toString());
        add(adult, "employment", "", left.plusDays(chance.between(2, 14)), "");
    }

    private void ofChild(int child, LocalDate birth) {
        if (chance.percent(9)) {
            LocalDate earliest = birth.isAfter(LocalDate.of(2014, 4, 1)) ? birth : LocalDate.of(2014, 4, 1);
            if (earliest.isBefore(ReportYear.END)) {
                LocalDate start = chance.day(earliest, ReportYear.END);
                String kind = chance.oneOf(List.of("in-need-plan", "in-need-plan", "protection-plan"));
                add(
                        child,
                        kind,
                        "",
                        start,
                        chance.percent(25)
                                ? ""
                                : start.plusDays(chance.between(60, 400)).toString());
            }
        }
    }

    private void add(int member, String kind, String type, LocalDate start, String end) {
        rows.add(List.of(String.valueOf(member), kind, type, start.toString(), end));
    }
}
