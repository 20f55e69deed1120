package org.tidemark.projection;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sums that a {@link TrackRecord} is read from, by year and years ahead. In fixed point, so that adding and taking away
 * are exact and the order of arrival leaves no trace.
 */
final class PastProjectionSums {
    private static final int HORIZONS = TrackRecord.AHEAD.length;
    /** 2^-40, as in the pool of speeds. */
    private static final double UNIT = 1.0 / (1L << 40);
    /** Of what came half is forgotten after six years. */
    private static final double DECAY = StrictMath.pow(0.5, 1.0 / 6);
    /** So many past projections weigh as much as the belief that projections come true as they are. */
    private static final double ROWS_FOR_HALF = 8;
    /** Mean square of a projected change, in units of its variance, before any is known. */
    private static final double CHANGE_BEFORE = 0.1;
    /** More than what was projected came where all filters were too slow; beyond that it is no more believed. */
    private static final double CAME_TRUE_MAX = 1.25;
    /** Of what came beyond a projection only this part is expected of one farther ahead: shares end at 1. */
    private static final double HANDED_ON = 0.5;
    /** So many past projections weigh as much as the belief that the others are right. */
    private static final double LEANING_FOR_HALF = 4;
    /** So many past projections weigh as much as the belief how far figures fall from them. */
    private static final double SPREAD_FOR_HALF = 4;
    /** Before any has come, a band is believed to be as wrong in its width as that of the shorter horizon, but for a quarter. */
    private static final double SPREAD_HANDED_ON = 0.75;
    /** Mean square of what others add to a projection, in units of its variance, before any is known. */
    private static final double ADDED_BEFORE = 0.02;

    private final NavigableMap<Integer, Year> years = new TreeMap<>();

    /** By years ahead, weighed: told squared, told times came, came squared, what others add squared, and times what it lacked, 1. */
    private static final class Year {
        private final long[][] sums = new long[HORIZONS][6];
        private final int[] rows = new int[HORIZONS];
        private int all;

        private void add(PastProjection row, int sign) {
            int h = horizon(row);
            all += sign;
            rows[h] += sign;
            double added = row.leaning() - row.told();
            double[] products = {
                row.told() * row.told(),
                row.told() * row.came(),
                row.came() * row.came(),
                added * added,
                added * (row.came() - row.told()),
                1
            };
            for (int i = 0; i < products.length; i++) {
                sums[h][i] += sign * fixed(row.weight() * products[i]);
            }
        }

        private int rows(int horizon, @Nullable Year less) {
            return rows[horizon] - (less == null ? 0 : less.rows[horizon]);
        }

        private double sum(int horizon, int which, @Nullable Year less) {
            return (sums[horizon][which] - (less == null ? 0 : less.sums[horizon][which])) * UNIT;
        }
    }

    private static int horizon(PastProjection row) {
        int h = 0;
        while (TrackRecord.AHEAD[h] != row.ahead()) {
            h++;
        }
        return h;
    }

    private static long fixed(double value) {
        return Math.round(value / UNIT);
    }

    void add(PastProjection row) {
        years.computeIfAbsent(row.year(), y -> new Year()).add(row, 1);
    }

    /** Takes away a row that was added. */
    void remove(PastProjection row) {
        Year year = years.get(row.year());
        if (year == null || year.all == 0) {
            throw new IllegalArgumentException(
                    "no projection of %d is held that could be taken away; add before taking away"
                            .formatted(row.year()));
        }
        year.add(row, -1);
        if (year.all == 0) {
            years.remove(row.year());
        }
    }

    /**
     * What is known in a year, without what one economy itself has added.
     *
     * @param own the rows of that economy, all of which are in these sums
     */
    TrackRecord read(int year, PastProjectionSums own) {
        double[] cameTrue = new double[HORIZONS];
        double[] spread = new double[HORIZONS];
        double[] leaning = new double[HORIZONS];
        int[] rows = new int[HORIZONS];
        double before = 1;
        double leant = 1;
        double square = 1;
        for (int h = 0; h < HORIZONS; h++) {
            Weighed weighed = new Weighed(h);
            years.headMap(year, true).forEach((y, sums) -> weighed.take(year - y, sums, own.years.get(y)));
            leant = weighed.leaning(leant);
            leaning[h] = leant;
            cameTrue[h] = weighed.cameTrue(before);
            square = weighed.square(cameTrue[h], StrictMath.pow(square, SPREAD_HANDED_ON));
            spread[h] = StrictMath.sqrt(square);
            before = cameTrue[h] > 1 ? 1 + HANDED_ON * (cameTrue[h] - 1) : cameTrue[h];
            rows[h] = weighed.rows;
        }
        return rows[0] == 0 ? TrackRecord.NONE : new TrackRecord(cameTrue, spread, leaning, rows);
    }

    /** Projections of several years overlap: each counts as one part of as many. */
    private static final class Weighed {
        private final int horizon;
        private double weight;
        private double toldTold;
        private double toldCame;
        private double cameCame;
        private double addedAdded;
        private double addedLacked;
        private int rows;

        private Weighed(int horizon) {
            this.horizon = horizon;
        }

        private void take(int ago, Year year, @Nullable Year own) {
            int its = year.rows(horizon, own);
            if (its == 0) {
                return;
            }
            rows += its;
            double part = StrictMath.pow(DECAY, ago) / TrackRecord.AHEAD[horizon];
            weight += part * year.sum(horizon, 5, own);
            toldTold += part * year.sum(horizon, 0, own);
            toldCame += part * year.sum(horizon, 1, own);
            cameCame += part * year.sum(horizon, 2, own);
            addedAdded += part * year.sum(horizon, 3, own);
            addedLacked += part * year.sum(horizon, 4, own);
        }

        /** Least squares with as many more rows as the belief before weighs, whose change is of the size of those seen. */
        private double cameTrue(double before) {
            double prior = ROWS_FOR_HALF * (toldTold + CHANGE_BEFORE * ROWS_FOR_HALF) / (weight + ROWS_FOR_HALF);
            double slope = (prior * before + toldCame) / (prior + toldTold);
            return rows == 0 ? before : Math.max(0, Math.min(CAME_TRUE_MAX, slope));
        }

        /** The part of what others add that was right, likewise. */
        private double leaning(double before) {
            double prior = LEANING_FOR_HALF * (addedAdded + ADDED_BEFORE * ROWS_FOR_HALF) / (weight + ROWS_FOR_HALF);
            double slope = (prior * before + addedLacked) / (prior + addedAdded);
            return rows == 0 ? before : Math.max(0, Math.min(1, slope));
        }

        /** Mean square of how far figures fell from that part of a change, in units of the variance that was told. */
        private double square(double slope, double before) {
            double squares = cameCame - 2 * slope * toldCame + slope * slope * toldTold;
            return (SPREAD_FOR_HALF * before + squares) / (SPREAD_FOR_HALF + weight);
        }
    }
}
