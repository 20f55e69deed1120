package org.tidemark.standalone.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tidemark.producers.watch.Watch;

/** Asks publishers beside a running system, in a thread of its own, until it is closed. */
public final class LiveWatch implements AutoCloseable {
    private static final Duration SLEEP_MAX = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
    private static final int LAST_ROUND_SECONDS = 30;

    private final Watch watch;
    private final Clock clock;
    private final Consumer<String> trouble;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tidemark-watch");

    private LiveWatch(Watch watch, Clock clock, Consumer<String> trouble) {
        this.watch = watch;
        this.clock = clock;
        this.trouble = trouble;
        thread.setDaemon(true);
    }

    /**
     * Begins to ask.
     *
     * @param trouble is told in one line why a round ended early; the next one follows a minute later
     */
    public static LiveWatch start(Watch watch, Clock clock, Consumer<String> trouble) {
        LiveWatch live = new LiveWatch(watch, clock, trouble);
        live.thread.start();
        return live;
    }

    private void run() {
        Duration wait = Duration.ZERO;
        while (!isToldWithin(wait)) {
            try {
                wait = Duration.between(clock.instant(), watch.round());
            } catch (IOException | RuntimeException e) {
                trouble.accept("watch: %s; it goes on in %d s".formatted(e.getMessage(), AFTER_TROUBLE.toSeconds()));
                wait = AFTER_TROUBLE;
            }
        }
    }

    private boolean isToldWithin(Duration wait) {
        Duration time = wait.compareTo(SLEEP_MAX) < 0 ? wait : SLEEP_MAX;
        try {
            return told.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Ends after what is being asked, or breaks it off: what was not kept is asked again by the next run. */
    @Override
    public void close() {
        told.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LAST_ROUND_SECONDS) / 10);
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(LAST_ROUND_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
