package dev.waymark.run;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who works for one evaluation: threads that all runs share, of which one without work ends after a second.
 *
 * <p>Threads that are started for each report come to stand behind one another on the same processor, for milliseconds,
 * until the system moves one of them. <b>Threads:</b> any may have work done, and {@link #letGo} may be called
 * meanwhile.
 */
final class Helpers {

    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Helpers::newThread);

    private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final List<Future<?>> given = new CopyOnWriteArrayList<>();
    private volatile boolean areLetGo;

    /** It works for whoever asks, so it inherits nothing from the first who did. */
    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(null, work, "waymark-run", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /** Has a thread do some work, with the class loader of the one by which these helpers were made. */
    <T> Future<T> submit(Callable<T> work) {
        Future<T> task = THREADS.submit(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            try {
                return work.call();
            } finally {
                Thread.currentThread().setContextClassLoader(null);
            }
        });
        given.add(task);
        if (areLetGo) {
            task.cancel(true);
        }
        return task;
    }

    /** Interrupts who is still at work. */
    void letGo() {
        areLetGo = true;
        given.forEach(task -> task.cancel(true));
    }
}
