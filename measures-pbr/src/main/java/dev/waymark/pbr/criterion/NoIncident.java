package dev.waymark.pbr.criterion;

import dev.waymark.family.Incident;
import dev.waymark.pbr.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kind {@code no-incident}: no incident of some kinds in the months before D. */
final class NoIncident implements Criterion {

    private final Tables tables = Tables.of("incidents");
    private final Set<Incident.Event> events;
    private final Threshold months;

    private NoIncident(Set<Incident.Event> events, Threshold months) {
        this.events = events;
        this.months = months;
    }

    static Criterion read(CriterionReader.Part part) {
        part.allowThresholds("windowMonths");
        return new NoIncident(part.events("incidents"), part.months("windowMonths"));
    }

    @Override
    public String rule() {
        return "no "
                + String.join(" or ", events.stream().map(Incident.Event::word).toList())
                + " incident in the months before D";
    }

    @Override
    public List<Threshold> limits() {
        return List.of(months);
    }

    @Override
    public Decision decide(Situation situation, Notes notes) {
        Optional<Decision> absent = tables.absent(situation);
        if (absent.isPresent()) {
            return absent.get();
        }
        int length = months.wholeOn(situation.day());
        int from = situation.windowStart(length);
        notes.window(situation, length);
        int found = 0;
        List<Incident> incidents = situation.family().incidents();
        for (int i = 0; i < incidents.size(); i++) {
            Incident incident = incidents.get(i);
            if (events.contains(incident.event())
                    && situation.concerns(incident)
                    && incident.day() >= from
                    && incident.day() <= situation.windowEnd()) {
                found++;
                notes.incident(incident, "window");
            }
        }
        notes.value("incidents", found);
        Optional<Decision> notOpen = situation.windowNotOpen(length);
        return notOpen.isPresent() ? notOpen.get() : Decision.metIf(found == 0);
    }
}
