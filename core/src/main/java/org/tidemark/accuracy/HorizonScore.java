package org.tidemark.accuracy;

import java.util.Locale;

/**
 * How the projections of one cell came true at one horizon, each made from the figures that were known when its newest one
 * was published, against the first that was said of its target.
 *
 * @param months ahead; 0 for the next figure
 * @param matured projections whose figure has come
 * @param independent so many of them as do not overlap in time; what the test of the band counts with
 * @param error mean absolute error, points
 * @param lastError that of the last value, points
 * @param crps mean continuous ranked probability score, points; that of the last value is its error
 * @param bias mean of projection less figure, points
 * @param inside80 part of the figures in the 80 % band
 * @param inside95 the same of the 95 % band
 * @param range80 how many of the independent ones an honest 80 % band holds
 */
public record HorizonScore(
        int months,
        int matured,
        int independent,
        double error,
        double lastError,
        double crps,
        double bias,
        double inside80,
        double inside95,
        BandRange range80) {
    private static final int MONTHS_A_YEAR = 12;
    private static final double WHOLE = 100;

    /** One minus the score over that of the last value: above 0 is better than "nothing changes". Not finite where that is 0. */
    public double skill() {
        return 1 - crps / lastError;
    }

    /** Whether the band held what it says. */
    public String band() {
        return range80.verdict(inside80);
    }

    /** In one sentence. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s, %d %s: error %.1f points, last value %.1f; the 80 %% band held %.0f %%, %s",
                ahead(),
                matured,
                matured == 1 ? "projection" : "projections",
                error,
                lastError,
                WHOLE * inside80,
                band());
    }

    private String ahead() {
        if (months == PendingProjection.NEXT) {
            return "The next figure";
        }
        boolean years = months % MONTHS_A_YEAR == 0;
        int count = years ? months / MONTHS_A_YEAR : months;
        return count + (years ? " year" : " month") + (count == 1 ? "" : "s") + " ahead";
    }
}
