package org.tidemark.api.query;

import org.jspecify.annotations.Nullable;
import org.tidemark.accuracy.ConceptScore;
import org.tidemark.accuracy.HorizonScore;
import org.tidemark.estimate.EstimateKey;

/**
 * How projections came true at one horizon.
 *
 * @param key the cell; of all economies of a concept together, {@link #ALL} is the economy
 * @param concept what is known of all economies together; null where it is one cell
 */
record ScoreRow(EstimateKey key, HorizonScore score, @Nullable ConceptScore concept) {
    /** Stands for all economies; sorts before each of them. */
    static final String ALL = "*";

    /** That of one cell. */
    static ScoreRow of(EstimateKey key, HorizonScore score) {
        return new ScoreRow(key, score, null);
    }

    /** That of all economies of a concept. */
    static ScoreRow of(String concept, String measure, ConceptScore score) {
        return new ScoreRow(new EstimateKey(ALL, "TOTAL", measure, concept), score.score(), score);
    }
}
