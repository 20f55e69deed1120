package org.tidemark.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Season;
import org.tidemark.figures.Figure;
import org.tidemark.series.Period;

/** From the figures of a recipe to what its model measures. */
final class Moments {
    private static final double PERCENT = 100;

    private Moments() {}

    /** The model that a kind of recipe is estimated with, by how the season is kept out. */
    static GapModel model(GapRecipe.Kind kind, Season season) {
        if (kind != GapRecipe.Kind.BALANCE) {
            return GapModel.CAPACITY;
        }
        return switch (season) {
            case STATES -> GapModel.BALANCE_SEASONAL;
            case YEAR_BEFORE -> GapModel.BALANCE_CHANGE;
            default -> GapModel.BALANCE;
        };
    }

    /** How the season is kept out; of levels under a log no model here can tell it apart. */
    static Season season(Ingredients from, SortedMap<Period, List<Figure>> rows) {
        if (from.recipe().kind() != GapRecipe.Kind.BALANCE) {
            return from.unadjusted() ? Season.UNKNOWN : Season.ABSENT;
        }
        return Season.of(from.unadjusted(), times(rows), (double) rows.lastKey().days());
    }

    private static double[] times(SortedMap<Period, List<Figure>> rows) {
        return rows.keySet().stream().mapToDouble(Period::midYear).toArray();
    }

    /** What is filtered: as it is measured, or changes against the same wave a year before. */
    static List<Moment> of(GapRecipe recipe, SortedMap<Period, List<Figure>> rows, Season season) {
        List<Moment> measured = of(recipe, rows);
        if (season != Season.YEAR_BEFORE) {
            return measured;
        }
        int[] before = Season.yearBefore(times(rows), (double) rows.lastKey().days());
        List<Moment> changes = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (before[i] >= 0) {
                Moment.Measurement now = measured.get(i).measurements().get(0);
                Moment.Measurement then = measured.get(before[i]).measurements().get(0);
                changes.add(new Moment(
                        measured.get(i).period(),
                        List.of(new Moment.Measurement(now.value() - then.value(), now.variance() + then.variance()))));
            }
        }
        return changes;
    }

    /** One for each row; the rows must not be refused. */
    static List<Moment> of(GapRecipe recipe, SortedMap<Period, List<Figure>> rows) {
        List<Moment> moments = new ArrayList<>();
        for (Map.Entry<Period, List<Figure>> row : rows.entrySet()) {
            List<Moment.Measurement> measured = recipe.kind() == GapRecipe.Kind.BALANCE
                    ? List.of(balances(row.getValue()))
                    : capacity(row.getValue());
            moments.add(new Moment(row.getKey(), measured));
        }
        return moments;
    }

    /** Why the rows cannot be read, for people; null when they can. */
    static @Nullable String refusal(GapRecipe recipe, SortedMap<Period, List<Figure>> rows) {
        if (recipe.kind() == GapRecipe.Kind.BALANCE) {
            return null;
        }
        for (Map.Entry<Period, List<Figure>> row : rows.entrySet()) {
            for (int i = 0; i < row.getValue().size(); i++) {
                double value = row.getValue().get(i).value();
                if (!(value > 0 && Double.isFinite(value))) {
                    return "%s is %s in %s; a level must be above 0 to have a logarithm"
                            .formatted(recipe.indicators().get(i), value, row.getKey());
                }
            }
        }
        return null;
    }

    /** Implied capacity, log(output / utilisation), and real demand. */
    private static List<Moment.Measurement> capacity(List<Figure> row) {
        double supply = log(row, 0) - log(row, 1);
        double demand = row.size() == 4 ? log(row, 2) - log(row, 3) : log(row, 2);
        return List.of(
                new Moment.Measurement(supply, GapModel.SUPPLY_VARIANCE),
                new Moment.Measurement(demand, GapModel.DEMAND_VARIANCE));
    }

    private static double log(List<Figure> row, int column) {
        return StrictMath.log(row.get(column).value());
    }

    private static Moment.Measurement balances(List<Figure> row) {
        double supply = row.get(0).value() - row.get(1).value();
        double demand = row.get(2).value() - row.get(3).value();
        double sampling = sampling(row.get(0), row.get(1)) + sampling(row.get(2), row.get(3));
        return new Moment.Measurement(demand - supply, GapModel.BALANCE_VARIANCE + sampling);
    }

    /**
     * Sampling variance of a balance of two answers to one question, which a firm cannot both give: their errors have
     * covariance -p q/n, where n is told by the first answer's own standard error. 0 where no standard error is given.
     */
    private static double sampling(Figure more, Figure less) {
        Double seMore = more.standardError();
        Double seLess = less.standardError();
        if (seMore == null || seLess == null) {
            return 0;
        }
        double spread = more.value() * (PERCENT - more.value());
        double covariance = spread > 0 ? -more.value() * less.value() * seMore * seMore / spread : 0;
        return seMore * seMore + seLess * seLess - 2 * covariance;
    }
}
