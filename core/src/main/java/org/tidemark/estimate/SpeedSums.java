package org.tidemark.estimate;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums that a pool is read from: by year and node of the logit, the weight of the changes and their speeds on both
 * links. In fixed point, so that adding and taking away are exact and the order of arrival leaves no trace.
 */
public final class SpeedSums {
    /** Nodes at logits -5.5, -4.5 .. 3.5. */
    static final double[] LOGITS = {-5.5, -4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5};

    static final int NODES = LOGITS.length;

    /** 2^-40: sums of millions of rows stay exact, and a row is rounded far below what can be told. */
    private static final double UNIT = 1.0 / (1L << 40);
    /** Of what a change says half is forgotten after six years. */
    private static final double DECAY = StrictMath.pow(0.5, 1.0 / 6);
    /** Of how far all were off, half is forgotten within a year. */
    private static final double COMMON_DECAY = 0.5;

    private static final double ROWS_FOR_HALF = 20;
    private static final double ROWS_FOR_COMMON = 10;

    private final NavigableMap<Integer, Year> years = new TreeMap<>();

    /** W, A on the logit, A on the Gompertz link, by node; and how many rows. */
    private static final class Year {
        private final long[][] sums = new long[3][NODES];
        private int rows;

        private void add(YearlyChange row, int sign) {
            rows += sign;
            for (int k = 0; k < NODES; k++) {
                double weight = hat(row.logit(), k);
                sums[0][k] += sign * fixed(weight);
                sums[1][k] += sign * fixed(weight * row.logitSpeed());
                sums[2][k] += sign * fixed(weight * row.gompertzSpeed());
            }
        }

        private double of(int sum, int node) {
            return sums[sum][node] * UNIT;
        }

        private double weight() {
            long sum = 0;
            for (long one : sums[0]) {
                sum += one;
            }
            return sum * UNIT;
        }

        /** Without what another year holds. */
        private Year less(@Nullable Year other) {
            Year left = new Year();
            left.rows = rows - (other == null ? 0 : other.rows);
            for (int s = 0; s < 3; s++) {
                for (int k = 0; k < NODES; k++) {
                    left.sums[s][k] = sums[s][k] - (other == null ? 0 : other.sums[s][k]);
                }
            }
            return left;
        }
    }

    private static long fixed(double value) {
        return Math.round(value / UNIT);
    }

    /** phi_k: 1 at the node, 0 at its neighbours; beyond the outermost nodes, those alone. */
    private static double hat(double logit, int node) {
        double inside = Math.max(LOGITS[0], Math.min(LOGITS[NODES - 1], logit));
        return Math.max(0, 1 - Math.abs(inside - LOGITS[node]));
    }

    /** Adds a row. */
    public void add(YearlyChange row) {
        years.computeIfAbsent(row.year(), y -> new Year()).add(row, 1);
    }

    /** Takes away a row that was added. */
    public void remove(YearlyChange row) {
        Year year = years.get(row.year());
        if (year == null || year.rows == 0) {
            throw new IllegalArgumentException(
                    "no change of %d is held that could be taken away; add before taking away".formatted(row.year()));
        }
        year.add(row, -1);
        if (year.rows == 0) {
            years.remove(row.year());
        }
    }

    /**
     * What is known in a year, without what one economy itself has added.
     *
     * @param own the rows of that economy, all of which are in these sums
     */
    public PooledSpeeds read(int year, SpeedSums own) {
        NavigableMap<Integer, Year> known = years.headMap(year, true);
        Sweep sweep = new Sweep();
        int last = Integer.MIN_VALUE;
        for (Map.Entry<Integer, Year> entry : known.entrySet()) {
            Year others = entry.getValue().less(own.years.get(entry.getKey()));
            // Whatever the number of years between: decays of nothing change nothing before the first row.
            if (others.rows > 0 || sweep.rows > 0) {
                sweep.pass(last == Integer.MIN_VALUE ? 0 : entry.getKey() - last - 1);
                sweep.take(others);
                last = entry.getKey();
            }
        }
        if (sweep.rows == 0) {
            return PooledSpeeds.NONE;
        }
        sweep.pass(year - last);
        return sweep.speeds();
    }

    /** The years in order. */
    private static final class Sweep {
        private final double[] w = new double[NODES];
        private final double[][] a = new double[2][NODES];
        private final double[] c = new double[2];
        private double n;
        private int rows;

        /** Years without a row. */
        private void pass(int years) {
            for (int i = 0; i < years; i++) {
                decay();
            }
        }

        private void decay() {
            for (int k = 0; k < NODES; k++) {
                w[k] *= DECAY;
                a[0][k] *= DECAY;
                a[1][k] *= DECAY;
            }
            c[0] *= COMMON_DECAY;
            c[1] *= COMMON_DECAY;
            n *= COMMON_DECAY;
        }

        private void take(Year year) {
            decay();
            rows += year.rows;
            for (int k = 0; k < NODES; k++) {
                w[k] += year.of(0, k);
                a[0][k] += year.of(1, k);
                a[1][k] += year.of(2, k);
            }
            for (int l = 0; l < 2; l++) {
                for (int k = 0; k < NODES; k++) {
                    c[l] += year.of(l + 1, k) - year.of(0, k) * mean(l, k);
                }
            }
            n += year.weight();
        }

        private double mean(int link, int node) {
            return w[node] > 0 ? a[link][node] / w[node] : 0;
        }

        private PooledSpeeds speeds() {
            double[] reliability = new double[NODES];
            double[][] weighted = new double[2][NODES];
            for (int k = 0; k < NODES; k++) {
                reliability[k] = w[k] / (w[k] + ROWS_FOR_HALF);
                weighted[0][k] = reliability[k] * mean(0, k);
                weighted[1][k] = reliability[k] * mean(1, k);
            }
            double[] common = {c[0] / (n + ROWS_FOR_COMMON), c[1] / (n + ROWS_FOR_COMMON)};
            return new PooledSpeeds(reliability, weighted, common, rows);
        }
    }
}
