/** The library in one module: what dev.waymark.core, .familystar, .pbr, .csv, .jdbc and .report export. */
module dev.waymark.all {
    requires transitive java.sql;
    requires java.logging;
    requires static transitive org.apiguardian.api;
    requires static org.jspecify;

    exports dev.waymark;
    exports dev.waymark.activity;
    exports dev.waymark.csv;
    exports dev.waymark.data;
    exports dev.waymark.definition;
    exports dev.waymark.disclosure;
    exports dev.waymark.eligibility;
    exports dev.waymark.family;
    exports dev.waymark.familystar;
    exports dev.waymark.figure;
    exports dev.waymark.html;
    exports dev.waymark.issues;
    exports dev.waymark.jdbc;
    exports dev.waymark.measure;
    exports dev.waymark.pbr;
    exports dev.waymark.pbr.claim;
    exports dev.waymark.pbr.decision;
    exports dev.waymark.pbr.scheme;
    exports dev.waymark.published;
    exports dev.waymark.report;
    exports dev.waymark.run;
    exports dev.waymark.star;
    exports dev.waymark.store;
    exports dev.waymark.taxonomy;
    exports dev.waymark.timeliness;

    uses dev.waymark.measure.MeasureProvider;

    provides dev.waymark.measure.MeasureProvider with
            dev.waymark.activity.ActivityProvider,
            dev.waymark.timeliness.TimelinessProvider,
            dev.waymark.issues.IssuesProvider,
            dev.waymark.eligibility.EligibilityProvider,
            dev.waymark.familystar.FamilyStarProvider,
            dev.waymark.pbr.PbrProvider;
}
