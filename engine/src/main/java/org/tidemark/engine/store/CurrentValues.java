package org.tidemark.engine.store;

import java.util.function.BiConsumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;

/** What is believed of each figure, worked out of all its vintages: what every cache of it is rebuilt from. */
public final class CurrentValues {
    private final Catalogue catalogue;
    private final FigureStore figures;

    public CurrentValues(Catalogue catalogue, FigureStore figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /** Every figure of an economy of which something is believed, in the order of the figures; what is withdrawn too. */
    public void each(String economy, BiConsumer<FigureId, CurrentValue> consumer) {
        boolean unused = figures.figuresWhile(economy, vintages -> {
            FigureId figure = vintages.get(0).observation().figure();
            CurrentValue now = Histories.takenBack(vintages).belief(tolerance(figure));
            if (now.since() != null) {
                consumer.accept(figure, now);
            }
            return true;
        });
    }

    private double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}
