package org.tidemark.api.query;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EndedSeries;
import org.tidemark.catalogue.Family;
import org.tidemark.catalogue.Indicator;

/**
 * A line of the catalogue.
 *
 * @param kind {@code indicator}, or {@code family} for the defaults of all ids under a prefix
 * @param ended why no figure of it will come any more; empty while figures are awaited
 */
record IndicatorRow(String kind, Indicator indicator, Optional<EndedSeries> ended) {
    static void each(Catalogue catalogue, Predicate<IndicatorRow> wantsMore) {
        boolean unused = Stream.concat(
                        catalogue.indicators().stream()
                                .map(i -> new IndicatorRow(
                                        "indicator",
                                        i,
                                        catalogue.ended(i.concept()).filter(e -> e.indicator()
                                                .equals(i.id())))),
                        catalogue.families().stream()
                                .map(IndicatorRow::family)
                                .sorted(Comparator.comparing(
                                        row -> row.indicator().id())))
                .allMatch(wantsMore);
    }

    private static IndicatorRow family(Family f) {
        return new IndicatorRow(
                "family",
                new Indicator(
                        f.prefix() + "*",
                        f.title(),
                        f.role(),
                        "",
                        "",
                        f.unit(),
                        f.frequency(),
                        f.transform(),
                        f.noise(),
                        f.accuracy(),
                        f.minimum(),
                        f.maximum(),
                        f.tolerance(),
                        f.lag(),
                        f.thinning(),
                        f.season(),
                        f.citation(),
                        f.standsFor()),
                Optional.empty());
    }

    /** As ISO 8601 writes it; empty when it is the source that has one, or none has. */
    String lag() {
        return indicator.lag() == null ? "" : indicator.lag().toString();
    }
}
