package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.MeasureRecipe.Gather;
import org.tidemark.figures.GrowingList;

/**
 * Two series that are prewhitened, each by its own autoregression, and how they go together at each lag; it goes on as
 * {@link Pairs} do. The autoregression is {@link Learnt}.
 */
final class LaggedPairs {
    private final int most;
    private final Pairs pairs;
    private final Whitened one = new Whitened();
    private final Whitened other = new Whitened();
    private final List<Fold<Together>> lags = new ArrayList<>();

    /** Residuals of the regression on the value before. */
    private static final class Whitened {
        /** A line has an error from three points on. */
        private static final int FEWEST = 4;

        private final Learnt<Regression> regression = new Learnt<>();
        private final List<Double> left = new ArrayList<>();

        private record Regression(double at0, double slope) {
            static Regression of(List<Point> points) {
                double[] before = values(points.subList(0, points.size() - 1));
                // Of what stood still nothing is foretold by it.
                if (!Least.isVaried(before)) {
                    return new Regression(before[0], 0);
                }
                Least line = Least.squares(before, values(points.subList(1, points.size())));
                return new Regression(line.at0(), line.slope());
            }

            private static double[] values(List<Point> points) {
                return points.stream().mapToDouble(Point::value).toArray();
            }

            double left(double before, double now) {
                return now - at0 - slope * before;
            }
        }

        /** Returns how many residuals are the same as before. */
        int take(GrowingList<Point> series, int same) {
            if (series.size() < FEWEST) {
                left.clear();
                return 0;
            }
            int teaching = Learnt.from(series.size());
            int kept = Math.max(0, same - 1);
            if (regression.isStale(teaching, same)) {
                regression.learn(teaching, Regression.of(series.subList(0, teaching)));
                kept = 0;
            }
            kept = Math.min(kept, left.size());
            left.subList(kept, left.size()).clear();
            for (int i = kept + 1; i < series.size(); i++) {
                left.add(regression
                        .get()
                        .left(series.get(i - 1).value(), series.get(i).value()));
            }
            return kept;
        }
    }

    /** Means, squares and products about them of so many pairs, updated pair by pair (Welford 1962). */
    private record Together(int pairs, double meanA, double meanB, double aa, double bb, double ab) {
        private static final Together NONE = new Together(0, 0, 0, 0, 0, 0);

        Together with(double a, double b) {
            int n = pairs + 1;
            double fromA = a - meanA;
            double fromB = b - meanB;
            double nowA = meanA + fromA / n;
            double nowB = meanB + fromB / n;
            return new Together(
                    n, nowA, nowB, aa + fromA * (a - nowA), bb + fromB * (b - nowB), ab + fromA * (b - nowB));
        }

        double correlation() {
            return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
        }
    }

    /** Without figures. */
    LaggedPairs(Gather gather, int most) {
        this.pairs = new Pairs(gather);
        this.most = most;
        for (int lag = -most; lag <= most; lag++) {
            lags.add(new Fold<>());
        }
    }

    /** Takes both parts as they are now. */
    void take(Parts parts) {
        int same = pairs.take(parts);
        int kept = Math.min(one.take(pairs.one(), same), other.take(pairs.other(), same));
        for (int lag = -most; lag <= most; lag++) {
            lags.get(lag + most).keep(Math.max(0, kept - Math.abs(lag)));
        }
    }

    int size() {
        return pairs.size();
    }

    int most() {
        return most;
    }

    Point oldest() {
        return pairs.one().get(0);
    }

    Point newest() {
        return pairs.one().get(size() - 1);
    }

    /** Of the first now with the second some periods later. */
    double correlation(int lag) {
        int ahead = Math.max(0, lag);
        int behind = Math.max(0, -lag);
        int common = one.left.size() - Math.abs(lag);
        return lags.get(lag + most)
                .of(
                        common,
                        Together.NONE,
                        (known, i) -> known.with(one.left.get(i + behind), other.left.get(i + ahead)))
                .correlation();
    }
}
