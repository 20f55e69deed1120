package org.tidemark.divergence;

import org.tidemark.catalogue.DivergenceRecipe;
import org.tidemark.revise.Change;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/** An economy's figure inside a panel of economies: there the panel stands for the economy, and the economy for the sector. */
public final class PanelMember {
    private static final String CLASSIFICATION = "ECONOMY:";

    private PanelMember() {}

    /** The figure as one of a recipe's panel. */
    public static FigureId of(DivergenceRecipe recipe, FigureId figure) {
        SeriesId series = figure.series();
        return new FigureId(
                new SeriesId(series.indicator(), recipe.scope(), CLASSIFICATION + series.economy(), series.source()),
                figure.period());
    }

    /** The economy that stands for a sector of a panel. */
    static String economy(String sector) {
        return sector.substring(CLASSIFICATION.length());
    }

    /** The change as one of a recipe's panel. */
    public static Change of(DivergenceRecipe recipe, Change change) {
        return new Change(
                of(recipe, change.figure()), change.before(), change.after(), change.batch(), change.datedByLag());
    }
}
