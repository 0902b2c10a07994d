/** Writes figures as JSON, CSV and a page, and protects small numbers in them. */
@SuppressWarnings("requires-automatic") // jte has a fixed name, but no descriptor
module dev.waymark.report {
    requires transitive dev.waymark.core;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires gg.jte.runtime;
    requires org.apache.commons.statistics.distribution;
    requires static org.jspecify;

    exports dev.waymark.disclosure;
    exports dev.waymark.html;
    exports dev.waymark.report;

    // core reads the policies that ship, which lie beside the classes
    opens dev.waymark.disclosure to
            dev.waymark.core;
}
