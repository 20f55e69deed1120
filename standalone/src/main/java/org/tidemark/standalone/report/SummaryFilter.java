package org.tidemark.standalone.report;

import java.util.Comparator;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.series.SeriesId;

/** The estimates that a summary has room for: those of whole economies. */
final class SummaryFilter {
    private SummaryFilter() {}

    static boolean economy(Estimate e) {
        return e.key().sector().equals(SeriesId.TOTAL) && e.key().economy().indexOf('-') < 0;
    }

    /** Aggregates first, then by key. */
    static Comparator<Estimate> order(Catalogue catalogue) {
        return Comparator.comparing((Estimate e) ->
                        !catalogue.aggregates().containsKey(e.key().economy()))
                .thenComparing(Estimate::key);
    }
}
