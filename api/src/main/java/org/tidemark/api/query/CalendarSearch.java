package org.tidemark.api.query;

import java.util.function.Predicate;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.AwaitedSearch;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** The releases that are asked for, economy by economy. */
final class CalendarSearch implements Walk<CalendarRow> {
    private final CalendarQuery query;
    private final FigureStore figures;
    private final AwaitedSearch awaited;

    CalendarSearch(CalendarQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs) {
        this.query = query;
        figures = FigureStore.reading(stores, codecs);
        awaited = new AwaitedSearch(catalogue, stores, codecs);
    }

    @Override
    public void each(Predicate<CalendarRow> wantsMore) {
        query.economies()
                .<CalendarRow>each(
                        (economy, more) -> {
                            if (economy == null) {
                                boolean unused = figures.economies(code -> ofEconomy(code, more));
                            } else {
                                boolean unused = ofEconomy(economy, more);
                            }
                        },
                        wantsMore);
    }

    private boolean ofEconomy(String economy, Predicate<CalendarRow> wantsMore) {
        boolean[] more = {true};
        awaited.ofEconomy(economy, query.asOf(), query.wanted(), of -> {
            AwaitedRelease release = of.release();
            if (more[0] && query.asksFor(release)) {
                more[0] = wantsMore.test(new CalendarRow(release, awaited.prospect(of), query.today()));
            }
        });
        return more[0];
    }
}
