package dev.waymark.pbr;

import dev.waymark.figure.Dimensions;
import dev.waymark.figure.Figures;
import dev.waymark.measure.Tally;
import dev.waymark.pbr.decision.Outcome;
import java.util.List;

/** The counts of one scheme in the whole or in a stratum, and the figures that are made of them. */
record SchemeTally(SchemeCounts.OfScheme names, Tally tally, Tally whole, Dimensions dimensions) {

    private static final String EVALUATED =
            "families with an episode within the look-back, not claimed before the period";

    void results(Figures figures) {
        figures.count("families-evaluated", dimensions, tally.of(names.evaluated), EVALUATED);
        figures.needing("claims")
                .count(
                        "already-claimed",
                        dimensions,
                        tally.of(names.alreadyClaimed),
                        "families with an episode within the look-back, claimed under the scheme before the period");
        for (Outcome outcome : Outcome.values()) {
            figures.count(
                    "families",
                    dimensions.and("decision", outcome.word()),
                    tally.of(names.decisions, outcome.place()),
                    "families evaluated");
        }
        for (int route = 0; route < names.scheme.routes().size(); route++) {
            figures.count(
                    "families-by-route",
                    dimensions.and("route", names.scheme.routes().get(route).id()),
                    tally.of(names.routes, route),
                    "families evaluated that are met, by the met route that pays most");
        }
        List<String> criteria = names.scheme.criteria();
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            for (Outcome outcome : Outcome.values()) {
                figures.count(
                        "criterion",
                        dimensions.and("criterion", criteria.get(criterion)).and("decision", outcome.word()),
                        tally.of(names.criteria, SchemeCounts.OfScheme.place(criterion, outcome)),
                        "families evaluated");
            }
        }
    }

    void claims(Figures figures) {
        Figures ofClaims = figures.needing("claims");
        String base = "families of the data with a claim under the scheme";
        ofClaims.count("families-claimed", dimensions, tally.of(names.claimed), base);
        for (String day : whole.texts(names.claimedOn)) {
            ofClaims.count("families-claimed", dimensions.and("claimed-on", day), tally.of(names.claimedOn, day), base);
        }
        String met = "families evaluated that are met";
        if (tally.of(names.metWithoutFee) > 0) {
            figures.noPounds("result-pounds", dimensions, "no-fee", met);
        } else {
            figures.pounds("result-pounds", dimensions, tally.of(names.resultPence), met);
        }
    }
}
