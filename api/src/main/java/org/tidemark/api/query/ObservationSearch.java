package org.tidemark.api.query;

import java.util.List;
import java.util.function.Predicate;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.Histories;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** Finds what was published of figures, or what was believed of them at an instant. */
final class ObservationSearch implements Walk<VintageRow> {
    private final ObservationQuery query;
    private final Catalogue catalogue;
    private final FigureStore figures;

    ObservationSearch(ObservationQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs) {
        this.query = query;
        this.catalogue = catalogue;
        figures = FigureStore.reading(stores, codecs);
    }

    @Override
    public void each(Predicate<VintageRow> wantsMore) {
        query.economies().<List<Held>>each((economy, all) -> figures.figuresWhile(economy, all), held -> {
            FigureId figure = held.get(0).observation().figure();
            return !query.asksFor(figure) || ofFigure(figure, held, wantsMore);
        });
    }

    private boolean ofFigure(FigureId figure, List<Held> held, Predicate<VintageRow> wantsMore) {
        if (query.vintages() == ObservationQuery.Vintages.ALL) {
            return held.stream()
                    .filter(h -> !h.observation().published().isAfter(query.asOf()))
                    .allMatch(h -> wantsMore.test(VintageRow.of(h)));
        }
        if (query.vintages() == ObservationQuery.Vintages.FIRST) {
            return held.stream()
                    .filter(h -> !h.isHeld()
                            && !h.isAside()
                            && !h.conflicting()
                            && h.observation().value() != null)
                    .filter(h -> !h.observation().published().isAfter(query.asOf()))
                    .limit(1)
                    .allMatch(h -> wantsMore.test(VintageRow.of(h)));
        }
        Vintage believed = Histories.takenBack(held).asOf(query.asOf(), tolerance(figure));
        return believed == null
                || held.stream()
                        .filter(h -> !h.isHeld() && h.vintage().equals(believed))
                        .limit(1)
                        .allMatch(h -> wantsMore.test(VintageRow.of(h)));
    }

    private double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}
