package dev.waymark.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the incidents of the families: before the work, most of them; some during it, or of nobody who is named. */
final class Incidents {

    private static final int FIRST_ID = 70001;
    private static final int SHARE_OF_FAMILIES = 35;

    private final Chance chance = Chance.of("incidents");
    private final List<Incident> incidents = new ArrayList<>();

    private record Incident(int family, String member, LocalDate date, String kind, String followedUpOn) {}

    private Incidents() {}

    static Table table(List<Family> families) {
        Incidents draw = new Incidents();
        for (Family family : families) {
            if (!family.episodes().isEmpty() && draw.chance.percent(SHARE_OF_FAMILIES)) {
                draw.add(family);
            }
        }
        draw.incidents.sort(Comparator.comparing(Incident::date).thenComparing(Incident::family));
        List<List<String>> rows = new ArrayList<>();
        for (Incident one : draw.incidents) {
            rows.add(List.of(
                    String.valueOf(FIRST_ID + rows.size()),
                    String.valueOf(one.family()),
                    one.member(),
                    one.date().toString(),
                    one.kind(),
                    one.followedUpOn()));
        }
        return new Table(
                "incidents",
                List.of("incident_id", "family_id", "individual_id", "date", "kind", "followed_up_on"),
                rows);
    }

    private void add(Family family) {
        LocalDate opened = family.episodes().get(family.episodes().size() - 1).opened();
        String kind = chance.oneOf(List.of("asb", "asb", "offence", "offence", "domestic-abuse"));
        draw(family, kind, chance.between(1, 5), opened.minusDays(180), opened.minusDays(1));
        if (opened.isBefore(ReportYear.RECORDED_UNTIL)) {
            draw(family, kind, chance.between(0, 3), opened, ReportYear.RECORDED_UNTIL);
            draw(family, "missing-episode", chance.between(0, 1), opened, ReportYear.RECORDED_UNTIL);
            draw(family, "police-callout", chance.between(0, 1), opened, ReportYear.RECORDED_UNTIL);
        }
    }

    private void draw(Family family, String kind, int times, LocalDate from, LocalDate to) {
        for (int i = 0; i < times; i++) {
            LocalDate date = chance.day(from, to);
            List<Member> suspects = family.members().stream()
                    .filter(member -> member.birthDate()
                            .map(birth -> birth.isBefore(date.minusYears(10)))
                            .orElse(true))
                    .toList();
            boolean isNamed = !suspects.isEmpty() && kind.equals("offence") && !chance.percent(12);
            String member = isNamed
                    ? String.valueOf(
                            suspects.get(chance.between(0, suspects.size() - 1)).id())
                    : "";
            String followedUp = kind.equals("missing-episode") && chance.percent(70)
                    ? date.plusDays(chance.between(0, 5)).toString()
                    : "";
            incidents.add(new Incident(family.id(), member, date, kind, followedUp));
        }
    }
}
