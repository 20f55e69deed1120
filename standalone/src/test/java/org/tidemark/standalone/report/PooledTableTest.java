package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

        List<String> lines = new PooledTable(CATALOGUE).lines(latest);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).matches("economy +anchor +level +80 % band +speed +newest input +sources +drifting");
        assertThat(lines.get(2))
                .matches("DE +firms\\.any_use +\\d+\\.\\d % +\\S+ to \\S+ +too early +2025-H2 +2 +none");
    }

    @Test
    void nothingIsSaidWhereNothingPools() {
        assertThat(new PooledTable(CATALOGUE).lines(List.of())).isEmpty();
    }
}
