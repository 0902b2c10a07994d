/** Laws for measure plugins, tests of whole reports, and published figures as tests. */
module dev.waymark.junit {
    requires transitive dev.waymark.core;
    requires transitive org.junit.jupiter.api;
    requires org.opentest4j;
    requires static org.jspecify;

    exports dev.waymark.junit;
}
