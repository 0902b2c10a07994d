package org.anytown;

import dev.waymark.family.Period;
import dev.waymark.figure.Report;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.run.Stratum;
import dev.waymark.spark.SparkTables;
import dev.waymark.store.CaseStore;
import org.apache.spark.sql.SparkSession;

public class FromSpark {
    public static Report report(SparkSession spark, String year) {
        CaseStore store = CaseStore.read(SparkTables.of(spark));
        MeasureCatalog catalog = MeasureCatalog.load(FromSpark.class.getClassLoader());
        return MeasureRun.of(store, catalog, Period.parse(year))
                .by(Stratum.DISTRICT)
                .report();
    }
}
