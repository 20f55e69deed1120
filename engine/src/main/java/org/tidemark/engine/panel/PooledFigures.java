package org.tidemark.engine.panel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.catalogue.Thinning;
import org.tidemark.estimate.Measurement;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;

/** Which figures projections are pooled from, and how they are read: adoption of whole economies, as penetration reads it. */
final class PooledFigures {
    private static final String WHOLE = "TOTAL";

    private final Catalogue catalogue;

    PooledFigures(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The indicator of a figure that is pooled, else null. What is daily is not: one figure a year is used of an economy, and
     * the others would cross to the panels for nothing.
     */
    @Nullable
    Indicator read(FigureId figure) {
        if (!figure.series().sector().equals(WHOLE)) {
            return null;
        }
        return catalogue
                .indicator(figure.series().indicator())
                .filter(indicator -> indicator.role() == Role.ADOPTION && indicator.thinning() == Thinning.NONE)
                .orElse(null);
    }

    /** An empty pool of a concept. */
    ProjectionPool pool(String concept) {
        return new ProjectionPool(
                WHOLE, concept, economy -> catalogue.aggregates().containsKey(economy));
    }

    /** What is believed of a figure after a change; null where that is nothing. */
    @Nullable
    PoolFigure after(ValueChange change, Indicator indicator) {
        CurrentValue belief = change.after();
        Instant since = belief.since();
        return since == null
                ? null
                : new PoolFigure(change.figure(), since, reading(change.figure(), belief, indicator));
    }

    private static @Nullable Measurement reading(FigureId figure, CurrentValue belief, Indicator indicator) {
        double whole = "percent".equals(indicator.unit()) ? 100 : 1;
        double share = belief.value() == null ? Double.NaN : belief.value() / whole;
        if (!(share >= 0 && share <= 1)) {
            return null;
        }
        Double published = belief.standardError();
        double error = published == null ? indicator.noise(figure.series().economy()) : published;
        return new Measurement(figure.period().midYear(), share, error / whole);
    }
}
