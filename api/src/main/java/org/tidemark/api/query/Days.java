package org.tidemark.api.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.told.Told;

/**
 * On which day estimates are told.
 *
 * @param day today, or the one that is asked for; null: each estimate on the day it was known, as where history is asked for
 */
record Days(Catalogue catalogue, @Nullable LocalDate day) {
    static Days of(EstimateQuery query, Catalogue catalogue, Instant now) {
        if (query.history() || query.vintages() == EstimateQuery.Vintages.FIRST) {
            return new Days(catalogue, null);
        }
        Instant asOf = query.asOf();
        Instant instant = asOf == null || asOf.isAfter(now) ? now : asOf;
        return new Days(catalogue, LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    Told told(Estimate estimate) {
        LocalDate on = day == null ? LocalDate.ofInstant(estimate.asOf(), ZoneOffset.UTC) : day;
        return Told.of(estimate, on, catalogue);
    }
}
