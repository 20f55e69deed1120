package org.tidemark.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the level was believed to be, as told at the time: the first belief, and for every quarter of a year with readings, up
 * to 15 years back, the last, as one normal in logits. So dates that have passed can be told from what was seen, not from
 * what is believed now. Immutable and small: at most {@value #POINTS_MAX} points of time (years), centre and standard
 * deviation (logits).
 */
public final class LevelTrace {
    /** Nothing seen yet. */
    public static final LevelTrace NONE = new LevelTrace(new double[0]);

    private static final int POINTS_PER_YEAR = 4;
    private static final double YEARS = 15;
    private static final int POINTS_MAX = 62;
    private static final int FIELDS = 3;
    private static final double VARIANCE_MIN = 1e-12;

    private final double[] points;

    private LevelTrace(double[] points) {
        this.points = points;
    }

    /**
     * A trace of these numbers, point after point.
     *
     * @throws IllegalArgumentException when the numbers are not whole points
     */
    public static LevelTrace fromArray(double[] numbers) {
        if (numbers.length % FIELDS != 0 || numbers.length > FIELDS * POINTS_MAX) {
            throw new IllegalArgumentException("a trace has up to %d points of %d numbers, got %d numbers; rebuild it"
                    .formatted(POINTS_MAX, FIELDS, numbers.length));
        }
        return new LevelTrace(numbers.clone());
    }

    /** The trace with one more belief, not earlier than the last. */
    LevelTrace append(BankState filtered) {
        double time = filtered.time();
        int end = size();
        // The first stays: it says on which side of a threshold the series began.
        if (end > 1 && quarter(time(end - 1)) == quarter(time)) {
            end--;
        }
        int from = 0;
        while (from < end && time(from) < time - YEARS) {
            from++;
        }
        double[] next = Arrays.copyOfRange(points, from * FIELDS, (end + 1) * FIELDS);
        double[] moments = moments(filtered);
        next[next.length - 3] = time;
        next[next.length - 2] = moments[0];
        next[next.length - 1] = moments[1];
        return new LevelTrace(next);
    }

    private static double quarter(double time) {
        return Math.floor(POINTS_PER_YEAR * time);
    }

    /** Mean and standard deviation of the mixture in logits. */
    private static double[] moments(BankState state) {
        double mean = 0;
        double square = 0;
        for (int m = 0; m < BankModel.MODELS; m++) {
            double x = state.number(m, OuStep.X);
            double logit = BankModel.link(m).logit(x);
            double scale = BankModel.link(m).logitsPerUnit(x);
            mean += state.weight(m) * logit;
            square += state.weight(m) * (logit * logit + scale * scale * state.number(m, OuStep.P11));
        }
        return new double[] {mean, StrictMath.sqrt(Math.max(VARIANCE_MIN, square - mean * mean))};
    }

    /** The lowest level, as a share. */
    double lowest() {
        return Link.LOGIT.share(
                IntStream.range(0, size()).mapToDouble(this::centre).min().orElseThrow());
    }

    /** The highest level, as a share. */
    double highest() {
        return Link.LOGIT.share(
                IntStream.range(0, size()).mapToDouble(this::centre).max().orElseThrow());
    }

    int size() {
        return points.length / FIELDS;
    }

    double time(int i) {
        return points[i * FIELDS];
    }

    private double centre(int i) {
        return points[i * FIELDS + 1];
    }

    private double deviation(int i) {
        return points[i * FIELDS + 2];
    }

    /**
     * Probability that the level was above a share at a time between the first and the last point: the belief lies
     * between those of the points around it, and is as much wider as a Brownian bridge of the level's noise.
     *
     * @param theta logit of the share
     */
    double above(double time, double theta) {
        int right = 1;
        while (right < size() - 1 && time(right) < time) {
            right++;
        }
        int left = Math.min(right - 1, size() - 1);
        right = Math.min(right, size() - 1);
        double gap = time(right) - time(left);
        double inside = gap > 0 ? (time - time(left)) / gap : 0;
        double noise = BankModel.DYNAMICS.levelNoise();
        double bridge = noise * noise * gap * inside * (1 - inside);
        double centre = (1 - inside) * centre(left) + inside * centre(right);
        double deviation = (1 - inside) * deviation(left) + inside * deviation(right);
        double sd = StrictMath.sqrt(deviation * deviation + bridge);
        return StandardNormal.cdf((centre - theta) / sd);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LevelTrace that && Arrays.equals(points, that.points);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points);
    }

    @Override
    public String toString() {
        return "LevelTrace[%d points]".formatted(size());
    }
}
