package dev.waymark.benchmarks.compare;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the five files of made-up families by a loop over their bytes, and by nothing else: what reading cannot fall
 * below.
 *
 * <p>It knows the order of the columns, that ids are numbers, that dates are dates and that nothing is quoted; it
 * checks none of this, and rejects nothing. It does not know the order of the rows. Chunks of the files are taken in
 * turn by the threads.
 */
final class FloorReader {

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final long COMMAS = 0x2c2c2c2c2c2c2c2cL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private static final int FAMILIES = 0;
    private static final int EPISODES = 1;
    private static final int READINGS = 2;
    private static final int FORMS = 3;
    private static final int FINDINGS = 4;

    private static final String[] FILES = {
        "families.csv", "episodes.csv", "star_readings.csv", "assessments.csv", "findings.csv"
    };
    private static final int[] WIDTHS = {2, FloorTables.EPISODE_CELLS, FloorTables.READING_CELLS, FloorTables.FORM_CELLS
    };

    private final Texts districts = new Texts();
    private final Texts issues = new Texts();
    private final List<List<Rows>> parts = new ArrayList<>();
    private long[] answered = new long[0];
    private long[] present = new long[0];

    private FloorReader() {
        for (int file = FAMILIES; file <= FORMS; file++) {
            parts.add(new ArrayList<>());
        }
    }

    /** Some lines to read. */
    private static final class Task {
        private final int file;
        private final FileChunk chunk;

        private Task(int file, FileChunk chunk) {
            this.file = file;
            this.chunk = chunk;
        }
    }

    static FloorTables read(Path folder, FloorThreads threads) {
        FloorReader reader = new FloorReader();
        reader.readFiles(folder, FAMILIES, FORMS, threads);
        int families = 0;
        for (Rows part : reader.parts.get(FAMILIES)) {
            for (int row = 0; row < part.rows; row++) {
                families = Math.max(families, part.cells[2 * row] + 1);
            }
        }
        byte[] districtOf = new byte[families];
        Arrays.fill(districtOf, (byte) -1);
        for (Rows part : reader.parts.get(FAMILIES)) {
            for (int row = 0; row < part.rows; row++) {
                districtOf[part.cells[2 * row]] = (byte) part.cells[2 * row + 1];
            }
        }
        int forms = 0;
        for (Rows part : reader.parts.get(FORMS)) {
            for (int at = FloorTables.FORM_ID; at < part.rows * part.width; at += part.width) {
                forms = Math.max(forms, part.cells[at] + 1);
            }
        }
        reader.answered = new long[forms];
        reader.present = new long[forms];
        reader.readFiles(folder, FINDINGS, FINDINGS, threads);
        String[] names = reader.districts.all();
        for (int district = 0; district < names.length; district++) {
            if (names[district].isEmpty()) {
                names[district] = Answers.NOT_RECORDED;
            }
        }
        return new FloorTables(
                names,
                reader.issues.all(),
                districtOf,
                reader.sorted(EPISODES, families),
                reader.sorted(READINGS, families),
                reader.sorted(FORMS, families),
                reader.answered,
                reader.present);
    }

    private Rows.Sorted sorted(int file, int families) {
        return Rows.sorted(parts.get(file), WIDTHS[file], families);
    }

    private void readFiles(Path folder, int from, int to, FloorThreads threads) {
        List<Task> tasks = new ArrayList<>();
        for (int file = from; file <= to; file++) {
            try (FileChannel channel = FileChannel.open(folder.resolve(FILES[file]), StandardOpenOption.READ)) {
                for (FileChunk chunk : FileChunk.of(channel)) {
                    tasks.add(new Task(file, chunk));
                }
            } catch (IOException e) {
                throw new IllegalStateException("a file cannot be read", e);
            }
        }
        AtomicInteger next = new AtomicInteger();
        threads.run(new FloorThreads.Work() {
            @Override
            public void run(int thread) {
                for (int task = next.getAndIncrement(); task < tasks.size(); task = next.getAndIncrement()) {
                    read(tasks.get(task));
                }
            }
        });
    }

    private void read(Task task) {
        if (task.file == FINDINGS) {
            readFindings(task.chunk);
            return;
        }
        Rows rows = new Rows(WIDTHS[task.file]);
        switch (task.file) {
            case FAMILIES -> readFamilies(task.chunk, rows);
            case EPISODES -> readEpisodes(task.chunk, rows);
            case READINGS -> readReadings(task.chunk, rows);
            default -> readForms(task.chunk, rows);
        }
        synchronized (parts) {
            parts.get(task.file).add(rows);
        }
    }

    /** Where the reading of a chunk stands, and the fields it can read. */
    private static final class Cursor {
        private final FileChunk chunk;
        private int at;

        private Cursor(FileChunk chunk) {
            this.chunk = chunk;
            this.at = chunk.first;
        }

        private boolean isInChunk() {
            return at < chunk.end;
        }

        /** A number, and what follows it; 0 if there is none. */
        private int number() {
            int number = 0;
            for (int digit = chunk.bytes.get(at++); digit >= '0'; digit = chunk.bytes.get(at++)) {
                number = 10 * number + digit - '0';
            }
            return number;
        }

