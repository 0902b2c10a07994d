/** Stars as data, stage progression as measures. */
module dev.waymark.familystar {
    requires transitive dev.waymark.core;
    requires static org.jspecify;

    exports dev.waymark.familystar;

    provides dev.waymark.measure.MeasureProvider with
            dev.waymark.familystar.FamilyStarProvider;
}
