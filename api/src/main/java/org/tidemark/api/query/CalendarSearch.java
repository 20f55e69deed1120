package org.tidemark.api.query;

import java.util.function.Predicate;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.AwaitedSearch;
import org.tidemark.engine.estimate.KnownProspects;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** The releases that are asked for, economy by economy. */
final class CalendarSearch implements Walk<CalendarRow> {
    private final CalendarQuery query;
    private final AwaitedSearch awaited;

    CalendarSearch(CalendarQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs, KnownProspects known) {
        this.query = query;
        awaited = new AwaitedSearch(catalogue, stores, codecs, query.wanted(), known);
    }

    @Override
    public void each(Predicate<CalendarRow> wantsMore) {
        query.economies().eachInTurn(awaited::economies, this::ofEconomy, wantsMore);
    }

    private boolean ofEconomy(String economy, Predicate<CalendarRow> wantsMore) {
        boolean[] more = {true};
        awaited.ofEconomy(economy, of -> {
            AwaitedRelease release = of.release();
            if (more[0] && query.asksFor(release)) {
                more[0] = wantsMore.test(new CalendarRow(release, () -> awaited.prospect(of), query.today()));
            }
        });
        return more[0];
    }
}