        /** The number of two digits that stands in a word. */
        private static int two(long word, int place) {
            return 10 * ((int) (word >>> (8 * place)) & 15) + ((int) (word >>> (8 * place + 8)) & 15);
        }

        /** A date as days since 1970-01-01, and what follows it; {@link FloorTables#NEVER} if there is none. */
        private int day() {
            if (chunk.bytes.get(at) == ',') {
                at++;
                return FloorTables.NEVER;
            }
            long word = chunk.word(at);
            int year = 100 * two(word, 0) + two(word, 2);
            int month = two(word, 5);
            int day = two(chunk.bytes.getShort(at + 8), 0);
            at += 11;
            // years that begin in March: the leap day is their last
            int y = month <= 2 ? year - 1 : year;
            int ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
            return 365 * y + y / 4 - y / 100 + y / 400 + ofYear - 719_468;
        }

        private int kind() {
            byte first = chunk.bytes.get(at);
            at += first == 'r' ? 7 : 8;
            return first == 'i' ? FloorTables.INITIAL : first == 'r' ? FloorTables.REVIEW : FloorTables.CLOSURE;
        }

        private void skipField() {
            while (chunk.bytes.get(at++) != ',') {}
        }

        private void skipLine() {
            while (chunk.bytes.get(at++) != '\n') {}
        }
    }

    private void readFamilies(FileChunk chunk, Rows rows) {
        Cursor cursor = new Cursor(chunk);
        while (cursor.isInChunk()) {
            int row = rows.add();
            rows.cells[row] = cursor.number();
            int from = cursor.at;
            long hash = 0;
            int place = from;
            for (byte letter = chunk.bytes.get(place); letter != '\n'; letter = chunk.bytes.get(++place)) {
                hash = Texts.mixed(hash, letter);
            }
            rows.cells[row + 1] = districts.place(hash, chunk, from, place);
            cursor.at = place + 1;
        }
    }

    private static void readEpisodes(FileChunk chunk, Rows rows) {
        Cursor cursor = new Cursor(chunk);
        while (cursor.isInChunk()) {
            int row = rows.add();
            cursor.skipField();
            rows.cells[row] = cursor.number();
            cursor.skipField();
            rows.cells[row + FloorTables.OPENED] = cursor.day();
            rows.cells[row + FloorTables.CLOSED] = cursor.day();
            cursor.skipLine();
        }
    }

    private static void readReadings(FileChunk chunk, Rows rows) {
        Cursor cursor = new Cursor(chunk);
        while (cursor.isInChunk()) {
            int row = rows.add();
            rows.cells[row] = cursor.number();
            rows.cells[row + FloorTables.READ_ON] = cursor.day();
            rows.cells[row + FloorTables.READING_KIND] = cursor.kind();
            int scores = 0;
            for (int area = 0; area < 8; area++) {
                scores |= cursor.number() << (4 * area);
            }
            rows.cells[row + FloorTables.SCORES] = scores;
            rows.cells[row + FloorTables.MORE_SCORES] = cursor.number() | cursor.number() << 4;
        }
    }

    private static void readForms(FileChunk chunk, Rows rows) {
        Cursor cursor = new Cursor(chunk);
        while (cursor.isInChunk()) {
            int row = rows.add();
            rows.cells[row + FloorTables.FORM_ID] = cursor.number();
            rows.cells[row] = cursor.number();
            cursor.skipField();
            rows.cells[row + FloorTables.FORM_DAY] = cursor.day();
            rows.cells[row + FloorTables.FORM_KIND] = cursor.kind();
        }
    }

    private void readFindings(FileChunk chunk) {
        int at = chunk.first;
        int form = 0;
        long yes = 0;
        long yesOrNo = 0;
        while (at < chunk.end) {
            int id = 0;
            for (int digit = chunk.bytes.get(at++); digit != ','; digit = chunk.bytes.get(at++)) {
                id = 10 * id + digit - '0';
            }
            if (id != form) {
                addAnswers(form, yesOrNo, yes);
                form = id;
                yes = 0;
                yesOrNo = 0;
            }
            int from = at;
            long hash = 0;
            while (true) {
                long word = chunk.word(at);
                long differing = word ^ COMMAS;
                long commas = (differing - ONES) & ~differing & HIGHS;
                if (commas != 0) {
                    int before = Long.numberOfTrailingZeros(commas) & ~7;
                    hash = Texts.mixed(hash, word & ~(-1L << before));
                    at += before >>> 3;
                    break;
                }
                hash = Texts.mixed(hash, word);
                at += 8;
            }
            int issue = issues.place(hash, chunk, from, at);
            byte answer = chunk.bytes.get(at + 1);
            if (answer == 'y') {
                yes |= 1L << issue;
                yesOrNo |= 1L << issue;
                at += 5;
            } else if (answer == 'n') {
                yesOrNo |= 1L << issue;
                at += 4;
            } else {
                at += 9;
            }
        }
        addAnswers(form, yesOrNo, yes);
    }

    /** Another thread may be at another part of the form. */
    private void addAnswers(int form, long yesOrNo, long yes) {
        if (yesOrNo != 0) {
            LONGS.getAndBitwiseOr(answered, form, yesOrNo);
            LONGS.getAndBitwiseOr(present, form, yes);
        }
    }
}
