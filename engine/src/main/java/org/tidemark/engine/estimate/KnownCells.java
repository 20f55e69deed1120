package org.tidemark.engine.estimate;

import java.util.List;
import java.util.function.BiConsumer;
import org.tidemark.accuracy.KnownFigures;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;

/** The figures of every cell of penetration of one economy, from what is believed of them at some instant. */
public final class KnownCells {
    private final EconomyCells cells;

    public KnownCells(Catalogue catalogue) {
        cells = new EconomyCells(catalogue);
    }

    /** Takes in what is believed of a figure; of what no cell reads nothing. */
    public void put(FigureId figure, CurrentValue belief) {
        cells.put(figure, belief);
    }

    /** Hands over each cell with what is read of it, in the order of the cells. */
    public void each(BiConsumer<EstimateKey, List<KnownFigures.Figure>> consumer) {
        cells.dirty()
                .forEach(cell -> consumer.accept(
                        cell.getKey(),
                        cell.getValue().figures().stream()
                                .map(figure -> new KnownFigures.Figure(figure.period(), figure.reading()))
                                .toList()));
    }
}
