package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.OuSpeed;
import org.tidemark.figures.GrowingLists;

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
    /** Up to so many points the noises are those of all of them. */
    private static final int ALL_UP_TO = 64;
    /** Beyond, each size of the grid is by a sixteenth more than the one before. */
    private static final int GRID = 16;

    private final List<Point> points = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Noises noises;

    /**
     * What is believed after a point.
     *
     * @param innovation in its standard deviations; 0 of the first
     */
    private record Step(GaussianSpeed belief, double innovation) {}

    /**
     * The noises of a series.
     *
     * @param of how many points they were learnt from
     */
    private record Noises(int of, SpeedFold fold) {}

    /** How many of so many points the noises are learnt from. */
    static int learntFrom(int points) {
        int size = Math.min(points, ALL_UP_TO);
        while (size >= ALL_UP_TO && size + size / GRID <= points) {
            size += size / GRID;
        }
        return size;
    }

    /** What is believed of a series, in the order of time and at least one. */
    LevelFilter of(List<Point> series) {
        int learnt = learntFrom(series.size());
        Noises its = noises;
        int same = GrowingLists.alike(points, series);
        if (its == null || its.of() != learnt || same < learnt) {
            double scatter = scatter(series.subList(0, learnt));
            if (scatter == 0) {
                // Of what stood still at first it is learnt when it moves.
                learnt = series.size();
                scatter = scatter(series);
            }
            if (scatter == 0) {
                Point last = series.get(series.size() - 1);
                points.clear();
                steps.clear();
                return new LevelFilter(new GaussianSpeed(last.value(), 0, last.variance(), 0, 0));
            }
            its = new Noises(learnt, likeliest(series.subList(0, learnt), scatter));
            noises = its;
            same = 0;
        }
        return folded(series, same, its.fold());
    }

    private LevelFilter folded(List<Point> series, int same, SpeedFold fold) {
        points.subList(same, points.size()).clear();
        steps.subList(same, steps.size()).clear();
        for (int i = same; i < series.size(); i++) {
            Point point = series.get(i);
            if (i == 0) {
                steps.add(new Step(fold.first(point), 0));
            } else {
                GaussianSpeed.Update update = fold.next(steps.get(i - 1).belief(), points.get(i - 1), point);
                steps.add(new Step(update.belief(), update.innovation() / Math.sqrt(update.variance())));
            }
            points.add(point);
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
