package org.tidemark.alert.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** A declared measure over made figures: what its shipped estimator says after each release, and what was true. */
final class MeasureWorld {
    private final Calendar calendar;
    private final int years;
    private final MeasureRecipe recipe;
    private final MeasureEstimator estimator;
    private final List<Calendar.Release> releases;
    private final Function<Random, Truth> drawn;

    /**
     * One recipe.
     *
     * @param drawn a world of its own for each cell
     */
    MeasureWorld(Catalogue catalogue, Calendar calendar, String recipe, int years, Function<Random, Truth> drawn) {
        this.calendar = calendar;
        this.years = years;
        this.recipe =
                Objects.requireNonNull(catalogue.recipes().measures().recipes().get(recipe));
        EstimateKey key = new EstimateKey(
                this.recipe.economy(), SeriesId.TOTAL, this.recipe.kind().written(), recipe);
        this.estimator = Stream.of(MeasureEstimator.ofEconomies(catalogue), MeasureEstimator.ofPanels(catalogue))
                .flatMap(List::stream)
                .filter(e -> e.makes(key))
                .findFirst()
                .orElseThrow();
        this.releases = calendar.releases(years, catalogue);
        this.drawn = drawn;
    }

    /** The state of one world, which moves on from period to period. */
    interface Truth {
        /** Moves on to a period, and puts what is published of it. */
        Map<String, Double> next(Period period);

        /** Whether what the rule says is so in the period that it is in. */
        boolean holds();
    }

    /** One cell: all that is said, and the truth. */
    Story draw(Random random) {
        Truth truth = drawn.apply(random);
        HeldFigures held = new HeldFigures(recipe.economy());
        Map<Period, Boolean> holds = new HashMap<>();
        List<Estimate> told = new ArrayList<>();
        for (Calendar.Release release : releases) {
            truth.next(release.period()).forEach((series, value) -> put(held, series, release, value));
            holds.put(release.period(), truth.holds());
            told.addAll(estimator.estimates(held));
        }
        return new Story(calendar, 12.0 * years, told, (condition, period) -> Boolean.TRUE.equals(holds.get(period)));
    }

    /** A series is an indicator, or an indicator and a sector with {@code @} between. */
    private void put(HeldFigures held, String series, Calendar.Release release, double value) {
        int at = series.indexOf('@');
        String indicator = at < 0 ? series : series.substring(0, at);
        String sector = at < 0 ? SeriesId.TOTAL : series.substring(at + 1);
        SeriesId id = new SeriesId(indicator, recipe.economy(), sector, calendar.source());
        held.put(new FigureId(id, release.period()), value, null, release.published());
    }
}
