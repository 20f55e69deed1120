package org.tidemark.engine.estimate;

import java.util.List;
import java.util.function.Consumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;

/** The smoothed paths of one economy: of every cell of penetration, from what is believed of its figures. */
public final class SmoothedCells {
    private final EconomyCells cells;

    public SmoothedCells(Catalogue catalogue) {
        cells = new EconomyCells(catalogue);
    }

    /** Takes in what is believed of a figure; of what no cell reads nothing. */
    public void put(FigureId figure, CurrentValue belief) {
        cells.put(figure, belief);
    }

    /** Hands over the path of each cell that has figures, in the order of the cells. */
    public void each(Consumer<SmoothedPath> consumer) {
        cells.dirty().forEach(cell -> {
            List<SmoothedPath.Figure> figures = cell.getValue().figures();
            if (!figures.isEmpty()) {
                consumer.accept(SmoothedPath.of(cell.getKey(), cell.getValue().unit(), figures));
            }
        });
    }
}
