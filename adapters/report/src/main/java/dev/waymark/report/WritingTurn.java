package dev.waymark.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;

/**
 * The turn to write somewhere, which one process and thread has at a time: a lock on a file that is there as long.
 *
 * <p><b>Threads:</b> who takes the turn gives it back, by closing it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WritingTurn implements Closeable {

    /** The byte that is locked: behind all that is written into the file. */
    private static final int LOCKED = 1 << 20;

    /**
     * The files that this process has locked. Who would take the turn of another of its threads is refused before the
     * file is opened: to close it again would end the lock, as a process has its locks on a file until it closes that
     * file anywhere.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;
    private final PassingFiles file;

    private WritingTurn(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
        this.file = new PassingFiles(List.of(key));
    }

    /**
     * Takes the turn, if nobody has it.
     *
     * @param file the file that is locked, made for it, in a folder that is there
     */
    public static Optional<WritingTurn> take(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path key = folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        if (!OURS.add(key)) {
            return Optional.empty();
        }
        Optional<WritingTurn> turn = Optional.empty();
        try {
            turn = locked(key);
            return turn;
        } finally {
            if (turn.isEmpty()) {
                OURS.remove(key);
            }
        }
    }

    private static Optional<WritingTurn> locked(Path key) throws IOException {
        FileChannel channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean isTaken = false;
        try {
            isTaken = channel.tryLock(LOCKED, 1, false) != null && isStill(key, channel);
            return isTaken ? Optional.of(new WritingTurn(key, channel)) : Optional.empty();
        } finally {
            if (!isTaken) {
                channel.close();
            }
        }
    }

    /**
     * Whether the file that was locked is the one of this name: who had the turn before may just have deleted it, and
     * somebody else have made another. It is told by a size drawn by chance, for to look into the file would end the
     * lock.
     */
    private static boolean isStill(Path file, FileChannel locked) throws IOException {
        int size = ThreadLocalRandom.current().nextInt(1, LOCKED);
        locked.truncate(0).write(ByteBuffer.allocate(1), size - 1);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        // before the lock is let go, so that nobody deletes the file of who has the turn next
        file.close();
        try {
            channel.close();
        } finally {
            OURS.remove(key);
        }
    }
}
