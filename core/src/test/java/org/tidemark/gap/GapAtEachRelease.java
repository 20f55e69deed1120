package org.tidemark.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Season;
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
    public static List<Estimate> of(
            GapRecipe recipe, HeldFigures held, Function<Period, Instant> published, boolean unadjusted) {
        SortedMap<Period, List<Figure>> rows =
                Ingredients.of(recipe, held, SeriesId.TOTAL, unadjusted).rows();
        Map<Season, Map<Period, Normal>> paths = new EnumMap<>(Season.class);
        EstimateKey key = new EstimateKey(held.economy(), SeriesId.TOTAL, Said.GAP, recipe.id());
        String unit = recipe.kind() == GapRecipe.Kind.CAPACITY ? Said.PERCENT : Said.POINTS;
        List<Period> periods = List.copyOf(rows.keySet());
        List<Estimate> told = new ArrayList<>();
        for (int i = MOMENTS_MIN - 1; i < periods.size(); i++) {
            Period period = periods.get(i);
            if (period.midYear() - periods.get(0).midYear() >= YEARS_MIN) {
                Season season = Season.of(
                        unadjusted,
                        periods.subList(0, i + 1).stream()
                                .mapToDouble(Period::midYear)
                                .toArray(),
                        (double) period.days());
                Normal gap = Objects.requireNonNull(paths.computeIfAbsent(season, s -> gaps(recipe, rows, s))
                        .get(period));
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

    private static Map<Period, Normal> gaps(GapRecipe recipe, SortedMap<Period, List<Figure>> rows, Season season) {
        GapPath path = GapPath.of(Moments.model(recipe.kind(), season), Moments.of(recipe, rows, season), true);
        Map<Period, Normal> gaps = new HashMap<>();
        path.steps().forEach(step -> gaps.put(step.moment().period(), path.gap(step.filtered())));
        return gaps;
    }
}
