package org.tidemark.projection;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.FigureId;

/**
 * One figure of a pool.
 *
 * @param since when what is believed of it was published
 * @param reading as a filter reads it; null where it is withdrawn: nothing to read, but something that is known
 */
public record PoolFigure(FigureId figure, Instant since, @Nullable Measurement reading) {
    /** The order of folding, the same as that of penetration. */
    public static final Comparator<FigureId> FOLDING = Comparator.comparingDouble(
                    (FigureId f) -> f.period().midYear())
            .thenComparing(f -> f.period().days())
            .thenComparing(f -> f.series().source())
            .thenComparing(f -> f.series().indicator())
            .thenComparing(f -> f.period().start());
}
