package org.tidemark.engine.estimate;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.Histories;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.wire.Codecs;

/** Works out the smoothed paths of what was believed at an instant from the vintages held; nothing of them is stored. */
public final class SmoothedPaths {
    private final Catalogue catalogue;
    private final FigureStore figures;

    public SmoothedPaths(Catalogue catalogue, TableReaders tables, Codecs codecs) {
        this.catalogue = catalogue;
        this.figures = FigureStore.reading(tables, codecs);
    }

    /** The economies of which figures are held, in order. */
    public SortedSet<String> economies() {
        return figures.economies();
    }

    /** Hands over the path of each cell of an economy, in the order of the cells. */
    public void each(String economy, Instant asOf, Consumer<SmoothedPath> consumer) {
        SmoothedCells cells = new SmoothedCells(catalogue);
        boolean unused = figures.figuresWhile(economy, vintages -> {
            put(cells, vintages, asOf);
            return true;
        });
        cells.each(consumer);
    }

    private void put(SmoothedCells cells, List<Held> vintages, Instant asOf) {
        FigureId figure = vintages.get(0).observation().figure();
        Vintage then = Histories.takenBack(vintages).asOf(asOf, tolerance(figure));
        if (then != null) {
            cells.put(figure, new CurrentValue(then.value(), then.standardError(), then.published()));
        }
    }

    private double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}
