package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** "Written under another name first and moved into place when all are whole". */
class WholeFilesTest {

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static WholeFiles.Content content(String text) {
        return out -> out.write(bytes(text));
    }

    /** A fault of ours in the midst of one file: the other, which is whole, does not come into its place either. */
    @Test
    void oneThatFailsInTheMiddleLeavesAllAsTheyWere() throws IOException {
        Path first = Files.writeString(folder.resolve("first"), "before");
        Path second = folder.resolve("second");
        Map<Path, WholeFiles.Content> files = new LinkedHashMap<>();
        files.put(first, content("after"));
        files.put(second, out -> {
            out.write(bytes("half"));
            throw new IllegalStateException("no more");
        });

        assertThatThrownBy(() -> WholeFiles.write(files))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        assertThat(first).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("first");
    }

    /** More than the JVM's common pool and the caller could: each is whole only once all are begun. */
    @Test
    void filesAreWrittenSideBySide() throws IOException {
        int count = ForkJoinPool.getCommonPoolParallelism() + 2;
        CyclicBarrier allAreBegun = new CyclicBarrier(count);
        Map<Path, WholeFiles.Content> files = new LinkedHashMap<>();
        for (int file = 0; file < count; file++) {
            files.put(folder.resolve("file-" + file), out -> {
                out.write(bytes("whole"));
                try {
                    allAreBegun.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IOException("another file is not begun", e);
                }
            });
        }

        WholeFiles.write(files);

        assertThat(files.keySet())
                .hasSize(count)
                .allSatisfy(file -> assertThat(file).hasContent("whole"));
    }

    @Test
    void noFilesAreNothingToDo() throws IOException {
        WholeFiles.write(Map.of());

        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void linkStaysOneAndTheFileItLeadsToIsReplaced() throws IOException {
        Path shared = Files.writeString(
                Files.createDirectory(folder.resolve("shared")).resolve("file"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("shared", "file"));

        WholeFiles.write(link, bytes("after"));

        assertThat(link).isSymbolicLink();
        assertThat(shared).hasContent("after");
        assertThat(shared.getParent().toFile().list()).containsExactly("file");
    }

    @Test
    void linkToAFileThatIsNotThereIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));

        assertThatThrownBy(() -> WholeFiles.write(link, bytes("after")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(link + " is a link to a file that is not there");
        assertThat(folder.toFile().list()).containsExactly("link");
    }

    /** Ctrl-C is such an end too; the process is told to end while a file is half written. */
    @Test
    @Timeout(60)
    void processThatIsToldToEndLeavesNothingHalfWritten() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWritten.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("half written");
            assertThat(folder.resolve(".file.part")).exists();
            process.destroy();
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }

        assertThat(folder.toFile().list()).containsExactly("file");
        assertThat(file).hasContent("before");
    }

    /** Writes half a file and stands. */
    static final class HalfWritten {
        private HalfWritten() {}

        public static void main(String[] file) throws IOException {
            WholeFiles.write(Map.of(Path.of(file[0]), out -> {
                out.write(bytes("half"));
                out.flush();
                System.out.println("half written");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }));
        }
    }
}
