package org.tidemark.pool;

import java.util.Optional;
import org.tidemark.estimate.SourceBiases;

/**
 * How far a bias has moved in the last year, in standard deviations of what would have been learnt of it by chance: with
 * D the move, wandering of variance W over the window, z = E(D)/sqrt(W - Var(D)), a standard normal where the model is
 * true.
 *
 * @param z positive where the source has risen against the anchor
 * @param moved logits
 */
record Drift(double z, double moved) {
    /** Years that a move is looked for in. */
    static final double WINDOW = 1;

    /** Below this part of W little was learnt, and rounding decides. */
    private static final double LEARNT_MIN = 0.05;

    /**
     * The drift of a source; empty where its figures say next to nothing of the window.
     *
     * @param years since the biases were remembered
     */
    static Optional<Drift> of(SourceBiases belief, int source, double years) {
        double wandered = belief.wanderVariance(source) * years;
        double learnt = wandered - belief.movedVariance(source);
        if (!(learnt > LEARNT_MIN * wandered)) {
            return Optional.empty();
        }
        double moved = belief.moved(source);
        return Optional.of(new Drift(moved / StrictMath.sqrt(learnt), moved));
    }
}
