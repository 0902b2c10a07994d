package dev.waymark.report;

import dev.waymark.WaymarkException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;

/** The error {@code WM-OUT}: why a folder or a file cannot be written, and what can be done. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Unwritable {

    /** What file systems commonly allow, in bytes: past it, this is the fault if no other is seen. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_PATH = 4095;

    private Unwritable() {}

    /** Why something stands in the way, and what to do if no other place is given. */
    private record Fault(String why, String remedy) {}

    /** The error of a folder, named with {@code --out}, that cannot be written to. */
    public static WaymarkException folder(Path folder, IOException cause) {
        Fault fault = fault(folder.toAbsolutePath(), cause);
        return new WaymarkException(
                "WM-OUT",
                "the folder " + folder + " cannot be written to (" + fault.why
                        + "). Give another folder with --out, or " + fault.remedy + ".",
                cause);
    }

    /** The error of a page, named with {@code --html}, that cannot be written. */
    static WaymarkException page(Path file, IOException cause) {
        Fault fault = fault(file.toAbsolutePath(), cause);
        return new WaymarkException(
                "WM-OUT",
                "the file " + file + " cannot be written (" + fault.why + "). Give another with --html, or "
                        + fault.remedy + ".",
                cause);
    }

    /** A folder, or the next above it that is there. */
    static Path nearest(Path folder) {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private static Fault fault(Path path, IOException cause) {
        if (cause instanceof FileAlreadyExistsException taken) {
            return inTheWay(Path.of(taken.getFile()));
        }
        Path nearest = nearest(path);
        if (!Files.isDirectory(nearest)) {
            return inTheWay(nearest);
        }
        if (!Files.isWritable(nearest)) {
            return new Fault("there is no right to write in " + nearest, "allow writing there");
        }
        if (isTooLong(path)) {
            return new Fault("its path is too long", "shorten the path");
        }
        return new Fault(
                cause.getClass().getSimpleName()
                        + reason(cause).map(r -> ": " + r).orElse(""),
                "make room and allow writing");
    }

    private static Fault inTheWay(Path path) {
        String kind = Files.isDirectory(path) ? "folder" : "file";
        return new Fault(path + " is a " + kind, "move that " + kind + " away");
    }

    private static boolean isTooLong(Path path) {
        return bytes(path) > LONGEST_PATH
                || StreamSupport.stream(path.spliterator(), false).anyMatch(name -> bytes(name) > LONGEST_NAME);
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** What the system says, such as that no space is left; the message of its errors of files repeats their names. */
    private static Optional<String> reason(IOException cause) {
        return Optional.ofNullable(
                cause instanceof FileSystemException ofFile ? ofFile.getReason() : cause.getMessage());
    }
}
