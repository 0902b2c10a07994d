/** Payment by results: schemes as data, decisions, claims and money. */
module dev.waymark.pbr {
    requires transitive dev.waymark.core;
    requires com.google.common;
    requires static org.jspecify;

    exports dev.waymark.pbr;
    exports dev.waymark.pbr.claim;
    exports dev.waymark.pbr.decision;
    exports dev.waymark.pbr.scheme;

    // core reads the schemes that ship, which lie beside the classes
    opens dev.waymark.pbr.scheme to
            dev.waymark.core;

    provides dev.waymark.measure.MeasureProvider with
            dev.waymark.pbr.PbrProvider;
}
