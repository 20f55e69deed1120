package org.tidemark.figures;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/**
 * What is believed of one figure of a series.
 *
 * @param value in the indicator's unit
 * @param standardError in the same unit; null when none was published
 * @param since when that was published
 */
public record Figure(Period period, double value, @Nullable Double standardError, Instant since) {
    /** As {@link Period#BY_TIME} has their periods. */
    public static final Comparator<Figure> BY_TIME = Comparator.comparing(Figure::period, Period.BY_TIME);
}
