package org.tidemark.api.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;

/**
 * Which estimates are asked for; a null filters nothing.
 *
 * @param asOf nothing that was known later counts
 * @param history whether every update from {@code from} to {@code to} is asked for, or the last one only
 * @param vintages the last word on each cell, or what was said first of each reference period
 * @param quarantine without what is held, or as if it were believed
 */
record EstimateQuery(
        Economies economies,
        @Nullable String sector,
        @Nullable String measure,
        @Nullable String concept,
        @Nullable Horizon horizon,
        @Nullable Instant asOf,
        boolean history,
        Instant from,
        Instant to,
        Vintages vintages,
        Quarantine quarantine) {
    static final List<String> PARAMETERS = List.of(
            "economy",
            "sector",
            "measure",
            "concept",
            "horizon",
            "as_of",
            "from",
            "to",
            "vintages",
            "quarantine",
            Parameters.LIMIT,
            Parameters.FORMAT);

    // What a store's key can hold.
    static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);

    /** Which updates of a cell. */
    enum Vintages {
        LATEST,
        FIRST;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether what is held counts. */
    enum Quarantine {
        WITHOUT,
        WITH;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static EstimateQuery of(Parameters p, Vocabulary words) {
        Instant from = p.beginning("from", EARLIEST);
        Instant to = p.end("to", EVER);
        if (to.isBefore(from)) {
            throw new BadQueryException(
                    "from %s is after to %s; exchange them".formatted(p.text("from"), p.text("to")));
        }
        Vintages vintages = p.oneOf("vintages", Vintages.class, Vintages::written);
        EstimateQuery query = new EstimateQuery(
                Filters.economies(p, words.catalogue()),
                p.text("sector"),
                Filters.known(p, "measure", words.measures(), "measures"),
                p.text("concept"),
                p.oneOf("horizon", Horizon.class, Horizon::name),
                p.read("as_of", Moments::end),
                p.text("from") != null || p.text("to") != null,
                from,
                to,
                vintages == null ? Vintages.LATEST : vintages,
                quarantine(p));
        query.requireAnswerable(p);
        return query;
    }

    private static Quarantine quarantine(Parameters p) {
        Quarantine given = p.oneOf("quarantine", Quarantine.class, Quarantine::written);
        return given == null ? Quarantine.WITHOUT : given;
    }

    /** With what is held only the present of economies can be told: nobody said it at any time. */
    private void requireAnswerable(Parameters p) {
        boolean past = asOf != null || history || p.text("vintages") != null;
        if (quarantine == Quarantine.WITH && (economies.areAll() || past)) {
            throw new BadQueryException(
                    "quarantine=with tells the present of an economy; give economy, and neither as_of, from, to nor vintages");
        }
    }

    /** Whether it tells more than one estimate of a cell. */
    boolean tellsThePast() {
        return history || vintages == Vintages.FIRST;
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
