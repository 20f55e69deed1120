package org.tidemark.alert;

import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;

/**
 * How probable it is that a quantity is above a bound, as far as its five published quantiles say: their normal scores are
 * joined by straight lines, and go on beyond the outer ones as between the last two. Whoever has the row of an estimate can
 * do the same sum; docs/methods/alerts.md has how far it is off the estimator's own distribution.
 */
final class BandProbability {
    private static final double[] SCORES = {
        -1.959963984540054, -1.2815515655446004, 0, 1.2815515655446004, 1.959963984540054
    };
    private static final double WHOLE = 100;
    /** Normal score of what is certain as far as a double can say. */
    private static final double CERTAIN = 8;

    private BandProbability() {}

    /** P(value > bound) of a quantity without bounds of its own. */
    static double above(Banded band, double bound) {
        return above(quantiles(band), bound);
    }

    /** P(value > bound) of a percentage: the same in logits. */
    static double percentAbove(Banded band, double bound) {
        double[] quantiles = quantiles(band);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = logit(quantiles[i]);
        }
        return above(quantiles, logit(bound));
    }

    private static double above(double[] quantiles, double bound) {
        int upper = 1;
        while (upper < quantiles.length - 1 && bound > quantiles[upper]) {
            upper++;
        }
        double width = quantiles[upper] - quantiles[upper - 1];
        double score = width > 0
                ? SCORES[upper - 1] + (bound - quantiles[upper - 1]) / width * (SCORES[upper] - SCORES[upper - 1])
                : bound < quantiles[upper] ? -CERTAIN : CERTAIN;
        return 1 - StandardNormal.cdf(Math.max(-CERTAIN, Math.min(CERTAIN, score)));
    }

    private static double[] quantiles(Banded b) {
        return new double[] {b.lower95(), b.lower80(), b.value(), b.upper80(), b.upper95()};
    }

    private static double logit(double percent) {
        double share = Math.max(1e-12, Math.min(1 - 1e-12, percent / WHOLE));
        return StrictMath.log(share / (1 - share));
    }
}
