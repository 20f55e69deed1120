package org.tidemark.gap;

import java.util.stream.DoubleStream;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.SeasonalWave;

/**
 * How demand, supply and the gap between them move. In both, the gap g reverts to 0 around a slowly moving mean m, so that a
 * constant factor between the two sides, or a constant difference, is no gap.
 */
enum GapModel {
    /** s = c + e, d = c + m + g + e' in logs; states c, its slope, m, g. */
    CAPACITY("gap-capacity/1", 100, 3) {
        @Override
        double[] loading(int measurement, double time) {
            return measurement == 0 ? new double[] {1, 0, 0, 0} : new double[] {1, 0, 1, 1};
        }

        @Override
        GaussianState prior(Moment first) {
            double supply = first.measurements().get(0).value();
            double demand = first.measurements().get(1).value();
            return GaussianState.of(
                    new double[] {supply, FIRST_SLOPE, demand - supply, 0},
                    variances(FIRST_LEVEL_SD, FIRST_SLOPE_SD, FIRST_MEAN_SD, CAPACITY_GAP_SD));
        }

        @Override
        double[] transition(double years) {
            double[] f = diagonal(1, 1, 1, decay(years));
            f[1] = years;
            return f;
        }

        @Override
        double[] noise(double years) {
            double level = TREND_NOISE * TREND_NOISE * years;
            double slope = SLOPE_NOISE * SLOPE_NOISE * years;
            double[] q = new double[4 * 4];
            q[0] = level + slope * years * years / 3;
            q[1] = slope * years / 2;
            q[4] = q[1];
            q[5] = slope;
            q[10] = CAPACITY_MEAN_NOISE * CAPACITY_MEAN_NOISE * years;
            q[15] = newGap(CAPACITY_GAP_SD, years);
            return q;
        }
    },

    /** y = m + g + e in percentage points; states m, g. */
    BALANCE("gap-balance/1", 1, 1) {
        @Override
        double[] loading(int measurement, double time) {
            return new double[] {1, 1};
        }

        @Override
        GaussianState prior(Moment first) {
            double difference = first.measurements().get(0).value();
            return GaussianState.of(new double[] {difference, 0}, variances(FIRST_BALANCE_SD, BALANCE_GAP_SD));
        }

        @Override
        double[] transition(double years) {
            return diagonal(1, decay(years));
        }

        @Override
        double[] noise(double years) {
            return new double[] {BALANCE_MEAN_NOISE * BALANCE_MEAN_NOISE * years, 0, 0, newGap(BALANCE_GAP_SD, years)};
        }
    },

    /** As BALANCE, of changes against the same wave a year before: what the mean has wandered in a year is all of it. */
    BALANCE_CHANGE("gap-balance/1 season=year-before", 1, 1) {
        @Override
        double[] loading(int measurement, double time) {
            return BALANCE.loading(measurement, time);
        }

        @Override
        GaussianState prior(Moment first) {
            double apart = BALANCE_GAP_SD * StrictMath.sqrt(2 * (1 - decay(1)));
            return GaussianState.of(new double[2], variances(BALANCE_MEAN_NOISE, apart));
        }

        @Override
        double[] transition(double years) {
            return BALANCE.transition(years);
        }

        @Override
        double[] noise(double years) {
            return BALANCE.noise(years);
        }
    },

    /** As BALANCE, with the season as states behind them: y = m + g + s(t) + e. */
    BALANCE_SEASONAL("gap-balance/1 season=states", 1, 1) {
        @Override
        double[] loading(int measurement, double time) {
            double[] loading = new double[SEASONAL];
            loading[0] = 1;
            loading[1] = 1;
            SeasonalWave.load(loading, 2, time);
            return loading;
        }

        @Override
        GaussianState prior(Moment first) {
            double wave = SeasonalWave.OF_POINTS.priorSd();
            double[] mean = new double[SEASONAL];
            mean[0] = first.measurements().get(0).value();
            return GaussianState.of(mean, variances(FIRST_BALANCE_SD, BALANCE_GAP_SD, wave, wave, wave, wave));
        }

        @Override
        double[] transition(double years) {
            return diagonal(1, decay(years), 1, 1, 1, 1);
        }

        @Override
        double[] noise(double years) {
            double wander = SeasonalWave.OF_POINTS.wander() * SeasonalWave.OF_POINTS.wander() * years;
            double mean = BALANCE_MEAN_NOISE * BALANCE_MEAN_NOISE * years;
            return diagonal(mean, newGap(BALANCE_GAP_SD, years), wander, wander, wander, wander);
        }
    };

    /** Variance of log(output / utilisation) about implied capacity. */
    static final double SUPPLY_VARIANCE = 0.004 * 0.004;
    /** Variance of log demand about what the states say. */
    static final double DEMAND_VARIANCE = 0.008 * 0.008;
    /** Variance of a difference of balances beyond sampling: season, wording, calendar. Percentage points squared. */
    static final double BALANCE_VARIANCE = 1;

    private static final double REVERSION = 0.7;
    private static final double TREND_NOISE = 0.006;
    private static final double SLOPE_NOISE = 0.006;
    private static final double CAPACITY_MEAN_NOISE = 0.015;
    private static final double CAPACITY_GAP_SD = 0.04;
    private static final double FIRST_LEVEL_SD = 0.05;
    private static final double FIRST_SLOPE = 0.03;
    private static final double FIRST_SLOPE_SD = 0.03;
    private static final double FIRST_MEAN_SD = 0.1;
    /** How many states the balance has with its season. */
    private static final int SEASONAL = 2 + SeasonalWave.STATES;

    private static final double BALANCE_MEAN_NOISE = 1;
    private static final double BALANCE_GAP_SD = 2;
    private static final double FIRST_BALANCE_SD = 10;

    private final String version;
    private final double unitFactor;
    private final int gapState;

    GapModel(String version, double unitFactor, int gapState) {
        this.version = version;
        this.unitFactor = unitFactor;
        this.gapState = gapState;
    }

    /** What is believed at the first moment, before its measurements. */
    abstract GaussianState prior(Moment first);

    /** h of one of a moment's measurements, from 0, at a time. */
    abstract double[] loading(int measurement, double time);

    /** F over a step, row by row. */
    abstract double[] transition(double years);

    /** Q over a step, row by row: the exact integral, for steps differ in length. */
    abstract double[] noise(double years);

    String version() {
        return version;
    }

    /** From the model's unit to the published one. */
    double unitFactor() {
        return unitFactor;
    }

    int gapState() {
        return gapState;
    }

    /** The belief some time later, nothing being measured. */
    GaussianState after(GaussianState belief, double years) {
        return belief.after(transition(years), new double[belief.size()], noise(years));
    }

    private static double decay(double years) {
        return StrictMath.exp(-REVERSION * years);
    }

    private static double newGap(double stationarySd, double years) {
        return stationarySd * stationarySd * (1 - decay(2 * years));
    }

    private static double[] variances(double... deviations) {
        return diagonal(DoubleStream.of(deviations).map(d -> d * d).toArray());
    }

    private static double[] diagonal(double... entries) {
        int n = entries.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = entries[i];
        }
        return matrix;
    }
}
