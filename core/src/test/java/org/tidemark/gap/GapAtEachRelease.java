package org.tidemark.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.Figure;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * What {@link GapEstimator} says after each release, where each brings one period and nothing is revised: then the steps of
 * one filter are the newest steps of the filters of all releases.
 */
public final class GapAtEachRelease {
    private static final double YEARS_MIN = 2;
    private static final int MOMENTS_MIN = 8;

    private GapAtEachRelease() {}

    /** By release in order, from the first on that is not too early. */
    public static List<Estimate> of(GapRecipe recipe, HeldFigures held, Function<Period, Instant> published) {
        SortedMap<Period, List<Figure>> rows =
                Ingredients.of(recipe, held, SeriesId.TOTAL).rows();
        GapPath path = GapPath.of(Moments.model(recipe.kind()), Moments.of(recipe, rows), true);
        EstimateKey key = new EstimateKey(held.economy(), SeriesId.TOTAL, Said.GAP, recipe.id());
        String unit = recipe.kind() == GapRecipe.Kind.CAPACITY ? Said.PERCENT : Said.POINTS;
        List<Period> periods = List.copyOf(rows.keySet());
        List<Estimate> told = new ArrayList<>();
        for (int i = MOMENTS_MIN - 1; i < periods.size(); i++) {
            Period period = periods.get(i);
            if (period.midYear() - periods.get(0).midYear() >= YEARS_MIN) {
                Normal gap = path.gap(path.steps().get(i).filtered());
                told.add(new Estimate(
                        key,
                        published.apply(period),
                        period,
                        i + 1,
                        "",
                        "steps",
                        unit,
                        List.of(gap.at(Horizon.P0D)),
                        null));
            }
        }
        return told;
    }
}
