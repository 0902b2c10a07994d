package dev.waymark.cli;

import dev.waymark.store.ReadProgress;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;

/** Shows how the reading goes on, if somebody is watching at a terminal. */
final class Progress implements ReadProgress, AutoCloseable {

    private static final int MILLISECONDS_BETWEEN_UPDATES = 250;

    private final Optional<ProgressBar> bar;

    private Progress(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static Progress ofReading() {
        boolean isWatched = CommandLine.Help.Ansi.AUTO.enabled();
        return new Progress(isWatched ? Optional.of(readingBar()) : Optional.empty());
    }

    private static ProgressBar readingBar() {
        return new ProgressBarBuilder()
                .setTaskName("Reading")
                .setUnit(" rows", 1)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_UPDATES)
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void rowsRead(String table, long rows) {
        bar.ifPresent(shown -> shown.stepBy(rows));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
