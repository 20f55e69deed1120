package org.tidemark.streams.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.streams.topology.StoreKind;

/**
 * Throws away stores that are damaged and lets them be read again from the log, which is all that they are. One line says so.
 * Where that does not help, a disk that damages them again, it ends after a few times.
 */
final class Rebuild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int TIMES_MAX = 3;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Path stateDir;
    private final StateFiles files;
    private final boolean onDisk;
    private final Consumer<Runnable> beginAnew;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tidemark-rebuild");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Long> begunNanos = new ArrayDeque<>();
    private volatile boolean underWay;
    private volatile @Nullable String failure;

    /**
     * For one application.
     *
     * @param beginAnew ends the running client, runs what it is given, and starts another
     */
    Rebuild(MonitorSettings settings, Consumer<Runnable> beginAnew) {
        this.stateDir = settings.stateDir();
        this.files = new StateFiles(settings.stateDir(), settings.applicationId());
        this.onDisk = settings.stores() == StoreKind.DISK;
        this.beginAnew = beginAnew;
    }

    /** Before a client opens them: deletes all when one of them is not as the last clean stop has left it. */
    void deleteWhatHasChanged() {
        if (!onDisk) {
            return;
        }
        try {
            String changed = files.changedSinceStop();
            if (changed != null) {
                tell(changed);
                files.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String damage) {
        LOG.error("stores in {} are damaged ({}); they are deleted and rebuilt from the log", stateDir, damage);
    }

    /** Whether it begins now, or has begun; it does not wait. */
    synchronized boolean begin(String damage) {
        if (underWay) {
            return true;
        }
        if (!mayBegin(damage)) {
            return false;
        }
        try {
            worker.execute(this::run);
            return true;
        } catch (RejectedExecutionException closing) {
            return false;
        }
    }

    /** As {@link #begin}, but over when it returns. */
    boolean now(String damage) {
        if (!mayBegin(damage)) {
            return false;
        }
        run();
        return true;
    }

    private synchronized boolean mayBegin(String damage) {
        long now = System.nanoTime();
        while (!begunNanos.isEmpty() && now - begunNanos.getFirst() > WINDOW.toNanos()) {
            begunNanos.removeFirst();
        }
        if (!onDisk || begunNanos.size() >= TIMES_MAX) {
            return false;
        }
        begunNanos.addLast(now);
        underWay = true;
        tell(damage);
        return true;
    }

    private void run() {
        try {
            beginAnew.accept(this::delete);
            LOG.info("stores in {} are read again from the log", stateDir);
        } catch (RuntimeException e) {
            failure = FaultPolicy.line(e);
            LOG.error("stores in {} cannot be rebuilt: {}; delete that folder and start again", stateDir, failure, e);
        } finally {
            underWay = false;
        }
    }

    private void delete() {
        try {
            files.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on sees to it that no finished file changes. */
    void watch() {
        if (onDisk) {
            var unused = worker.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            String changed = underWay ? null : files.changedMeanwhile();
            if (changed != null && mayBegin(changed)) {
                run();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the files of the stores could not be looked at: {}", e.toString());
        }
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Why it has failed for good; null when it has not. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Notes what lies there when a client has ended as it should. */
    void noteCleanStop() {
        if (onDisk) {
            try {
                files.note();
            } catch (IOException e) {
                LOG.warn("what the stores hold could not be noted: {}", e.toString());
            }
        }
    }

    /** Begins no more; waits for one that is under way. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            boolean unused = worker.awaitTermination(WINDOW.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
