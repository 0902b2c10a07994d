package dev.waymark.benchmarks.core;

import dev.waymark.benchmarks.families.FolderOfFamilies;
import dev.waymark.csv.CsvFolder;
import dev.waymark.family.Period;
import dev.waymark.run.MeasureCatalog;
import dev.waymark.run.MeasureRun;
import dev.waymark.store.CaseStore;

/** What is there before something is measured: families in a store, all measures, the year. */
final class Stores {

    static final MeasureCatalog CATALOG = MeasureCatalog.load(Stores.class.getClassLoader());
    static final Period YEAR = Period.parse("2015/16");

    private Stores() {}

    /** A run of all measures over the year. */
    static MeasureRun run(CaseStore store) {
        return MeasureRun.of(store, CATALOG, YEAR);
    }

    /** So many families, read from a CSV folder. */
    static CaseStore of(int families) {
        try (FolderOfFamilies folder = FolderOfFamilies.of(families)) {
            return CaseStore.read(CsvFolder.of(folder.path()));
        }
    }
}
