package org.tidemark.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a single filter is run on, its own answer, and with it what an oracle must answer.
 *
 * @param prior at the time of the first measurement, before it
 */
record SingleFilterCase(GaussianSpeed prior, OuSpeed dynamics, List<Point> points) {
    /**
     * One measurement.
     *
     * @param years since the one before; 0 for the first
     * @param z measurement of the level, NaN when it is missing
     * @param r its variance
     * @param meanSpeed that the speed reverts to over {@code years}
     */
    record Point(double years, double z, double r, double meanSpeed) {
        boolean missing() {
            return Double.isNaN(z);
        }
    }

    /** Beliefs after each measurement, and the log-likelihood of all. */
    record Result(List<GaussianSpeed> filtered, double logLikelihood) {}

    static SingleFilterCase of(JsonNode vector) {
        JsonNode in = vector.get("inputs");
        double[] t = EstimatorVectors.numbers(in.get("t"));
        double[] z = EstimatorVectors.numbers(in.get("z"));
        double[] r = EstimatorVectors.numbers(in.get("R"));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < t.length; i++) {
            double years = i == 0 ? 0 : t[i] - t[i - 1];
            points.add(new Point(years, z[i], r[i], in.get("mu").doubleValue()));
        }
        OuSpeed dynamics = new OuSpeed(
                in.get("k").doubleValue(),
                in.get("sv").doubleValue(),
                in.get("sx").doubleValue());
        return new SingleFilterCase(prior(in), dynamics, points);
    }

    private static GaussianSpeed prior(JsonNode in) {
        double[] a0 = EstimatorVectors.numbers(in.get("a0"));
        double[] level = EstimatorVectors.numbers(in.get("P0").get(0));
        double[] speed = EstimatorVectors.numbers(in.get("P0").get(1));
        return new GaussianSpeed(a0[0], a0[1], level[0], level[1], speed[1]);
    }

    /** The engine's own answer. */
    Result run() {
        List<GaussianSpeed> filtered = new ArrayList<>();
        double logLikelihood = 0;
        GaussianSpeed belief = prior;
        for (Point point : points) {
            belief = belief.after(dynamics, point.meanSpeed(), point.years());
            if (!point.missing()) {
                GaussianSpeed.Update update = belief.observing(point.z(), point.r());
                belief = update.belief();
                logLikelihood += update.logLikelihood();
            }
            filtered.add(belief);
        }
        return new Result(filtered, logLikelihood);
    }
}
