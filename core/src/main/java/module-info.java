/**
 * The words, the plugin contract, the engine, and the measures every service has.
 *
 * <p>A measure of your own is a {@link dev.waymark.measure.MeasureProvider} that your module {@code provides}.
 */
module dev.waymark.core {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.common;
    requires org.apache.commons.statistics.distribution;
    requires static transitive org.apiguardian.api;
    requires static org.jspecify;

    exports dev.waymark;
    exports dev.waymark.activity;
    exports dev.waymark.data;
    exports dev.waymark.definition;
    exports dev.waymark.eligibility;
    exports dev.waymark.family;
    exports dev.waymark.figure;
    exports dev.waymark.issues;
    exports dev.waymark.measure;
    exports dev.waymark.published;
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
            dev.waymark.eligibility.EligibilityProvider;
}
