package org.tidemark.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a source has moved away from the pool in its last year: its surprises summed, over the root of their number. A
 * standard normal where the model is true.
 *
 * @param z positive where the source reads ever higher than the pool expects
 * @param figures how many surprises
 */
record Drift(double z, int figures) {
    private static final double YEAR = 1;
    /** Event times of yearly figures differ by a year up to rounding. */
    private static final double ROUNDING = 1e-6;

    private static final int FIGURES_MIN = 2;

    /** One figure's innovation in standard deviations. */
    record Surprise(double time, double size) {}

    /**
     * The drift of a source; empty where it fell silent more than a year ago or has too few figures in its last year.
     *
     * @param surprises in order of time
     * @param newest event time of the newest figure of the whole pool
     */
    static Optional<Drift> of(List<Surprise> surprises, double newest) {
        if (surprises.isEmpty()) {
            return Optional.empty();
        }
        double last = surprises.get(surprises.size() - 1).time();
        List<Surprise> year = new ArrayList<>();
        for (Surprise surprise : surprises) {
            if (surprise.time() >= last - YEAR - ROUNDING) {
                year.add(surprise);
            }
        }
        if (last < newest - YEAR - ROUNDING || year.size() < FIGURES_MIN) {
            return Optional.empty();
        }
        double sum = 0;
        for (Surprise surprise : year) {
            sum += surprise.size();
        }
        return Optional.of(new Drift(sum / StrictMath.sqrt(year.size()), year.size()));
    }
}
