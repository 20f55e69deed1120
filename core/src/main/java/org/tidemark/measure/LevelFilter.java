package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.OuSpeed;

/**
 * Level and speed of one series: the speed reverts to 0 and a Student-t gate takes weight from what surprises. Its noises
 * are the most likely ones of a small grid in multiples of the scatter of the series itself, so that a change of the unit
 * changes the answer by that factor and by nothing else.
 *
 * @param belief after the last figure
 * @param innovations in their standard deviations, one for each figure after the first
 * @param exact whether the series never moved, so that there is no scatter to learn from
 */
record LevelFilter(GaussianSpeed belief, List<Double> innovations, boolean exact) {
    private static final double REVERSION = 0.5;
    private static final double GATE = 5;
    /** Of the scatter of one step, the part that is a move of the level; the rest is noise of the figure. */
    private static final double[] LEVEL_PARTS = {0.05, 0.3, 0.6, 0.95};
    /** Noise of the speed, in scatter of a year. */
    private static final double[] SPEEDS = {0.05, 0.3, 1};

    static LevelFilter of(List<Point> series) {
        double scatter = scatter(series);
        if (scatter == 0) {
            Point last = series.get(series.size() - 1);
            return new LevelFilter(new GaussianSpeed(last.value(), 0, last.variance(), 0, 0), List.of(), true);
        }
        LevelFilter best = null;
        double most = Double.NEGATIVE_INFINITY;
        double step = (series.get(series.size() - 1).time() - series.get(0).time()) / (series.size() - 1);
        for (double part : LEVEL_PARTS) {
            for (double speed : SPEEDS) {
                OuSpeed dynamics =
                        new OuSpeed(REVERSION, speed * Math.sqrt(scatter / step), Math.sqrt(part * scatter / step));
                Run run = run(series, dynamics, (1 - part) * scatter / 2);
                if (run.likelihood > most) {
                    most = run.likelihood;
                    best = new LevelFilter(run.belief, run.innovations, false);
                }
            }
        }
        return java.util.Objects.requireNonNull(best, "every run has a likelihood");
    }

    private record Run(GaussianSpeed belief, List<Double> innovations, double likelihood) {}

    private static Run run(List<Point> series, OuSpeed dynamics, double noise) {
        SpeedFold fold = new SpeedFold(dynamics, noise, GATE);
        GaussianSpeed belief = fold.first(series.get(0));
        List<Double> innovations = new ArrayList<>(series.size());
        double likelihood = 0;
        for (int i = 1; i < series.size(); i++) {
            GaussianSpeed.Update update = fold.next(belief, series.get(i - 1), series.get(i));
            belief = update.belief();
            innovations.add(update.innovation() / Math.sqrt(update.variance()));
            likelihood += update.logLikelihood();
        }
        return new Run(belief, innovations, likelihood);
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

    double sd() {
        return Math.sqrt(belief.p11());
    }

    double speedSd() {
        return Math.sqrt(belief.p22());
    }

    /** How much the surprises of two series of the same periods have in common. */
    double correlation(LevelFilter other) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < Math.min(innovations.size(), other.innovations.size()); i++) {
            xy += innovations.get(i) * other.innovations.get(i);
            xx += innovations.get(i) * innovations.get(i);
            yy += other.innovations.get(i) * other.innovations.get(i);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
