/** Reads tables from CSV files. */
module dev.waymark.csv {
    requires transitive dev.waymark.core;
    requires de.siegmar.fastcsv;
    requires static org.jspecify;

    exports dev.waymark.csv;
}
