package org.tidemark.api.query;

import java.util.List;
import java.util.function.Predicate;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.NewsStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** Finds news: the last of each cell, or all of a time; cells and instants are asked for as those of estimates are. */
final class NewsQuery implements Walk<News> {
    static final List<String> PARAMETERS = List.of(
            "economy", "sector", "measure", "concept", "as_of", "from", "to", Parameters.LIMIT, Parameters.FORMAT);

    private final EstimateQuery query;
    private final LatestEstimateStore cells;
    private final NewsStore news;

    NewsQuery(EstimateQuery query, StoreAccess stores, Codecs codecs) {
        this.query = query;
        cells = LatestEstimateStore.reading(stores, codecs);
        news = NewsStore.reading(stores, codecs);
    }

    @Override
    public void each(Predicate<News> wantsMore) {
        query.economies().each(cells::each, cell -> !query.asksFor(cell.key()) || ofCell(cell, wantsMore));
    }

    private boolean ofCell(Estimate cell, Predicate<News> wantsMore) {
        if (query.history()) {
            return query.until().isBefore(query.from())
                    || news.between(cell.key(), query.from(), query.until(), wantsMore);
        }
        News last = news.asOf(cell.key(), query.asOf() == null ? EstimateQuery.EVER : query.asOf());
        return last == null || wantsMore.test(last);
    }
}
