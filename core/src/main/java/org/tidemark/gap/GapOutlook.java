package org.tidemark.gap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.Season;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * What the gap of one recipe expects before figures come: supply and real demand as its states carry them on. Of utilisation
 * and of the second answer of a balance it has no state, and they are expected to stay; prices to rise as in the year before.
 */
final class GapOutlook {
    private static final int PERIODS_OF_A_YEAR_MAX = 12;

    private final Ingredients from;
    private final SortedMap<Period, List<Figure>> rows;
    private final GapModel model;
    private final GapPath path;

    private GapOutlook(Ingredients from, SortedMap<Period, List<Figure>> rows, GapModel model, GapPath path) {
        this.from = from;
        this.rows = rows;
        this.model = model;
        this.path = path;
    }

    /** Empty where the recipe has no states, or gives no number. */
    static Optional<GapOutlook> of(Ingredients from) {
        GapRecipe recipe = from.recipe();
        if (recipe.kind() == GapRecipe.Kind.GROWTH || from.isNothing() || from.lack() != null) {
            return Optional.empty();
        }
        SortedMap<Period, List<Figure>> rows = from.rows();
        if (rows.isEmpty() || Moments.refusal(recipe, rows) != null) {
            return Optional.empty();
        }
        Season season = Moments.season(from, rows);
        GapModel model = Moments.model(recipe.kind(), season);
        GapPath path = GapPath.of(model, Moments.of(recipe, rows, season), true);
        return Optional.of(new GapOutlook(from, rows, model, path));
    }

    /** The gap carried to a period, in the published unit; its parts have no states of their own and are left as they are. */
    void carry(Map<EstimateKey, Period> periods, Map<EstimateKey, Double> levels) {
        EstimateKey key = Said.of(from, from.everything()).key();
        Period to = periods.get(key);
        if (to != null) {
            levels.put(key, path.gapAfter(years(to)).mean());
        }
    }

    private double years(Period to) {
        return Math.max(0, to.midYear() - path.newest().moment().time());
    }

    /** In place of last values, what is expected of those figures that are of this recipe and later than its newest row. */
    void expect(SortedMap<FigureId, Double> last) {
        last.replaceAll((id, value) -> {
            int column = from.recipe().indicators().indexOf(id.series().indicator());
            boolean own =
                    column >= 0 && from.series(id.series().indicator()).id().equals(id.series());
            return own && years(id.period()) > 0 ? expected(column, id.period(), value) : value;
        });
    }

    private double expected(int column, Period period, double last) {
        GaussianState then = model.after(path.newest().filtered(), years(period));
        double[] first = model.loading(0, period.midYear());
        if (model != GapModel.CAPACITY) {
            double others = last(1, period) - last(0, period) - last(3, period);
            return column == 2 ? then.expected(first) + yearBefore(period) - others : last;
        }
        return switch (column) {
            case 0 -> StrictMath.exp(then.expected(first)) * last(1, period);
            case 2 -> StrictMath.exp(then.expected(model.loading(1, period.midYear()))) * deflator(period);
            case 3 -> deflator(period);
            default -> last;
        };
    }

    /** What a change over a year is added to; 0 where the balance itself is filtered. */
    private double yearBefore(Period period) {
        if (model != GapModel.BALANCE_CHANGE) {
            return 0;
        }
        Map.Entry<Period, List<Figure>> nearest = null;
        for (Map.Entry<Period, List<Figure>> row : rows.entrySet()) {
            double off = Math.abs(row.getKey().midYear() - period.midYear() + 1);
            if (nearest == null || off < Math.abs(nearest.getKey().midYear() - period.midYear() + 1)) {
                nearest = row;
            }
        }
        List<Figure> row = Objects.requireNonNull(nearest).getValue();
        return row.get(2).value()
                - row.get(3).value()
                - row.get(0).value()
                + row.get(1).value();
    }

    /** As it rose over the year before; 1 where demand is held in real terms. */
    private double deflator(Period period) {
        if (from.recipe().indicators().size() < 4) {
            return 1;
        }
        List<Figure> prices = series(3).figures().stream()
                .filter(f -> f.period().midYear() < period.midYear())
                .toList();
        Figure newest = prices.get(prices.size() - 1);
        Figure before = prices.get(Math.max(0, prices.size() - 1 - PERIODS_OF_A_YEAR_MAX));
        double years = newest.period().midYear() - before.period().midYear();
        if (years <= 0 || before.value() <= 0 || newest.value() <= 0) {
            return newest.value();
        }
        double pace = StrictMath.log(newest.value() / before.value()) / years;
        return newest.value()
                * StrictMath.exp(pace * (period.midYear() - newest.period().midYear()));
    }

    private double last(int column, Period period) {
        return series(column)
                .before(period)
                .map(Figure::value)
                .orElseGet(() -> series(column).newest().orElseThrow().value());
    }

    private FigureSeries series(int column) {
        return from.series(from.recipe().indicators().get(column));
    }
}
