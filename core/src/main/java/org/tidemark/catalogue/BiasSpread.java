package org.tidemark.catalogue;

/**
 * How far a bias may be off, in logits.
 *
 * @param priorSd standard deviation before any figure
 * @param wander standard deviation that a year adds: a random walk
 */
public record BiasSpread(double priorSd, double wander) {
    public BiasSpread {
        if (!(priorSd >= 0 && wander >= 0 && Double.isFinite(priorSd) && Double.isFinite(wander))) {
            throw new IllegalArgumentException(
                    "catalogue: pool: prior_sd %s and wander %s; both are logits, finite and not negative"
                            .formatted(priorSd, wander));
        }
    }
}
