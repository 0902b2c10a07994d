package dev.waymark.spark;

import org.apache.spark.sql.SparkSession;

/** A Spark of two threads in the JVM of the tests, started once; each test has a session with views of its own. */
final class LocalSpark {

    private static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .appName("waymark-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "3")
            .config("spark.sql.session.timeZone", "America/New_York")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.sql.warehouse.dir", "target/warehouse")
            .getOrCreate();

    private LocalSpark() {}

    static SparkSession session() {
        return SPARK.newSession();
    }
}
