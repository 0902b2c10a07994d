package dev.waymark.store;

import com.google.common.base.Suppliers;
import dev.waymark.data.DataFormat;
import dev.waymark.data.DataQuality;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableSource;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * The accepted records of a data set, as columns of primitives in which the rows of one family stand together.
 *
 * <p>Made once by a {@link CaseStoreReader}, then immutable: any number of runs on any number of threads may share one.
 * Measures do not see it; they see one {@link dev.waymark.family.FamilyCase} at a time.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class CaseStore {

    private final Map<String, StoredTable> tables;
    private final List<String> tablesPresent;
    private final List<Star> stars;
    private final IssueTaxonomy taxonomy;
    private final DataQuality quality;
    /** Looked for once, by the thread that first asks. */
    private final Supplier<int[]> firstDayOfStars = Suppliers.memoize(this::findFirstDayOfStars);

    CaseStore(Map<String, StoredTable> tables, List<Star> stars, IssueTaxonomy taxonomy, DataQuality quality) {
        this.tables = Map.copyOf(tables);
        this.tablesPresent = DataFormat.CURRENT.tables().stream()
                .map(TableFormat::name)
                .filter(name -> table(name).isPresent())
                .toList();
        this.stars = List.copyOf(stars);
        this.taxonomy = taxonomy;
        this.quality = quality;
    }

    /** Reads a data set as a {@link CaseStoreReader} with its defaults does. */
    public static CaseStore read(TableSource source) {
        return new CaseStoreReader(source).read();
    }

    /** How many families were accepted. */
    public int families() {
        return table("families").rows();
    }

    /** A table of the data format; one that the data set does not have is there without rows. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public StoredTable table(String name) {
        StoredTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    /** The names of the tables that the data set has, in the order of the format. */
    public List<String> tablesPresent() {
        return tablesPresent;
    }

    /** The Stars that have a definition, in the order in which readings refer to them. */
    public List<Star> stars() {
        return stars;
    }

    /** The Stars that some family has a reading of, taken by a day, as days since 1970-01-01. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public List<Star> starsReadBy(int day) {
        int[] first = firstDayOfStars.get();
        List<Star> read = new ArrayList<>();
        for (int star = 0; star < first.length; star++) {
            if (first[star] <= day) {
                read.add(stars.get(star));
            }
        }
        return read;
    }

    private int[] findFirstDayOfStars() {
        StoredTable readings = table("star_readings");
        ByteColumn starOf = readings.words("star");
        IntColumn dayOf = readings.ints("date");
        int[] first = new int[stars.size()];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int row = 0; row < readings.rows(); row++) {
            int star = starOf.get(row);
            first[star] = Math.min(first[star], dayOf.get(row));
        }
        return first;
    }

    /** The issues that forms ask about, as the data set was read with it. */
    public IssueTaxonomy taxonomy() {
        return taxonomy;
    }

    /** What was read, and what of it was left out. */
    public DataQuality quality() {
        return quality;
    }

    /** The memory that the records take, in bytes. */
    public long bytes() {
        return tables.values().stream().mapToLong(StoredTable::bytes).sum();
    }
}
