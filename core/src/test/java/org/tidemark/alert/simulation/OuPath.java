package org.tidemark.alert.simulation;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A level with a speed that reverts to a mean, dx = v dt + sx dW, dv = -k (v - mean(x)) dt + sv dW', drawn on a grid of
 * half weeks and joined by straight lines: what the engine and the contrasts take the world to be.
 */
final class OuPath {
    static final double STEP = 1.0 / 104;

    private final double first;
    private final double[] levels;
    private final double[] speeds;

    private OuPath(double first, double[] levels, double[] speeds) {
        this.first = first;
        this.levels = levels;
        this.speeds = speeds;
    }

    /**
     * How it moves.
     *
     * @param reversion of the speed, per year
     * @param speedNoise per square root of a year
     * @param levelNoise per square root of a year
     * @param meanSpeed by level
     */
    record Law(double reversion, double speedNoise, double levelNoise, DoubleUnaryOperator meanSpeed) {
        /** A speed that has been going on for long at a level. */
        double usualSpeed(double level, Random random) {
            return meanSpeed.applyAsDouble(level) + speedNoise / StrictMath.sqrt(2 * reversion) * random.nextGaussian();
        }
    }

    /** Draws a path from a time on. */
    static OuPath draw(Law law, double first, double years, double level, double speed, Random random) {
        int n = (int) Math.ceil(years / STEP) + 1;
        double[] levels = new double[n];
        double[] speeds = new double[n];
        levels[0] = level;
        speeds[0] = speed;
        double keeps = StrictMath.exp(-law.reversion() * STEP);
        double shock = law.speedNoise() * StrictMath.sqrt((1 - keeps * keeps) / (2 * law.reversion()));
        double noise = law.levelNoise() * StrictMath.sqrt(STEP);
        for (int i = 1; i < n; i++) {
            double mean = law.meanSpeed().applyAsDouble(levels[i - 1]);
            speeds[i] = mean + keeps * (speeds[i - 1] - mean) + shock * random.nextGaussian();
            levels[i] = levels[i - 1] + (speeds[i - 1] + speeds[i]) / 2 * STEP + noise * random.nextGaussian();
        }
        return new OuPath(first, levels, speeds);
    }

    double level(double time) {
        return at(levels, time);
    }

    double speed(double time) {
        return at(speeds, time);
    }

    private double at(double[] grid, double time) {
        double place = (time - first) / STEP;
        if (!(place >= 0 && place <= grid.length - 1)) {
            throw new IllegalArgumentException("no path at " + time);
        }
        int below = Math.min((int) place, grid.length - 2);
        double part = place - below;
        return (1 - part) * grid[below] + part * grid[below + 1];
    }
}
