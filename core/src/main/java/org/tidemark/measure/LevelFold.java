package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.OuSpeed;
import org.tidemark.figures.GrowingList;

/**
 * Folds a series into {@link LevelFilter}, and again where it has changed: what was folded before stays as far as the points
 * are the same. What it says is a function of the points alone. Its noises are those of the first points up to a size of a
 * fixed grid, so that a long series that grows by one figure is not fitted and folded anew.
 */
final class LevelFold {
    private static final double REVERSION = 0.5;
    private static final double GATE = 5;
    /** Of the scatter of one step, the part that is a move of the level; the rest is noise of the figure. */
    private static final double[] LEVEL_PARTS = {0.05, 0.3, 0.6, 0.95};
    /** Noise of the speed, in scatter of a year. */
    private static final double[] SPEEDS = {0.05, 0.3, 1};

    private GrowingList<Point> points = GrowingList.empty();
    private final List<Step> steps = new ArrayList<>();
    private final Learnt<SpeedFold> noises = new Learnt<>();

    /**
     * What is believed after a point.
     *
     * @param innovation in its standard deviations; 0 of the first
     */
    private record Step(GaussianSpeed belief, double innovation) {}

    /** What is believed of a series, in the order of time and at least one. */
    LevelFilter of(GrowingList<Point> series) {
        int teaching = Learnt.from(series.size());
        int same = points.alike(series);
        if (noises.isStale(teaching, same)) {
            double scatter = scatter(series.subList(0, teaching));
            if (scatter == 0) {
                // Of what stood still at first it is learnt when it moves.
                teaching = series.size();
                scatter = scatter(series);
            }
            if (scatter == 0) {
                Point last = series.get(series.size() - 1);
                points = GrowingList.empty();
                steps.clear();
                return new LevelFilter(new GaussianSpeed(last.value(), 0, last.variance(), 0, 0));
            }
            noises.learn(teaching, likeliest(series.subList(0, teaching), scatter));
            same = 0;
        }
        return folded(series, same, noises.get());
    }

    private LevelFilter folded(GrowingList<Point> series, int same, SpeedFold fold) {
        steps.subList(same, steps.size()).clear();
        points = series;
        for (int i = same; i < series.size(); i++) {
            Point point = series.get(i);
            if (i == 0) {
                steps.add(new Step(fold.first(point), 0));
            } else {
                GaussianSpeed.Update update = fold.next(steps.get(i - 1).belief(), series.get(i - 1), point);
                steps.add(new Step(update.belief(), update.innovation() / Math.sqrt(update.variance())));
            }
        }
        return new LevelFilter(steps.get(steps.size() - 1).belief());
    }

    /** How much the surprises of two series of the same periods have in common; nothing where one of them never moved. */
    double correlation(LevelFold other) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 1; i < Math.min(steps.size(), other.steps.size()); i++) {
            double x = steps.get(i).innovation();
            double y = other.steps.get(i).innovation();
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    /** The most likely of a small grid in multiples of the scatter. */
    private static SpeedFold likeliest(List<Point> series, double scatter) {
        @Nullable SpeedFold best = null;
        double most = Double.NEGATIVE_INFINITY;
        double step = (series.get(series.size() - 1).time() - series.get(0).time()) / (series.size() - 1);
        for (double part : LEVEL_PARTS) {
            for (double speed : SPEEDS) {
                OuSpeed dynamics =
                        new OuSpeed(REVERSION, speed * Math.sqrt(scatter / step), Math.sqrt(part * scatter / step));
                SpeedFold fold = new SpeedFold(dynamics, (1 - part) * scatter / 2, GATE);
                double likelihood = likelihood(series, fold);
                if (likelihood > most) {
                    most = likelihood;
                    best = fold;
                }
            }
        }
        return Objects.requireNonNull(best, "every run has a likelihood");
    }

    private static double likelihood(List<Point> series, SpeedFold fold) {
        GaussianSpeed belief = fold.first(series.get(0));
        double likelihood = 0;
        for (int i = 1; i < series.size(); i++) {
            GaussianSpeed.Update update = fold.next(belief, series.get(i - 1), series.get(i));
            belief = update.belief();
            likelihood += update.logLikelihood();
        }
        return likelihood;
    }

    /** Mean square of the steps. */
    private static double scatter(List<Point> series) {
        double sum = 0;
        for (int i = 1; i < series.size(); i++) {
            double step = series.get(i).value() - series.get(i - 1).value();
            sum += step * step;
        }
        return series.size() < 2 ? 0 : sum / (series.size() - 1);
    }
}
