/** Reads tables from databases, and makes and fills them. */
module dev.waymark.jdbc {
    requires transitive dev.waymark.core;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.waymark.jdbc;
}
