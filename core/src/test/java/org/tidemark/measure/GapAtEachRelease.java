package org.tidemark.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Season;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * What {@link GroupContrasts} says of the whole economy after each release, where each brings one period and nothing is
 * revised: then the states of one fold are the newest states of the folds of all releases.
 */
public final class GapAtEachRelease {
    private GapAtEachRelease() {}

    /** By release in order, from the first on that has enough periods. */
    public static List<Estimate> of(
            MeasureRecipe of, HeldFigures held, Function<Period, Instant> published, boolean unadjusted) {
        Contrasted recipe = new Contrasted(of, Objects.requireNonNull(of.groups()), unadjusted);
        SectorPanel panel = SectorPanel.of(of, held);
        List<Point> gaps = panel.gaps(
                panel.shown(recipe.groups().exposed()),
                panel.shown(recipe.groups().unexposed()));
        Map<Season, Map<Period, ContrastPath.State>> paths = new EnumMap<>(Season.class);
        EstimateKey key = new EstimateKey(held.economy(), SeriesId.TOTAL, GroupContrasts.GAP, recipe.id());
        List<Estimate> told = new ArrayList<>();
        for (int i = Contrast.PERIODS_MIN - 1; i < gaps.size(); i++) {
            Season season = new GapSeries(gaps.subList(0, i + 1), unadjusted).season();
            Period period = gaps.get(i).period();
            // What may be all season has no probability, and no rule reads it.
            ContrastPath.State state = season == Season.UNKNOWN
                    ? null
                    : paths.computeIfAbsent(
                                    season,
                                    s -> byPeriod(new GapSeries(gaps, s)
                                            .path(recipe.groups().filter(), recipe.log())))
                            .get(period);
            if (state != null) {
                told.add(estimate(key, recipe, state, i + 1, published.apply(period)));
            }
        }
        return told;
    }

    private static Map<Period, ContrastPath.State> byPeriod(ContrastPath path) {
        Map<Period, ContrastPath.State> states = new HashMap<>();
        path.states().forEach(state -> states.put(state.gap().period(), state));
        return states;
    }

    private static Estimate estimate(
            EstimateKey key, Contrasted recipe, ContrastPath.State state, int inputs, Instant asOf) {
        boolean log = recipe.log();
        double scale = log ? 100 : 1;
        double mean = scale * state.belief().level();
        double sd = scale * StrictMath.sqrt(state.belief().p11());
        double z80 = StandardNormal.Z90 * sd;
        double z95 = StandardNormal.Z975 * sd;
        Banded band = new Banded(mean, mean - z80, mean + z80, mean - z95, mean + z95);
        HorizonValue level = new HorizonValue(Horizon.P0D, band, state.gapNegative());
        String unit = log ? "log_points" : "percentage_points";
        return new Estimate(key, asOf, state.gap().period(), inputs, "", "fold", unit, List.of(level), null);
    }
}
