package org.tidemark.accuracy;

import java.time.Instant;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;

/**
 * A projection whose figure has come, as that was said first. What it scored never changes.
 *
 * @param measure that said it
 * @param months ahead; {@value PendingProjection#NEXT} for the next figure
 * @param economy that it was about
 * @param at when the figure was published
 * @param target event time of the figure, years
 * @param error projection less figure, share
 * @param lastError the last value less the figure, share
 * @param driftError drift over three intervals less the figure, share
 * @param crps continuous ranked probability score, share
 * @param logScore minus the logarithm of the density at the figure, of a share in points
 * @param pit probability integral transform: what part of the projection lay below the figure
 * @param inside80 whether the figure was in the 80 % band
 * @param inside95 whether it was in the 95 % band
 */
public record MaturedProjection(
        String measure,
        int months,
        String economy,
        Instant at,
        double target,
        double error,
        double lastError,
        double driftError,
        double crps,
        double logScore,
        double pit,
        boolean inside80,
        boolean inside95) {
    private static final double POINTS = 100;
    private static final double SD_MIN = 1e-6;
    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    /** Scores a projection by its figure; a band counts as a normal of its median and 80 % width. */
    static MaturedProjection of(PendingProjection said, String economy, Instant at, double time, double came) {
        Banded band = said.band();
        double sd = Math.max(SD_MIN, (band.upper80() - band.lower80()) / (2 * StandardNormal.Z90));
        double z = (came - band.value()) / sd;
        return new MaturedProjection(
                said.measure(),
                said.months(),
                economy,
                at,
                time,
                band.value() - came,
                said.last() - came,
                said.drift() - came,
                BackTest.crps(band, came),
                (LOG_2_PI + z * z) / 2 + StrictMath.log(POINTS * sd),
                StandardNormal.cdf(z),
                came >= band.lower80() && came <= band.upper80(),
                came >= band.lower95() && came <= band.upper95());
    }
}
