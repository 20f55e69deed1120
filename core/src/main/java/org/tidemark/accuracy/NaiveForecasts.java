package org.tidemark.accuracy;

import java.util.List;
import org.tidemark.estimate.Measurement;

/** What can be said of a share without a model: the yardsticks. */
final class NaiveForecasts {
    private static final double EDGE = 0.001;
    private static final int INTERVALS = 3;
    private static final double[] LEVEL_WEIGHTS = {0.3, 0.6, 0.9, 1};
    private static final double[] TREND_WEIGHTS = {0.1, 0.3, 0.6};
    private static final double[] DAMPING = {0.8, 0.9, 0.98};

    private NaiveForecasts() {}

    static double last(List<Measurement> past) {
        return past.get(past.size() - 1).share();
    }

    /** Of fewer figures than that, the speed over all of them. */
    static double drift(List<Measurement> past, double years) {
        Measurement newest = past.get(past.size() - 1);
        Measurement from = past.get(Math.max(0, past.size() - 1 - INTERVALS));
        double speed = (logit(newest) - logit(from)) / (newest.time() - from.time());
        return share(logit(newest) + speed * years);
    }

    /** Weights and damping are those that foretold each next figure best; a step is the mean distance of two figures. */
    static double damped(List<Measurement> past, double years) {
        int n = past.size();
        double step = (past.get(n - 1).time() - past.get(0).time()) / (n - 1);
        int steps = (int) Math.max(1, Math.round(years / step));
        double best = Double.MAX_VALUE;
        double told = logit(past.get(n - 1));
        for (double level : LEVEL_WEIGHTS) {
            for (double trend : TREND_WEIGHTS) {
                for (double damping : DAMPING) {
                    Holt holt = new Holt(level, trend, damping).through(past);
                    if (holt.squares < best) {
                        best = holt.squares;
                        told = holt.ahead(steps);
                    }
                }
            }
        }
        return share(told);
    }

    private static final class Holt {
        private final double levelWeight;
        private final double trendWeight;
        private final double damping;
        private double level;
        private double trend;
        private double squares;

        private Holt(double levelWeight, double trendWeight, double damping) {
            this.levelWeight = levelWeight;
            this.trendWeight = trendWeight;
            this.damping = damping;
        }

        private Holt through(List<Measurement> past) {
            level = logit(past.get(0));
            trend = logit(past.get(1)) - level;
            for (Measurement reading : past.subList(1, past.size())) {
                double expected = ahead(1);
                double error = logit(reading) - expected;
                squares += error * error;
                double before = level;
                level = expected + levelWeight * error;
                trend = trendWeight * (level - before) + (1 - trendWeight) * damping * trend;
            }
            return this;
        }

        private double ahead(int steps) {
            double sum = 0;
            double part = 1;
            for (int i = 0; i < steps; i++) {
                part *= damping;
                sum += part;
            }
            return level + sum * trend;
        }
    }

    private static double logit(Measurement reading) {
        double p = Math.max(EDGE, Math.min(1 - EDGE, reading.share()));
        return StrictMath.log(p / (1 - p));
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
