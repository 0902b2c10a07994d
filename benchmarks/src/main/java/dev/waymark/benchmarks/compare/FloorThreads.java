package dev.waymark.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The caller's thread and some more that share one piece of work. */
final class FloorThreads implements AutoCloseable {

    final int count;
    private final ExecutorService others;

    FloorThreads(int count) {
        this.count = count;
        this.others = Executors.newCachedThreadPool();
    }

    /** What each thread does. */
    @FunctionalInterface
    interface Work {
        /** The part of one thread, which has a number from 0. */
        void run(int thread);
    }

    void run(Work work) {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 1; thread < count; thread++) {
            int number = thread;
            running.add(others.submit(new Runnable() {
                @Override
                public void run() {
                    work.run(number);
                }
            }));
        }
        work.run(0);
        for (Future<?> other : running) {
            try {
                other.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
