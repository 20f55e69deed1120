package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class PooledTableTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    private static void put(HeldFigures held, String indicator, String source, String period, double percent) {
        SeriesId series = new SeriesId(indicator, held.economy(), "TOTAL", source);
        held.put(new FigureId(series, Period.parse(period)), percent, null, Instant.parse("2026-06-01T00:00:00Z"));
    }

    @Test
    void anEconomyHasOneRowInTheTermsOfItsAnchor() {
        HeldFigures held = new HeldFigures("DE");
        put(held, "adoption.firms.any_use", "EUROSTAT", "2024", 19.8);
        put(held, "adoption.firms.any_use", "EUROSTAT", "2025", 26);
        put(held, "adoption.people.any_use", "MICROSOFT_AIEI", "2025-H2", 28.6);
        List<Estimate> latest = new PooledEstimator(CATALOGUE).estimates(held);
        assertThat(latest).hasSize(2);

        List<String> lines = new PooledTable(new Words(CATALOGUE, true), LocalDate.parse("2026-11-30")).lines(latest);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).matches(" +pooled +period +age +speed, pt/y +sources");
        assertThat(lines.get(2)).isEqualTo("in terms of firms.any_use");
        assertThat(lines.get(3)).matches("  DE +\\d+\\.\\d \\(\\S+ to \\S+\\) +2025-H2 +334 +too early +2");
    }

    @Test
    void nothingIsSaidWhereNothingPools() {
        assertThat(new PooledTable(new Words(CATALOGUE, true), LocalDate.parse("2026-11-30")).lines(List.of()))
                .isEmpty();
    }
}
