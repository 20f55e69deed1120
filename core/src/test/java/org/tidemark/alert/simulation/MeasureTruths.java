package org.tidemark.alert.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.tidemark.series.Period;

/** The worlds of the measures that shipped rules watch; docs/methods/alerts.md names their constants. */
final class MeasureTruths {
    /** Variance of a month's count of incidents over its mean, as of all months from 2016 to 2024 taken together. */
    private static final double DISPERSION = 6.6;

    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;

    private MeasureTruths() {}

    /** China's share of robots in logits: a random walk of 0.1 a year; counts are off by 1 %. */
    static MeasureWorld.Truth robots(Random random) {
        return new MeasureWorld.Truth() {
            private double logit = 0.3 * random.nextGaussian();

            private double share() {
                return 1 / (1 + StrictMath.exp(-logit));
            }

            @Override
            public Map<String, Double> next(Period period) {
                logit += 0.1 * random.nextGaussian();
                return Map.of(
                        "robots.installations@ECONOMY:CN",
                        500_000 * share() * (1 + 0.01 * random.nextGaussian()),
                        "robots.installations@ECONOMY:WORLD",
                        500_000.0);
            }

            @Override
            public boolean holds() {
                return share() > 0.5;
            }
        };
    }

    /**
     * Incidents a month: over-dispersed counts of a rate that wanders by 10 % a year, and in every other world grows within
     * half a year to the treble at some time.
     */
    static MeasureWorld.Truth incidents(Random random) {
        int rises = random.nextBoolean() ? 2 * MONTHS + random.nextInt(7 * MONTHS) : Integer.MAX_VALUE;
        return new MeasureWorld.Truth() {
            private final List<Double> rates = new ArrayList<>();
            private double log = StrictMath.log(10);

            @Override
            public Map<String, Double> next(Period period) {
                log += 0.1 / StrictMath.sqrt(MONTHS) * random.nextGaussian();
                double ramp = Math.max(0, Math.min(1, (rates.size() - (double) rises) / 6));
                double rate = StrictMath.exp(log + ramp * StrictMath.log(3));
                rates.add(rate);
                return Map.of("incidents.reported", (double) count(rate));
            }

            private int count(double rate) {
                double scale = DISPERSION - 1;
                return poisson(scale * gamma(rate / scale, random), random);
            }

            @Override
            public boolean holds() {
                int now = rates.size() - 1;
                return now >= MONTHS && rates.get(now) > 2 * rates.get(now - MONTHS);
            }
        };
    }

    /** Output and jobs a quarter, in per cent: a common shock, which jobs feel a quarter later and by less; levels off by 0.2 %. */
    static MeasureWorld.Truth jobs(Random random) {
        return new MeasureWorld.Truth() {
            private final List<double[]> levels = new ArrayList<>();
            private double shock;
            private double output;
            private double jobs;

            @Override
            public Map<String, Double> next(Period period) {
                double before = shock;
                shock = 0.6 * shock + 0.5 * random.nextGaussian();
                output += 0.65 + shock + 0.35 * random.nextGaussian();
                jobs += 0.35 + 0.7 * before + 0.15 * random.nextGaussian();
                levels.add(new double[] {output, jobs});
                return Map.of("supply.gdp.real", level(output), "labour.persons.payrolls", level(jobs));
            }

            private double level(double percent) {
                return 100 * StrictMath.exp((percent + 0.2 * random.nextGaussian()) / 100);
            }

            @Override
            public boolean holds() {
                int now = levels.size() - 1;
                return now >= QUARTERS
                        && levels.get(now)[0] > levels.get(now - QUARTERS)[0]
                        && levels.get(now)[1] <= levels.get(now - QUARTERS)[1];
            }
        };
    }

    /** The labour share in log points: a speed of 1.5 a year that reverts by 1 a year, and noise of 0.2. */
    static MeasureWorld.Truth labourShare(Random random) {
        return new MeasureWorld.Truth() {
            private final List<Double> shares = new ArrayList<>();
            private double speed = 1.5 * random.nextGaussian();
            private double share;
            private double income = 100;

            @Override
            public Map<String, Double> next(Period period) {
                double keeps = StrictMath.exp(-1.0 / QUARTERS);
                speed = keeps * speed + 1.5 * StrictMath.sqrt(1 - keeps * keeps) * random.nextGaussian();
                share += speed / QUARTERS;
                shares.add(share);
                income *= 1.01;
                double noisy = share + 0.2 * random.nextGaussian();
                return Map.of(
                        "supply.income.gross",
                        income,
                        "labour.income.compensation",
                        income * StrictMath.exp(noisy / 100));
            }

            @Override
            public boolean holds() {
                int now = shares.size() - 1;
                return now >= QUARTERS && shares.get(now) - shares.get(now - QUARTERS) < -1.9;
            }
        };
    }

    /** Marsaglia and Tsang (2000), of unit scale. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = StrictMath.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Knuth's product of uniforms: rates are small. */
    private static int poisson(double rate, Random random) {
        double product = random.nextDouble();
        double bound = StrictMath.exp(-rate);
        int count = 0;
        while (product > bound) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** By recipe. */
    static final Map<String, Function<Random, MeasureWorld.Truth>> ALL = Map.of(
            "robot_share", MeasureTruths::robots,
            "incidents", MeasureTruths::incidents,
            "jobless_growth", MeasureTruths::jobs,
            "labour_share_change", MeasureTruths::labourShare);
}
