package org.tidemark.api.query;

import java.util.List;
import java.util.function.Predicate;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.estimate.SmoothedCells;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.Histories;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** Works out the smoothed paths of what was believed at an instant; nothing of them is stored. */
final class SmoothedSearch implements Walk<SmoothedRow> {
    private final SmoothedQuery query;
    private final Catalogue catalogue;
    private final FigureStore figures;

    SmoothedSearch(SmoothedQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs) {
        this.query = query;
        this.catalogue = catalogue;
        figures = FigureStore.reading(stores, codecs);
    }

    @Override
    public void each(Predicate<SmoothedRow> wantsMore) {
        query.economies()
                .<SmoothedRow>each(
                        (economy, more) -> {
                            if (economy == null) {
                                boolean unused = figures.economies(code -> ofEconomy(code, more));
                            } else {
                                boolean unused = ofEconomy(economy, more);
                            }
                        },
                        wantsMore);
    }

    private boolean ofEconomy(String economy, Predicate<SmoothedRow> wantsMore) {
        SmoothedCells cells = new SmoothedCells(catalogue);
        boolean unused = figures.figuresWhile(economy, vintages -> {
            put(cells, vintages);
            return true;
        });
        boolean[] more = {true};
        cells.each(path -> {
            if (query.asksFor(path.key())) {
                for (SmoothedPath.Point point : path.points()) {
                    more[0] = more[0] && wantsMore.test(new SmoothedRow(path.key(), path.unit(), point));
                }
            }
        });
        return more[0];
    }

    private void put(SmoothedCells cells, List<Held> vintages) {
        FigureId figure = vintages.get(0).observation().figure();
        Vintage then = Histories.takenBack(vintages).asOf(query.asOf(), tolerance(figure));
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
