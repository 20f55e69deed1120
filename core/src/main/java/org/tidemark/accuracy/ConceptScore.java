package org.tidemark.accuracy;

import java.util.List;

/**
 * How the projections of all economies of a concept came true at one horizon, each as it was said and by the first word of
 * its figure. Errors and scores in points.
 *
 * @param score what it has in common with that of one cell; {@link HorizonScore#independent} is the effective number
 * @param economies how many have a projection whose figure has come
 * @param driftError mean absolute error of drift over three intervals
 * @param recentSkill one minus CRPS over that of the last value, half of each forgotten in three years
 * @param skillLow its 90 % interval by resampling economies, lower end
 * @param skillHigh the upper end
 * @param logScore mean of minus the logarithm of the density at the figure, half forgotten in three years
 * @param better than the last value, by the test of Diebold and Mariano (1995) in the form of Harvey, Leybourne and Newbold
 *     (1997): {@code yes}, {@code no}, or {@code cannot be told}, as below twenty projections
 * @param pit of ten bars, the parts of the figures that fell into each tenth of their projection
 * @param pitLow what a bar of an honest projection keeps above, at 90 %
 * @param pitHigh what it keeps below
 * @param narrowReleases the newest publications in a row after each of which the 80 % band was too narrow
 */
public record ConceptScore(
        HorizonScore score,
        int economies,
        double driftError,
        double recentSkill,
        double skillLow,
        double skillHigh,
        double logScore,
        String better,
        List<Double> pit,
        double pitLow,
        double pitHigh,
        int narrowReleases) {
    /** What {@link HorizonScore#band} says of a band that held less than it may. */
    static final String NARROW = "too narrow";

    public ConceptScore {
        pit = List.copyOf(pit);
    }

    /** In one sentence. */
    public String sentence() {
        return score.sentence();
    }
}
