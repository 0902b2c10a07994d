package ${package};

import dev.waymark.csv.CsvFolder;
import dev.waymark.data.TableSource;
import dev.waymark.junit.GoldenReports;
import java.nio.file.Path;

/** The data sets under src/test/golden, against figures worked out by hand; each folder's WHY.md says how. */
class MeasuresGoldenTest extends GoldenReports {

    @Override
    protected TableSource open(Path data) {
        return CsvFolder.of(data);
    }
}
