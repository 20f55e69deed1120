package org.tidemark.standalone.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Lets history pass at a speed. The gap between two instants of publication takes its share of wall-clock time, the
 * work done meanwhile included, and never more than {@link #PAUSE_MAX}: a source that was silent for years is not waited
 * for. Time lost when the work takes longer than the gap is not made up for.
 */
final class Pacer {
    static final Duration PAUSE_MAX = Duration.ofSeconds(10);

    private final Speed speed;
    private final Ticker ticker;
    private @Nullable Instant reached;
    private long reachedNanos;

    Pacer(Speed speed, Ticker ticker) {
        this.speed = speed;
        this.ticker = ticker;
    }

    /** Returns when it is time for what was published at that instant. */
    void reach(Instant published) {
        if (speed.isMax()) {
            return;
        }
        long now = ticker.nanos();
        if (reached == null) {
            reachedNanos = now;
        } else if (published.isAfter(reached)) {
            long due = reachedNanos + pause(reached, published);
            if (due > now) {
                sleep(due - now);
            }
            reachedNanos = Math.max(due, now);
        }
        reached = published;
    }

    private long pause(Instant from, Instant to) {
        double seconds = (double) Duration.between(from, to).toSeconds() / speed.historyPerSecond();
        return (long) Math.min(seconds * 1e9, (double) PAUSE_MAX.toNanos());
    }

    private void sleep(long nanos) {
        try {
            ticker.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while history was waited for");
        }
    }
}
