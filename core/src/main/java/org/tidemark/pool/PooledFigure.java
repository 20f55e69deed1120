package org.tidemark.pool;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Indicator;
import org.tidemark.estimate.Measurement;
import org.tidemark.figures.Figure;
import org.tidemark.series.FigureId;

/** One figure as the pool folds it. */
record PooledFigure(Instrument instrument, FigureId id, Measurement reading) {
    /** Event time, length, source; then whatever makes it one order for figures that were filled in any order. */
    static final Comparator<PooledFigure> ORDER = Comparator.comparingDouble(
                    (PooledFigure f) -> f.reading().time())
            .thenComparing(f -> f.id().period().days())
            .thenComparing(f -> f.id().series().source())
            .thenComparing(f -> f.id().series())
            .thenComparing(f -> f.id().period());

    private static final double PERCENT = 100;

    /** The figure as a share; null when it is none, for an indicator of a user's own may be a count. */
    static @Nullable Measurement reading(Figure figure, Indicator indicator, String economy) {
        double whole = indicator.unit().equals("percent") ? PERCENT : 1;
        double share = figure.value() / whole;
        if (!(share >= 0 && share <= 1)) {
            return null;
        }
        Double published = figure.standardError();
        double standardError = published == null ? indicator.noise(economy) : published;
        return new Measurement(figure.period().midYear(), share, standardError / whole);
    }
}
