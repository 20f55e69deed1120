package org.tidemark.estimate;

/**
 * A season as a sum of waves, a year and half a year long, whose amplitudes may wander: s(t) = a1 cos 2 pi t + b1 sin 2 pi t
 * + a2 cos 4 pi t + b2 sin 4 pi t, each of the four a random walk (Harvey 1989, section 2.3.4).
 *
 * @param priorSd standard deviation of each amplitude before any figure, in the unit of the series; ASSUMED
 * @param wander of each amplitude per square root of a year; ASSUMED
 */
public record SeasonalWave(double priorSd, double wander) {
    /** How many amplitudes there are. */
    public static final int STATES = 4;

    /** Of percentages, in points. */
    public static final SeasonalWave OF_POINTS = new SeasonalWave(5, 0.5);

    /** Of logs. */
    public static final SeasonalWave OF_LOGS = new SeasonalWave(0.1, 0.01);

    /** Puts the weight of each amplitude at a time into a loading. */
    public static void load(double[] loading, int from, double time) {
        for (int wave = 1; wave <= STATES / 2; wave++) {
            double angle = 2 * Math.PI * wave * time;
            loading[from + 2 * wave - 2] = StrictMath.cos(angle);
            loading[from + 2 * wave - 1] = StrictMath.sin(angle);
        }
    }

    /** Variance of the season at any time before any figure: cos^2 and sin^2 of each wave add up to 1. */
    public double priorVariance() {
        return priorSd * priorSd * (STATES / 2);
    }
}
