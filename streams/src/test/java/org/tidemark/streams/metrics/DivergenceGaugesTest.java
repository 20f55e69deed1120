package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.measure.PanelMember;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.told.Told;

/** A panel on the gauges: one series for each scale, and one for each word of the verdict. */
class DivergenceGaugesTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final List<String> MEMBERS = List.of("AT", "BE", "DE", "DK", "ES", "FI", "FR", "SE");

    private static List<Estimate> panel() {
        MeasureRecipe recipe =
                Objects.requireNonNull(CATALOGUE.recipes().measures().recipes().get("firms.any_use"));
        HeldFigures held = new HeldFigures(recipe.economy());
        for (int i = 0; i < MEMBERS.size(); i++) {
            SeriesId series = new SeriesId(
                    String.valueOf(recipe.parts().get(0).indicator()),
                    MEMBERS.get(i),
                    SeriesId.TOTAL,
                    recipe.parts().get(0).source());
            double before = 5 + 4.0 * i;
            double luck = i % 2 == 0 ? 0.1 : -0.1;
            put(held, PanelMember.of(recipe, new FigureId(series, Period.parse("2024"))), before);
            put(held, PanelMember.of(recipe, new FigureId(series, Period.parse("2025"))), before * 1.5 + luck);
        }
        return MeasureEstimator.ofPanels(CATALOGUE).stream()
                .flatMap(one -> one.estimates(held).stream())
                .toList();
    }

    private static void put(HeldFigures held, FigureId figure, double percent) {
        held.put(figure, percent, null, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Map<String, Double> shown(String name) {
        CellGauge gauge = ComposedGauges.all().stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<String, Double> shown = new TreeMap<>();
        for (Estimate e : panel()) {
            if (!gauge.measures().test(e.key().measure())) {
                continue;
            }
            double value = gauge.value().applyAsDouble(Told.of(e, LocalDate.EPOCH, Optional.empty()));
            if (!Double.isNaN(value)) {
                shown.put(gauge.labels().apply(e.key()).toString(), value);
            }
        }
        return shown;
    }

    @Test
    void aSlopeHasASeriesForEachScale() {
        assertThat(shown("tidemark_divergence_slope"))
                .containsOnlyKeys(
                        "{concept=\"firms.any_use\",economy=\"EU27\",scale=\"level\",sector=\"TOTAL\"}",
                        "{concept=\"firms.any_use\",economy=\"EU27\",scale=\"log\",sector=\"TOTAL\"}",
                        "{concept=\"firms.any_use\",economy=\"EU27\",scale=\"logit\",sector=\"TOTAL\"}");
        assertThat(shown("tidemark_divergence_slope").values())
                .anySatisfy(v -> assertThat(v).isBetween(0.49, 0.51));
        assertThat(shown("tidemark_divergence_slope_negative_probability")).hasSize(3);
        assertThat(shown("tidemark_divergence_dispersion").values())
                .allSatisfy(v -> assertThat(v).isBetween(0.0, 1.5));
    }

    @Test
    void theVerdictHasTwoWords() {
        assertThat(shown("tidemark_divergence_apart_probability")).hasSize(1);
        assertThat(shown("tidemark_divergence_together_probability").values()).containsExactly(0.0);
    }
}
