package org.tidemark.api.query;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.series.Period;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** Finds estimates: the cells from the store of the latest, what was known of each and when from that of all. */
final class EstimateSearch implements Walk<Estimate> {
    private final EstimateQuery query;
    private final EstimateStore all;
    private final LatestEstimateStore latest;

    EstimateSearch(EstimateQuery query, StoreAccess stores, Codecs codecs) {
        this.query = query;
        all = EstimateStore.reading(stores, codecs);
        latest = LatestEstimateStore.reading(stores, codecs);
    }

    @Override
    public void each(Predicate<Estimate> wantsMore) {
        query.economies().each(latest::each, cell -> !query.asksFor(cell.key()) || ofCell(cell, wantsMore));
    }

    private boolean ofCell(Estimate newest, Predicate<Estimate> wantsMore) {
        if (query.vintages() == EstimateQuery.Vintages.FIRST) {
            Set<Period> told = new HashSet<>();
            return all.between(
                    newest.key(),
                    query.from(),
                    query.until(),
                    e -> e.levels().isEmpty() || !told.add(e.period()) || wantsMore.test(e));
        }
        if (query.history()) {
            return query.until().isBefore(query.from())
                    || all.between(newest.key(), query.from(), query.until(), wantsMore);
        }
        if (query.asOf() == null || !newest.asOf().isAfter(query.asOf())) {
            return wantsMore.test(newest);
        }
        Estimate then = all.asOf(newest.key(), query.asOf());
        return then == null || wantsMore.test(then);
    }
}
