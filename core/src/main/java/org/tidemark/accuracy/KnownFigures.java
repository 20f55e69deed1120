package org.tidemark.accuracy;

import java.time.Instant;
import java.util.List;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.Period;

/**
 * The figures of one cell as they were known at an instant.
 *
 * @param at the instant
 * @param figures in the order of folding
 */
public record KnownFigures(Instant at, List<Figure> figures) {
    /**
     * A figure that is read.
     *
     * @param period its reference period
     * @param reading its share and error
     */
    public record Figure(Period period, Measurement reading) {}

    public KnownFigures {
        figures = List.copyOf(figures);
    }
}
