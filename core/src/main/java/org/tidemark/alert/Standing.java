package org.tidemark.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/**
 * How one alert stands.
 *
 * @param active whether it has been raised and is not over
 * @param ever whether it was raised at any time
 * @param witnesses while it is active those that it was raised on, else those in a row that speak for it up to now
 * @param probability as the rule reads it now
 * @param asOf publication instant of what it reads
 * @param raisedAt publication instant at which it was raised last; null while it never was
 * @param raisedPeriod newest reference period that it was raised on; null while it never was, and of what is held
 * @param attribution whether it could be AI's doing, as it was raised last
 */
public record Standing(
        AlertKey key,
        boolean active,
        boolean ever,
        List<Witness> witnesses,
        double probability,
        Instant asOf,
        @Nullable Instant raisedAt,
        @Nullable Period raisedPeriod,
        AlertEvent.Attribution attribution) {
    public Standing {
        witnesses = List.copyOf(witnesses);
    }

    /** Before anything was read. */
    public static Standing quiet(AlertKey key) {
        return new Standing(
                key, false, false, List.of(), 0, Instant.EPOCH, null, null, AlertEvent.Attribution.NOT_ASKED);
    }

    Standing read(double now, Instant when, List<Witness> those) {
        return new Standing(key, active, ever, those, now, when, raisedAt, raisedPeriod, attribution);
    }

    Standing raised(double now, Instant when, List<Witness> those, @Nullable Period on) {
        return new Standing(key, true, true, those, now, when, when, on, AlertEvent.Attribution.NOT_ASKED);
    }

    Standing over(double now, Instant when) {
        return new Standing(key, false, ever, List.of(), now, when, raisedAt, raisedPeriod, attribution);
    }

    Standing with(AlertEvent.Attribution other) {
        return new Standing(key, active, ever, witnesses, probability, asOf, raisedAt, raisedPeriod, other);
    }
}
