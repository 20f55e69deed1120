package org.tidemark.gap;

import java.util.List;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Term;
import org.tidemark.figures.Figure;

/**
 * Growth of real demand minus growth of output. Where output is the only supply that is published this is no gap: output is
 * what was made, not what could have been made, and growth says nothing of the level that it started from.
 */
final class GrowthDifference {
    static final String VERSION = "growth-difference/1";

    private static final String ARITHMETIC =
            "arithmetic of three published rates, and output is no supply: it says nothing of a gap";

    private GrowthDifference() {}

    /** Of the figures of one period. */
    static Estimate of(Ingredients from, List<Figure> row) {
        Said said = Said.of(from, from.evidence(List.of(row)));
        GapRecipe recipe = from.recipe();
        double output = row.get(0).value();
        double nominal = row.get(1).value();
        double prices = row.get(2).value();
        // Arithmetic of three rates that are published: no model says how probable its sign is.
        Normal difference = new Normal(nominal - prices - output, StrictMath.sqrt(variance(recipe, row)));
        return said.value(
                List.of(difference.unsigned(Horizon.P0D)),
                List.of(
                        measured(
                                "nominal_demand_growth",
                                row.get(1),
                                recipe.demand().get(0)),
                        measured("price_growth", row.get(2), recipe.demand().get(1)),
                        measured("output_growth", row.get(0), recipe.supply().get(0)),
                        noise(recipe),
                        Background.because(ARITHMETIC, Said.POINTS)));
    }

    private static double variance(GapRecipe recipe, List<Figure> row) {
        double variance = recipe.noise() * recipe.noise();
        for (Figure figure : row) {
            Double se = figure.standardError();
            variance += se == null ? 0 : se * se;
        }
        return variance;
    }

    private static Term measured(String name, Figure figure, String indicator) {
        return new Term(
                name,
                figure.value(),
                figure.standardError(),
                null,
                Term.Basis.MEASURED,
                Said.PERCENT,
                indicator + ", " + figure.period());
    }

    private static Term noise(GapRecipe recipe) {
        return new Term(
                "noise",
                recipe.noise(),
                null,
                null,
                Term.Basis.ASSUMED,
                Said.POINTS,
                "standard deviation of rounding and later revision; no publisher states one");
    }
}
