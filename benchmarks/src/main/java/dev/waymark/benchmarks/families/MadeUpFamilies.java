package dev.waymark.benchmarks.families;

import dev.waymark.data.ListedTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Made-up families of a made-up council, the same for the same number and seed: for timing, not for reading.
 *
 * <p><b>Gives</b> 3.5 Star readings and 2 forms a family, 22 answers a form out of 60 issues, 12 districts: as tables
 * in memory or as a CSV folder. Rows stand in the order of families, as an extract sorted by family has them.
 * <b>Threads:</b> immutable.
 *
 * @param families how many
 * @param seed what the random numbers start from
 */
public record MadeUpFamilies(int families, long seed) {

    private static final long SEED = 20150401;
    private static final int FAMILIES_A_BLOCK = 2048;
    private static final int MOST = 100_000_000;

    /** Refuses a number that ids would not fit. */
    public MadeUpFamilies {
        if (families < 0 || families > MOST) {
            throw new IllegalArgumentException(families + " families; there may be 0 to " + MOST);
        }
    }

    /** So many families, from the seed that all benchmarks use. */
    public static MadeUpFamilies of(int families) {
        return new MadeUpFamilies(families, SEED);
    }

    private int blocks() {
        return (families + FAMILIES_A_BLOCK - 1) / FAMILIES_A_BLOCK;
    }

    private Block block(int place) {
        Block block = new Block();
        FamilyWriter writer = new FamilyWriter(seed, block);
        int from = place * FAMILIES_A_BLOCK;
        for (int family = from; family < Math.min(families, from + FAMILIES_A_BLOCK); family++) {
            writer.write(family + 1);
        }
        return block;
    }

    /** The tables in memory. */
    public ListedTables tables() {
        List<Block> blocks = new ArrayList<>();
        for (int place = 0; place < blocks(); place++) {
            blocks.add(block(place));
        }
        ListedTables tables = new ListedTables();
        for (Table table : Table.values()) {
            tables.table(table.tableName(), table.columns().toArray(String[]::new));
            for (Block block : blocks) {
                block.of(table).toString().lines().forEach(line -> tables.row(line.split(",", -1)));
            }
        }
        return tables;
    }

    /** Writes the tables as CSV files into a folder, which is made. */
    public void write(Path folder) {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Map<Table, OutputStream> files = new EnumMap<>(Table.class);
        try {
            Files.createDirectories(folder);
            for (Table table : Table.values()) {
                OutputStream file = Files.newOutputStream(folder.resolve(table.fileName()));
                files.put(table, file);
                file.write(table.header().getBytes(StandardCharsets.UTF_8));
            }
            Queue<Future<Block>> made = new ArrayDeque<>();
            int next = 0;
            for (int written = 0; written < blocks(); written++) {
                for (; next < Math.min(blocks(), written + 2 * threads); next++) {
                    int place = next;
                    made.add(pool.submit(() -> block(place)));
                }
                Block block = made.remove().get();
                for (Table table : Table.values()) {
                    block.of(table).writeTo(Objects.requireNonNull(files.get(table)));
                }
            }
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("the families could not be written to " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while families were written to " + folder, e);
        } finally {
            pool.shutdownNow();
            files.values().forEach(MadeUpFamilies::close);
        }
    }

    private static void close(OutputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new IllegalStateException("a file of families could not be closed", e);
        }
    }

    /** Writes a CSV folder: {@code MadeUpFamilies DIR FAMILIES}. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: java -cp benchmarks.jar " + MadeUpFamilies.class.getName() + " DIR FAMILIES");
            System.exit(2);
        }
        of(Integer.parseInt(arguments[1])).write(Path.of(arguments[0]));
    }
}
