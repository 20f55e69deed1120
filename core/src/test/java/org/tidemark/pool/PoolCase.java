package org.tidemark.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Figures of one economy, and what the pool says of them. */
final class PoolCase {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    static final Instant KNOWN = Instant.parse("2026-06-01T00:00:00Z");

    final HeldFigures held;
    private final Catalogue catalogue;

    PoolCase(String economy, String... own) {
        held = new HeldFigures(economy);
        List<CatalogueYaml.Text> texts = Stream.of(own)
                .map(yaml -> new CatalogueYaml.Text("own.yaml", yaml))
                .toList();
        catalogue = texts.isEmpty() ? SHIPPED : ShippedCatalogue.with(texts);
    }

    PoolCase put(String indicator, String source, String period, double percent) {
        return put(indicator, source, period, percent, null);
    }

    PoolCase put(String indicator, String source, String period, double percent, @Nullable Double standardError) {
        return put("TOTAL", indicator, source, period, percent, standardError);
    }

    PoolCase put(
            String sector,
            String indicator,
            String source,
            String period,
            double percent,
            @Nullable Double standardError) {
        SeriesId series = new SeriesId(indicator, held.economy(), sector, source);
        held.put(new FigureId(series, Period.parse(period)), percent, standardError, KNOWN);
        return this;
    }

    List<Estimate> estimates() {
        return new PooledEstimator(catalogue).estimates(held);
    }

    Estimate in(String concept) {
        return estimates().stream()
                .filter(e -> e.key().concept().equals(concept))
                .findFirst()
                .orElseThrow();
    }

    /** The median at P0D or NOW, logits. */
    static double logit(Estimate estimate, int level) {
        double share = estimate.levels().get(level).band().value() / 100;
        return Math.log(share / (1 - share));
    }

    static double percent(double logit) {
        return 100 / (1 + Math.exp(-logit));
    }

    static Optional<Term> find(Estimate estimate, String name) {
        return estimate.terms().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    static Term term(Estimate estimate, String name) {
        return find(estimate, name).orElseThrow(() -> new AssertionError(name + " is not in " + estimate.terms()));
    }
}
