package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;
import static org.tidemark.estimate.OuStep.P11;
import static org.tidemark.estimate.OuStep.X;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When given shares are passed, as the models see it together: P(passed by t) = running maximum of sum w Phi((x_t -
 * theta)/sqrt(P11_t)), theta the share on each model's link.
 *
 * <p>Ahead, x_t is the projection, up to 40 years. Behind, the {@link LevelTrace} says what was believed then; P(passed
 * by t) is the running minimum toward the past, so that what later readings took back does not count.
 */
final class FirstPassage {
    private static final double AHEAD_MAX = 40;
    /** Steps of the grid ahead: fine where dates are told to the month, coarse where bands are years wide. */
    private static final double[] GRID_YEARS = {0.25, 0.5, 1, 2};

    private static final double[] GRID_UP_TO = {2, 6, 16, AHEAD_MAX};
    private static final double GRID_YEARS_BEHIND = 0.25;

    /** A probability this close to 0 or 1 is not worth following further. */
    private static final double NEGLIGIBLE = 1e-9;

    private static final double CERTAIN_Z = 7;
    private static final double VARIANCE_MIN = 1e-18;

    /** By share, then by model: the share on the model's link. */
    private final double[][] theta;

    private final double[][] passed;
    private final double[] times;
    private final int origin;
    private final double[] start;

    private FirstPassage(BankState state, LevelTrace past, double[] shares) {
        start = state.toArray();
        double[] ahead = ahead();
        double[] behind = behind(state.time() - past.time(0));
        origin = behind.length - 1;
        times = new double[ahead.length + behind.length - 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = state.time() + (i < origin ? -behind[origin - i] : ahead[i - origin]);
        }
        theta = Arrays.stream(shares).mapToObj(FirstPassage::onLinks).toArray(double[][]::new);
        passed = new double[shares.length][times.length];
    }

    /** One curve per share, shares strictly between 0 and 1, all on one grid. */
    static List<PassageCurve> of(BankState state, LevelTrace past, double[] shares) {
        FirstPassage passages = new FirstPassage(state, past, shares);
        passages.fillOrigin();
        passages.fillAhead();
        passages.fillBehind(past, shares);
        List<PassageCurve> curves = new ArrayList<>();
        for (double[] curve : passages.passed) {
            curves.add(new PassageCurve(passages.times, curve));
        }
        return curves;
    }

    /** Probability that the level is above a share, 0 to 1 inclusive, at the time of the state. */
    static double above(BankState state, double share) {
        double[] a = state.toArray();
        return above(a, deviations(a), onLinks(share));
    }

    /** Standard deviation of each model's level, once for all shares. */
    private static double[] deviations(double[] a) {
        double[] deviations = new double[MODELS];
        Arrays.setAll(deviations, m -> StrictMath.sqrt(Math.max(VARIANCE_MIN, a[BankState.at(m) + P11])));
        return deviations;
    }

    private static double above(double[] a, double[] deviations, double[] theta) {
        double sum = 0;
        double weights = 0;
        for (int m = 0; m < MODELS; m++) {
            int at = BankState.at(m);
            double weight = a[at + BankState.W];
            weights += weight;
            sum += weight * cdf((a[at + X] - theta[m]) / deviations[m]);
        }
        // Weights sum to 1 only up to rounding; so divided, what is certain is exactly 1.
        return sum / weights;
    }

    /** Phi, but 0 and 1 where it is so to twelve digits: most of what is asked lies there. */
    private static double cdf(double z) {
        if (Math.abs(z) > CERTAIN_Z) {
            return z > 0 ? 1 : 0;
        }
        return StandardNormal.tabulated(z);
    }

    private static double[] onLinks(double share) {
        double[] theta = new double[MODELS];
        Arrays.setAll(theta, m -> BankModel.link(m).of(share));
        return theta;
    }

    /** 0, .25, .5 .. 40. */
    private static double[] ahead() {
        List<Double> offsets = new ArrayList<>(List.of(0.0));
        double offset = 0;
        for (int i = 0; i < GRID_YEARS.length; i++) {
            while (offset < GRID_UP_TO[i]) {
                offset += GRID_YEARS[i];
                offsets.add(offset);
            }
        }
        return offsets.stream().mapToDouble(o -> o).toArray();
    }

    /** 0, .25, .5 .. up to exactly the span. */
    private static double[] behind(double span) {
        double[] offsets = new double[1 + (int) Math.ceil(span / GRID_YEARS_BEHIND)];
        Arrays.setAll(offsets, i -> Math.min(span, i * GRID_YEARS_BEHIND));
        return offsets;
    }

    private void fillOrigin() {
        double[] deviations = deviations(start);
        for (int k = 0; k < passed.length; k++) {
            passed[k][origin] = above(start, deviations, theta[k]);
        }
    }

    private void fillAhead() {
        double[] a = start.clone();
        for (int i = origin + 1; i < times.length; i++) {
            BankKernel.advance(a, times[i] - times[i - 1]);
            double[] deviations = deviations(a);
            for (int k = 0; k < passed.length; k++) {
                double before = passed[k][i - 1];
                passed[k][i] = before < 1 - NEGLIGIBLE ? Math.max(before, above(a, deviations, theta[k])) : before;
            }
        }
    }

    private void fillBehind(LevelTrace past, double[] shares) {
        for (int k = 0; k < passed.length; k++) {
            double logit = Link.LOGIT.of(shares[k]);
            for (int i = origin - 1; i >= 0; i--) {
                double after = passed[k][i + 1];
                passed[k][i] = after > NEGLIGIBLE ? Math.min(after, past.above(times[i], logit)) : after;
            }
        }
    }
}
