package org.tidemark.api.query;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.compose.Estimators;
import org.tidemark.engine.revise.WhatIf;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** The latest estimates of one economy as they would be if all that is held of it were believed: computed when asked. */
final class WhatIfSearch implements Walk<Estimate> {
    private final EstimateQuery query;
    private final WhatIf what;

    WhatIfSearch(EstimateQuery query, Catalogue catalogue, StoreAccess stores, Codecs codecs) {
        this.query = query;
        FigureStore figures = FigureStore.reading(stores, codecs);
        this.what = new WhatIf(catalogue, Estimators.of(catalogue), figures);
    }

    @Override
    public void each(Predicate<Estimate> wantsMore) {
        query.economies().<Estimate>each(this::ofEconomy, wantsMore);
    }

    private void ofEconomy(@Nullable String economy, Predicate<Estimate> wantsMore) {
        boolean unused =
                what
                        .with(Objects.requireNonNull(economy, "the query has asked for some"), held -> true)
                        .values()
                        .stream()
                        .filter(estimate -> query.asksFor(estimate.key()))
                        .allMatch(wantsMore);
    }
}
