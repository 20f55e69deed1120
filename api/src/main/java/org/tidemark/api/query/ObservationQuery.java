package org.tidemark.api.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * Which observations are asked for; a null filters nothing.
 *
 * @param period exactly this one
 * @param asOf nothing published later counts
 * @param from first day that a period may touch
 * @param to last day likewise
 */
record ObservationQuery(
        @Nullable String indicator,
        Economies economies,
        @Nullable String sector,
        @Nullable String source,
        @Nullable Period period,
        Instant asOf,
        Vintages vintages,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final List<String> PARAMETERS = List.of(
            "indicator",
            "economy",
            "sector",
            "source",
            "period",
            "as_of",
            "vintages",
            "from",
            "to",
            Parameters.LIMIT,
            Parameters.FORMAT);

    /** What is believed of each figure, what was said of it first, or everything that was ever said of it. */
    enum Vintages {
        LATEST,
        FIRST,
        ALL;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ObservationQuery of(Parameters p, Catalogue catalogue) {
        LocalDate from = p.read("from", text -> period(text).start());
        LocalDate to = p.read("to", text -> period(text).end());
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadQueryException("from %s is after to %s; exchange them".formatted(from, to));
        }
        Vintages vintages = p.oneOf("vintages", Vintages.class, Vintages::written);
        return new ObservationQuery(
                Filters.indicator(p, catalogue),
                Filters.economies(p, catalogue),
                p.text("sector"),
                p.text("source"),
                p.read("period", ObservationQuery::period),
                p.end("as_of", EstimateQuery.EVER),
                vintages == null ? Vintages.LATEST : vintages,
                from,
                to);
    }

    private static Period period(String text) {
        return Period.parse(text.toUpperCase(Locale.ROOT));
    }

    boolean asksFor(FigureId figure) {
        return Filters.matches(indicator, figure.series().indicator())
                && Filters.matches(sector, figure.series().sector())
                && Filters.matches(source, figure.series().source())
                && (period == null || period.equals(figure.period()))
                && (from == null || !figure.period().end().isBefore(from))
                && (to == null || !figure.period().start().isAfter(to));
    }
}
