package org.tidemark.api.query;

import java.util.function.Predicate;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.SmoothedPaths;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** Works out the smoothed paths that are asked for. */
final class SmoothedSearch implements Walk<SmoothedRow> {
    private final SmoothedQuery query;
    private final SmoothedPaths paths;

    SmoothedSearch(SmoothedQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs) {
        this.query = query;
        this.paths = new SmoothedPaths(catalogue, stores, codecs);
    }

    @Override
    public void each(Predicate<SmoothedRow> wantsMore) {
        query.economies().eachInTurn(paths::economies, this::ofEconomy, wantsMore);
    }

    private boolean ofEconomy(String economy, Predicate<SmoothedRow> wantsMore) {
        boolean[] more = {true};
        paths.each(economy, query.asOf(), path -> {
            if (query.asksFor(path.key())) {
                for (SmoothedPath.Point point : path.points()) {
                    more[0] = more[0] && wantsMore.test(new SmoothedRow(path.key(), path.unit(), point));
                }
            }
        });
        return more[0];
    }
}
