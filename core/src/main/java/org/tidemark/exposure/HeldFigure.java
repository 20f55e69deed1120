package org.tidemark.exposure;

import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;

/** A figure with the series that it is of. */
record HeldFigure(FigureSeries series, Figure figure) {
    double value() {
        return figure.value();
    }

    Evidence appendTo(Evidence evidence) {
        return evidence.with(series, figure);
    }

    @Override
    public String toString() {
        return series.id().sector() + " in " + figure.period().label();
    }
}
