package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
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

class DivergenceTableTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final List<String> MEMBERS = List.of("AT", "BE", "DE", "DK", "ES", "FI", "FR", "SE");
    private static final double[] BEFORE = {4, 7, 11, 15, 18, 24, 29, 35};
    private static final double[] LUCK = {0.1, -0.1, 0.05, 0, -0.05, 0.1, -0.1, 0};

    private static List<Estimate> latest(DoubleUnaryOperator later) {
        MeasureRecipe recipe =
                Objects.requireNonNull(CATALOGUE.recipes().measures().recipes().get("firms.any_use"));
        HeldFigures held = new HeldFigures(recipe.economy());
        for (int i = 0; i < BEFORE.length; i++) {
            SeriesId series = new SeriesId(
                    String.valueOf(recipe.parts().get(0).indicator()),
                    MEMBERS.get(i),
                    SeriesId.TOTAL,
                    recipe.parts().get(0).source());
            put(held, recipe, new FigureId(series, Period.parse("2024")), BEFORE[i]);
            put(held, recipe, new FigureId(series, Period.parse("2025")), later.applyAsDouble(BEFORE[i]) + LUCK[i]);
        }
        return MeasureEstimator.ofPanels(CATALOGUE).stream()
                .flatMap(one -> one.estimates(held).stream())
                .toList();
    }

    private static void put(HeldFigures held, MeasureRecipe recipe, FigureId figure, double percent) {
        held.put(PanelMember.of(recipe, figure), percent, null, Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void eachScaleHasARowAndTheVerdictFollows() {
        List<String> lines = new DivergenceTable(new Words(CATALOGUE, true)).lines(latest(p -> p * (1 + p / 100)));

        assertThat(lines).hasSize(9);
        assertThat(lines.get(3)).isEqualTo("EU27: firms.any_use, 2025, 8 economies");
        assertThat(lines.get(4))
                .matches(
                        "  level +\\+0\\.\\d+ \\(\\+\\S+ to \\+\\S+\\) +<0\\.01 +\\S+ \\(\\S+ to \\S+\\), was [\\d.]+");
        assertThat(lines.get(5)).contains(" log ");
        assertThat(lines.get(6)).contains(" logit ");
        assertThat(verdict(lines))
                .matches(
                        "EU27, firms\\.any_use: they drift apart on every scale with a probability of at +least (0\\.9\\d|1\\.00)");
    }

    private static String verdict(List<String> lines) {
        return String.join("", lines.subList(7, lines.size()));
    }

    @Test
    void whereTheScalesContradictOneAnotherItIsSaid() {
        DivergenceTable table = new DivergenceTable(new Words(CATALOGUE, true));

        assertThat(verdict(table.lines(latest(p -> p * 0.95 + 4))))
                .startsWith("EU27, firms.any_use: they come together on every scale with a probability of at");
        assertThat(verdict(table.lines(latest(p -> p * 1.3 + 0.9))))
                .isEqualTo("EU27, firms.any_use: no verdict, the scales contradict one another or show  nothing");
    }

    @Test
    void whyThereIsNoNumberIsSaid() {
        HeldFigures held = new HeldFigures("EU27");
        MeasureRecipe recipe =
                Objects.requireNonNull(CATALOGUE.recipes().measures().recipes().get("firms.any_use"));
        SeriesId series = new SeriesId(
                String.valueOf(recipe.parts().get(0).indicator()),
                "DE",
                SeriesId.TOTAL,
                recipe.parts().get(0).source());
        put(held, recipe, new FigureId(series, Period.parse("2025")), 26);

        assertThat(String.join(
                        "",
                        new DivergenceTable(new Words(CATALOGUE, true))
                                .lines(MeasureEstimator.ofPanels(CATALOGUE).stream()
                                        .flatMap(one -> one.estimates(held).stream())
                                        .toList())))
                .endsWith("no number for EU27, divergence of firms.any_use: 0 economies have figures of two"
                        + "  periods 0.9 to 2.1 years apart; at least 6 are needed");
    }

    @Test
    void nothingIsSaidWhereNothingIsCompared() {
        assertThat(new DivergenceTable(new Words(CATALOGUE, true)).lines(List.of()))
                .isEmpty();
    }
}
