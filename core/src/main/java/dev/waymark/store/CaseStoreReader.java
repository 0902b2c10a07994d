package dev.waymark.store;

import com.google.common.base.Throwables;
import dev.waymark.WaymarkException;
import dev.waymark.data.ColumnFormat;
import dev.waymark.data.ColumnType;
import dev.waymark.data.DataFormat;
import dev.waymark.data.DataQuality;
import dev.waymark.data.Mapping;
import dev.waymark.data.Notice;
import dev.waymark.data.Rejection;
import dev.waymark.data.Rejections;
import dev.waymark.data.RowCursor;
import dev.waymark.data.RowReader;
import dev.waymark.data.SourceTable;
import dev.waymark.data.TableFormat;
import dev.waymark.data.TableMapping;
import dev.waymark.data.TableSource;
import dev.waymark.star.Area;
import dev.waymark.star.Star;
import dev.waymark.taxonomy.IssueTaxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set into a {@link CaseStore}: every table of the format, checked by its rules.
 *
 * <p>A table is read as soon as the tables it refers to are finished, so that tables (and parts of one) are read side
 * by side. The store is the same whatever the number of threads. <b>Errors</b> that stop the reading, each a
 * {@link WaymarkException}: a required table or column missing, a column twice, a mapping that does not fit, a source
 * that cannot be read; in strict mode {@code WM-STRICT} for any rejected row or value. Rejected rows stop nothing else:
 * they are left out and listed in {@link CaseStore#quality()}. <b>Threads:</b> one reader, one thread; interrupting it
 * ends the reading with {@code WM-INTERRUPTED}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class CaseStoreReader {

    private static final int LISTED_WHEN_STRICT = 100;
    private static final String ANSWERS = "findings";
    /** The Star of a reading is kept as its place, in a byte. */
    private static final int MOST_STARS = Byte.MAX_VALUE;

    private final TableSource source;
    private Optional<Mapping> mapping;
    private final List<Star> stars = new ArrayList<>();
    private IssueTaxonomy taxonomy = IssueTaxonomy.familySupport();
    private boolean strict;
    private int threads = Runtime.getRuntime().availableProcessors();
    private ReadProgress progress = (table, rows) -> {};

    /** A reader of this source, with the mapping and the Stars that came with it. */
    public CaseStoreReader(TableSource source) {
        this.source = source;
        this.mapping = source.mapping();
        stars.add(Star.familyStarPlus());
        stars(source.stars());
    }

    /**
     * Takes these Stars too; one with the id of a Star known before takes its place. Two of one list with one id, an
     * area with the name of another column of the readings, or more than {@value #MOST_STARS} Stars in all are refused
     * with {@code WM-DEFINITION}.
     */
    public CaseStoreReader stars(List<Star> more) {
        Map<String, Star> byId = new HashMap<>();
        for (Star star : more) {
            refuseColumnsAsAreas(star);
            Star other = byId.put(star.id(), star);
            if (other != null) {
                throw new WaymarkException(
                        "WM-DEFINITION",
                        "two Stars have the id " + star.id() + ": " + other.title() + ", version " + other.version()
                                + ", and " + star.title() + ", version " + star.version()
                                + ". Leave one of them out, or give it an id of its own.");
            }
            stars.removeIf(known -> known.id().equals(star.id()));
            stars.add(star);
        }
        if (stars.size() > MOST_STARS) {
            throw new WaymarkException(
                    "WM-DEFINITION",
                    "there are " + stars.size() + " Stars. A data set can have " + MOST_STARS
                            + ". Leave out those that no reading is of.");
        }
        stars.sort(Comparator.comparing(Star::id));
        return this;
    }

    /** The values of such an area could not be told from those of the column. */
    private static void refuseColumnsAsAreas(Star star) {
        for (TableFormat format : DataFormat.CURRENT.tables()) {
            for (Area area : star.areas()) {
                if (format.hasScores() && format.column(area.code()).isPresent()) {
                    throw new WaymarkException(
                            "WM-DEFINITION",
                            "area " + area.code() + " of the Star " + star.id() + " has the name of another column of "
                                    + format.name() + ". Give it another code.");
                }
            }
        }
    }

    /** Judges the issues of answers by this taxonomy in place of the one that ships. */
    public CaseStoreReader taxonomy(IssueTaxonomy chosen) {
        taxonomy = chosen;
        return this;
    }

    /** Uses this mapping in place of the one that came with the data set. */
    public CaseStoreReader mapping(Mapping chosen) {
        mapping = Optional.of(Objects.requireNonNull(chosen, "the mapping is null"));
        return this;
    }

    /** Where the data set comes from. */
    public TableSource source() {
        return source;
    }

    /** The mapping by which the data set is read, if one is. */
    public Optional<Mapping> mapping() {
        return mapping;
    }

    /** Whether any rejected row or value fails the reading. */
    public CaseStoreReader strict(boolean failOnRejection) {
        strict = failOnRejection;
        return this;
    }

    /** How many threads read, at least one; all processors if this is not called. */
    public CaseStoreReader threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a reading takes at least 1 thread, not " + count);
        }
        threads = count;
        return this;
    }

    /** Who is told how the reading goes on. */
    public CaseStoreReader progress(ReadProgress listener) {
        progress = listener;
        return this;
    }

    /**
     * A store without any row, but with the Stars and the issues that the one to be read will have: enough to find by
     * {@link dev.waymark.run.MeasureRun#check} that a run can be, before anything is read.
     */
    public CaseStore withoutRows() {
        return store(Map.of());
    }

    /** One table of the source with the mapping of its columns. */
    private record Opened(TableFormat format, SourceTable table, Optional<TableMapping> mapping) {}

    /** A table that has been read. */
    private record Read(Gathering.Settled settled, List<Notice> notices) {
        private StoredTable table() {
            return settled.table();
        }
    }

    /** Reads the data set. */
    public CaseStore read() {
        Map<String, Opened> opened = open();
        Map<String, Read> read = new LinkedHashMap<>();
        UnreadCursors unread = new UnreadCursors();
        ExecutorService readers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "waymark-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<String, CompletableFuture<Read>> running = new LinkedHashMap<>();
            for (Opened table : opened.values()) {
                running.put(table.format().name(), start(table, parents(table.format(), running), readers, unread));
            }
            for (Map.Entry<String, CompletableFuture<Read>> table : running.entrySet()) {
                read.put(table.getKey(), finished(table.getValue()));
            }
        } finally {
            readers.shutdownNow();
            unread.close();
        }
        return store(read);
    }

    private Map<String, Opened> open() {
        Map<String, TableMapping> mapped = mapping.map(m -> m.tables(stars)).orElse(Map.of());
        Map<String, Opened> opened = new LinkedHashMap<>();
        for (TableFormat format : DataFormat.CURRENT.tables()) {
            Optional<TableMapping> tableMapping = Optional.ofNullable(mapped.get(format.name()));
            Optional<SourceTable> table = tableMapping.isPresent()
                    ? Optional.of(source.mappedTable(tableMapping.get().source()))
                    : source.table(format.name());
            if (table.isPresent()) {
                opened.put(format.name(), new Opened(format, table.get(), tableMapping));
            } else if (format.required()) {
                throw new WaymarkException(
                        "WM-TABLE-MISSING",
                        "required table " + format.name() + " is missing (" + source
                                + "). Add it, or map one of yours to" + " it.");
            }
        }
        // a reader of each table before any row is read, so that all headers are checked first
        opened.values().forEach(table -> new RowReader(table.format(), table.table(), table.mapping(), stars));
        return opened;
    }

    /** What is read of the tables that this one refers to, and that are there: a map that no other thread fills. */
    private static Map<String, CompletableFuture<Read>> parents(
            TableFormat format, Map<String, CompletableFuture<Read>> running) {
        Map<String, CompletableFuture<Read>> parents = new HashMap<>();
        for (ColumnFormat column : format.columns()) {
            CompletableFuture<Read> parent = running.get(column.refersTo());
            if (parent != null) {
                parents.put(column.refersTo(), parent);
            }
        }
        return parents;
    }

    private CompletableFuture<Read> start(
            Opened table, Map<String, CompletableFuture<Read>> parents, ExecutorService readers, UnreadCursors unread) {
        CompletableFuture<?>[] finished = parents.values().toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(finished).thenCompose(done -> {
            Map<String, ParentIds> ids = new HashMap<>();
            for (ColumnFormat column : table.format().columns()) {
                if (column.type() == ColumnType.REFERENCE) {
                    CompletableFuture<Read> known = parents.get(column.refersTo());
                    ids.put(
                            column.refersTo(),
                            known == null
                                    ? ParentIds.NONE
                                    : known.join().settled().ids());
                }
            }
            Gathering gathering = gathering(table.format(), parents);
            CompletableFuture<?> taken = CompletableFuture.completedFuture(gathering);
            Set<String> wanted = new RowReader(table.format(), table.table(), table.mapping(), stars).columnsRead();
            for (RowCursor cursor : unread.open(table.table().parts(wanted))) {
                taken = taken.thenCombine(
                        CompletableFuture.supplyAsync(
                                () -> new OnItsWay(readPart(table, cursor, ids, unread)), readers),
                        (before, part) -> {
                            gathering.take(part.takeOut());
                            return gathering;
                        });
            }
            return taken.thenApplyAsync(all -> settle(table, gathering), readers);
        });
    }

    /**
     * What brings a part to where it is taken, and is empty then. The futures are made before any part is read, so they
     * are in the old generation when one arrives: a part that they still held would outlive every young collection.
     */
    private static final class OnItsWay {
        private @Nullable TablePart part;

        private OnItsWay(TablePart part) {
            this.part = part;
        }

        private TablePart takeOut() {
            TablePart taken = Objects.requireNonNull(part);
            part = null;
            return taken;
        }
    }

    private Gathering gathering(TableFormat format, Map<String, CompletableFuture<Read>> parents) {
        if (format.name().equals(ANSWERS)) {
            return new GatheredAnswers(format, parent("assessments", parents), taxonomy);
        }
        int owners = format.owner()
                .map(owner ->
                        parent(format.columns().get(owner).refersTo(), parents).rows())
                .orElse(0);
        boolean namesPersons =
                format.columns().stream().anyMatch(c -> c.refersTo().equals("individuals"));
        return new GatheredRows(
                format, owners, namesPersons ? Optional.of(parent("individuals", parents)) : Optional.empty());
    }

    /** A table that others refer to, finished; one without rows if the data set does not have it. */
    private static StoredTable parent(String name, Map<String, CompletableFuture<Read>> parents) {
        CompletableFuture<Read> read = parents.get(name);
        return read == null
                ? StoredTable.absent(DataFormat.CURRENT.table(name).orElseThrow(), 0)
                : read.join().table();
    }

    private TablePart readPart(Opened table, RowCursor cursor, Map<String, ParentIds> ids, UnreadCursors unread) {
        unread.taken(cursor);
        try (cursor) {
            return TablePart.read(
                    table.format(),
                    scoreWidth(),
                    cursor,
                    new RowReader(table.format(), table.table(), table.mapping(), stars),
                    ids,
                    rows -> progress.rowsRead(table.format().name(), rows));
        }
    }

    private int scoreWidth() {
        return stars.stream().mapToInt(star -> star.areas().size()).max().orElse(0);
    }

    private Read settle(Opened table, Gathering gathering) {
        Gathering.Settled settled = gathering.settle();
        List<Notice> notices = new ArrayList<>(settled.notices());
        for (String column : new RowReader(table.format(), table.table(), table.mapping(), stars).unknownColumns()) {
            notices.add(new Notice("unknown-column", table.format().name(), column, Optional.empty(), 1));
        }
        notices.sort(Notice.ORDER);
        return new Read(settled, notices);
    }

    /** The error of a reading that is not wanted any more. */
    static WaymarkException ended() {
        return new WaymarkException("WM-INTERRUPTED", "the reading was ended. Start it again if it is wanted.");
    }

    private static Read finished(CompletableFuture<Read> table) {
        try {
            return table.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        }
    }

    private CaseStore store(Map<String, Read> read) {
        Map<String, StoredTable> tables = new HashMap<>();
        Map<String, Long> rowsRead = new LinkedHashMap<>();
        Rejections rejected = new Rejections();
        List<Notice> notices = new ArrayList<>();
        for (TableFormat format : DataFormat.CURRENT.tables()) {
            Read table = read.get(format.name());
            if (table == null) {
                int owners = format.owner()
                        .map(owner -> tables.get(format.columns().get(owner).refersTo()))
                        .map(StoredTable::rows)
                        .orElse(0);
                tables.put(format.name(), StoredTable.absent(format, owners));
                continue;
            }
            tables.put(format.name(), table.table());
            rowsRead.put(format.name(), table.settled().rowsRead());
            Rejections ofTable = table.settled().rejections();
            ofTable.order(format);
            rejected.addAll(ofTable);
            notices.addAll(table.notices());
        }
        DataQuality quality = new DataQuality(rowsRead, rejected.toList(), notices);
        failIfStrict(quality.rejected());
        return new CaseStore(tables, stars, taxonomy, quality);
    }

    private void failIfStrict(List<Rejection> rejected) {
        if (strict && !rejected.isEmpty()) {
            throw new WaymarkException(
                    "WM-STRICT",
                    rejected.size() + " rows or values were rejected in strict mode; the first "
                            + Math.min(LISTED_WHEN_STRICT, rejected.size())
                            + " are listed. Correct the data, or run without strict mode to leave them out.",
                    rejected.stream()
                            .limit(LISTED_WHEN_STRICT)
                            .map(Rejection::toString)
                            .toList());
        }
    }
}
