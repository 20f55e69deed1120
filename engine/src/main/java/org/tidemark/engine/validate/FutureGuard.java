package org.tidemark.engine.validate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.TimeBounds;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Verdict.Rejected;

/**
 * Refuses, in a live system, what claims to be published after its clock. The clock decides whether a record is taken and
 * nothing else: what an honest producer received early is refused by its own receipt, in a replay as well.
 */
public final class FutureGuard {
    /** Where history is played nothing is early. */
    public static final FutureGuard NONE = new FutureGuard(null);

    private final @Nullable TimeBounds bounds;

    private FutureGuard(@Nullable TimeBounds bounds) {
        this.bounds = bounds;
    }

    public static FutureGuard of(TimeBounds bounds) {
        return new FutureGuard(bounds);
    }

    /** Why an event is early, or null. The closing of figures goes on, since their places are counted by it. */
    @Nullable
    Rejected early(Event event, Supplier<Instant> clock) {
        boolean judged = event instanceof Observation || (event instanceof ReleaseEnd closing && closing.sent() == 0);
        return judged || event instanceof Withdrawal ? early(event.at(), clock) : null;
    }

    /** Why an instant is early, or null. */
    @Nullable
    Rejected early(Instant published, Supplier<Instant> clock) {
        if (bounds == null) {
            return null;
        }
        Instant now = clock.get();
        return !published.isAfter(bounds.latest(now))
                ? null
                : new Rejected(
                        RejectReason.BAD_PUBLISHED,
                        "published %s, but the clock says %s; it may lie at most %d hours after the clock: correct the date, or set published_ahead under 'bounds:' in a file and pass --catalogue"
                                .formatted(
                                        published,
                                        now.truncatedTo(ChronoUnit.SECONDS),
                                        bounds.publication().ahead().toHours()));
    }
}
