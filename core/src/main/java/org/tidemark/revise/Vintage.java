package org.tidemark.revise;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one release said of one figure.
 *
 * @param published when; a figure has one vintage at an instant
 * @param value in the indicator's unit; null when withdrawn
 * @param standardError in the same unit; null when none was published, and of a withdrawal, which has nothing to err about
 * @param conflicting true when a source said two things at that instant, so that neither is believed
 */
public record Vintage(Instant published, @Nullable Double value, @Nullable Double standardError, boolean conflicting) {
    public Vintage {
        // Else two withdrawals would differ, and the later be a revision or not with the order of arrival.
        standardError = value == null ? null : standardError;
    }

    static final Comparator<Vintage> BY_PUBLICATION = Comparator.comparing(Vintage::published);

    public static Vintage of(Instant published, @Nullable Double value, @Nullable Double standardError) {
        return new Vintage(published, value, standardError, false);
    }

    boolean saysTheSame(Vintage other) {
        return Objects.equals(value, other.value) && Objects.equals(standardError, other.standardError);
    }

    /** Whether the two differ by no more than rounding; {@code tolerance} in the indicator's unit. */
    boolean isCloseTo(Vintage other, double tolerance) {
        return close(value, other.value, tolerance) && close(standardError, other.standardError, tolerance);
    }

    Vintage inConflict() {
        return new Vintage(published, null, null, true);
    }

    private static boolean close(@Nullable Double a, @Nullable Double b, double tolerance) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return Math.abs(a - b) <= tolerance;
    }
}
