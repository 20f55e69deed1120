package org.tidemark.estimate;

/**
 * One figure as a filter reads it.
 *
 * @param time event time, fractional calendar years
 * @param share 0 to 1
 * @param standardError of the share; 0 when none is known
 */
public record Measurement(double time, double share, double standardError) {
    public Measurement {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time must be finite, got " + time);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], got " + share);
        }
        if (!(standardError >= 0 && Double.isFinite(standardError))) {
            throw new IllegalArgumentException("standardError must be finite and >= 0, got " + standardError);
        }
    }
}
