package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WritingTurnTest {

    @TempDir
    private Path folder;

    private Path lock() {
        return folder.resolve(".x.lock");
    }

    @Test
    void turnIsOfOneThreadAtATime() throws IOException {
        WritingTurn ours = WritingTurn.take(lock()).orElseThrow();
        try (ours) {
            assertThat(CompletableFuture.supplyAsync(() -> isTaken()).join()).isTrue();
            assertThat(lock()).exists();
        }

        assertThat(lock()).doesNotExist();
        assertThat(isTaken()).isFalse();
    }

    private boolean isTaken() {
        try {
            Optional<WritingTurn> turn = WritingTurn.take(lock());
            if (turn.isPresent()) {
                turn.get().close();
            }
            return turn.isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** On most systems a lock is gone once its process closes the file, also where another thread opened it. */
    @Test
    @Timeout(60)
    void refusalOfOneThreadDoesNotEndTheTurnOfAnother() throws IOException, InterruptedException {
        WritingTurn ours = WritingTurn.take(lock()).orElseThrow();
        try (ours) {
            assertThat(isTaken()).isTrue();

            Process other = holder();
            try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("refused");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The file may be left over from a process that was killed: what counts is whether somebody holds it. */
    @Test
    void fileThatIsLeftOverIsNobodysTurn() throws IOException {
        Files.writeString(lock(), "a longer text than the one that the next one writes into it, left over");

        assertThat(isTaken()).isFalse();
    }

    @Test
    @Timeout(60)
    void turnIsOfOneProcessAtATime() throws IOException, InterruptedException {
        Process process = holder();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("taken");
            assertThat(isTaken()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }

        assertThat(isTaken()).isFalse();
    }

    /** Takes the turn, if nobody has it, and keeps it. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] file) throws IOException, InterruptedException {
            Optional<WritingTurn> turn = WritingTurn.take(Path.of(file[0]));
            System.out.println(turn.isPresent() ? "taken" : "refused");
            if (turn.isPresent()) {
                new CountDownLatch(1).await();
            }
        }
    }
}
