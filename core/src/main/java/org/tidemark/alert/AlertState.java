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
public record AlertState(
        AlertKey key,
        boolean active,
        boolean ever,
        List<SupportingRelease> witnesses,
        double probability,
        Instant asOf,
        @Nullable Instant raisedAt,
        @Nullable Period raisedPeriod,
        AlertEvent.Attribution attribution) {
    public AlertState {
        witnesses = List.copyOf(witnesses);
    }

    /** Before anything was read. */
    public static AlertState quiet(AlertKey key) {
        return new AlertState(
                key, false, false, List.of(), 0, Instant.EPOCH, null, null, AlertEvent.Attribution.NOT_ASKED);
    }

    AlertState read(double now, Instant when, List<SupportingRelease> those) {
        return new AlertState(key, active, ever, those, now, when, raisedAt, raisedPeriod, attribution);
    }

    AlertState raised(double now, Instant when, List<SupportingRelease> those, @Nullable Period on) {
        return new AlertState(key, true, true, those, now, when, when, on, AlertEvent.Attribution.NOT_ASKED);
    }

    AlertState over(double now, Instant when) {
        return new AlertState(key, false, ever, List.of(), now, when, raisedAt, raisedPeriod, attribution);
    }

    AlertState with(AlertEvent.Attribution other) {
        return new AlertState(key, active, ever, witnesses, probability, asOf, raisedAt, raisedPeriod, other);
    }
}
