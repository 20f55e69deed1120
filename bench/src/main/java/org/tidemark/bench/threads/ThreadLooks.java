package org.tidemark.bench.threads;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at the threads of this process now and then, so that what a thread used is known though it ends. */
public final class ThreadLooks implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final ThreadSeconds threads;
    private final SortedMap<String, Double> before;
    private final Thread looking = new Thread(this::look, "bench-looks");
    private volatile boolean over;

    private ThreadLooks(ThreadSeconds threads) {
        this.threads = threads;
        threads.look();
        before = threads.byStage();
    }

    /** Begins to look. */
    public static ThreadLooks at(ThreadSeconds threads) {
        ThreadLooks looks = new ThreadLooks(threads);
        looks.looking.setDaemon(true);
        looks.looking.start();
        return looks;
    }

    private void look() {
        while (!over) {
            synchronized (threads) {
                threads.look();
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }

    /** Processor seconds since the beginning, by what the threads do. */
    public SortedMap<String, Double> seconds() {
        synchronized (threads) {
            threads.look();
            SortedMap<String, Double> since = new TreeMap<>(threads.byStage());
            before.forEach((stage, seconds) -> since.merge(stage, -seconds, Double::sum));
            return since;
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
