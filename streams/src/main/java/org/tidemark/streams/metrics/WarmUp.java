package org.tidemark.streams.metrics;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scrapes for nobody, until the JVM has compiled what a scrape runs. With ten thousand economies the first scrape of a
 * process takes some four times as long as later ones, and so it should not be Prometheus's.
 */
public final class WarmUp implements AutoCloseable {
    /** Estimates that scrapes have read when all is compiled; later rehearsals change nothing measurable. */
    private static final long ENOUGH = 60_000;

    /** In a row before anybody is told that all is ready: the second one still waits for the compiler. */
    private static final int AT_FIRST = 3;

    /** Half a minute of them: where there is so little to read, nothing is slow, and an idle system should be idle. */
    private static final int ROUNDS_MAX = 30;

    /** Somebody may wait for the first ones; the later ones are for nobody at all. */
    private static final int AT_FIRST_EVERY_MS = 250;

    private static final int LATER_EVERY_MS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final BooleanSupplier scrape;
    private final LongSupplier read;
    private final Runnable whenDone;
    private final ScheduledExecutorService stage = Executors.newSingleThreadScheduledExecutor(round -> {
        Thread thread = new Thread(round, "metrics-rehearsal");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean done;
    private int rounds;

    /**
     * One that has not begun.
     *
     * @param scrape makes an exposition; false while the estimates cannot be read
     * @param read how many estimates scrapes have read so far
     * @param whenDone is told once
     */
    WarmUp(BooleanSupplier scrape, LongSupplier read, Runnable whenDone) {
        this.scrape = scrape;
        this.read = read;
        this.whenDone = whenDone;
    }

    WarmUp begin() {
        stage.execute(this::roundAndTheNext);
        return this;
    }

    private void roundAndTheNext() {
        round();
        if (!isOver()) {
            var unused = stage.schedule(
                    this::roundAndTheNext, done ? LATER_EVERY_MS : AT_FIRST_EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether the estimates have been shown often enough that the next scrape is not the slow one. */
    public boolean isDone() {
        return done;
    }

    /** One scrape, or the first few of them; the last one when enough has been read. */
    void round() {
        try {
            boolean shown = scrape.getAsBoolean();
            for (int more = 1; shown && !done && more < AT_FIRST; more++) {
                shown = scrape.getAsBoolean();
            }
            if (shown) {
                done();
            }
            rounds += shown ? 1 : 0;
            if (shown && (read.getAsLong() >= ENOUGH || rounds >= ROUNDS_MAX)) {
                stage.shutdown();
            }
        } catch (RuntimeException e) {
            // Whoever scrapes next is told of it; nobody must wait for a rehearsal that cannot be held.
            LOG.warn("a scrape failed that nobody had asked for", e);
            done();
            stage.shutdown();
        }
    }

    private void done() {
        if (!done) {
            whenDone.run();
            done = true;
        }
    }

    /** Whether no further round will come. */
    boolean isOver() {
        return stage.isShutdown();
    }

    @Override
    public void close() {
        stage.shutdownNow();
    }
}
