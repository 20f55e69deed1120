package org.tidemark.gap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the newest of a series stands from its mean over the ten years before. */
final class TenYears {
    private static final int YEARS = 10;
    /** Half a month: calendar years of monthly figures are not all of one length. */
    private static final double TOLERANCE = 0.05;

    private TenYears() {}

    /** A value at an event time. */
    record Dated(double time, double value) {}

    /**
     * The newest minus the mean. Its error is that of the mean, from the scatter of the ten yearly means, for neighbouring
     * figures are far from independent; null when one of the ten years is not held.
     *
     * @param series in order of time, at least one
     */
    static @Nullable Normal deviation(List<Dated> series) {
        Dated newest = series.get(series.size() - 1);
        List<Double> yearly = new ArrayList<>();
        for (int year = 1; year <= YEARS; year++) {
            double from = newest.time() - year - TOLERANCE;
            double to = newest.time() - year + 1 - TOLERANCE;
            double[] within = series.stream()
                    .filter(d -> d.time() >= from && d.time() < to && d.time() < newest.time())
                    .mapToDouble(Dated::value)
                    .toArray();
            if (within.length == 0) {
                return null;
            }
            yearly.add(mean(within));
        }
        double mean = mean(yearly.stream().mapToDouble(Double::doubleValue).toArray());
        double squares = 0;
        for (double year : yearly) {
            squares += (year - mean) * (year - mean);
        }
        return new Normal(newest.value() - mean, StrictMath.sqrt(squares / (YEARS - 1) / YEARS));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
