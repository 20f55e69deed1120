package org.tidemark.streams.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;

/**
 * Which estimates are asked for; a null filters nothing.
 *
 * @param asOf nothing that was known later counts
 * @param history whether every update from {@code from} to {@code to} is asked for, or the last one only
 */
record EstimateQuery(
        @Nullable String economy,
        @Nullable String sector,
        @Nullable String measure,
        @Nullable String concept,
        @Nullable Horizon horizon,
        @Nullable Instant asOf,
        boolean history,
        Instant from,
        Instant to) {
    static final List<String> PARAMETERS = List.of(
            "economy",
            "sector",
            "measure",
            "concept",
            "horizon",
            "as_of",
            "from",
            "to",
            Parameters.LIMIT,
            Parameters.FORMAT);

    // What a store's key can hold.
    static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);

    static EstimateQuery of(Parameters p, Catalogue catalogue) {
        Instant from = p.beginning("from", EARLIEST);
        Instant to = p.end("to", EVER);
        if (to.isBefore(from)) {
            throw new BadQueryException(
                    "from %s is after to %s; exchange them".formatted(p.text("from"), p.text("to")));
        }
        return new EstimateQuery(
                Filters.economy(p, catalogue),
                p.text("sector"),
                p.text("measure"),
                p.text("concept"),
                p.oneOf("horizon", Horizon.class, Horizon::name),
                p.read("as_of", Moments::end),
                p.text("from") != null || p.text("to") != null,
                from,
                to);
    }

    boolean asksFor(EstimateKey cell) {
        return Filters.matches(sector, cell.sector())
                && Filters.matches(measure, cell.measure())
                && Filters.matches(concept, cell.concept());
    }

    /** The end of the history: as_of or to, whichever is earlier. */
    Instant until() {
        return asOf == null || to.isBefore(asOf) ? to : asOf;
    }
}
