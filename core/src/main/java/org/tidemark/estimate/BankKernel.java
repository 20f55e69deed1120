package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;
import static org.tidemark.estimate.OuStep.P11;
import static org.tidemark.estimate.OuStep.P12;
import static org.tidemark.estimate.OuStep.P22;
import static org.tidemark.estimate.OuStep.V;
import static org.tidemark.estimate.OuStep.X;

/**
 * The arithmetic of the bank on the array of a {@link BankState}, in place: it runs for every figure of every replay.
 * {@link StrictMath} wherever a result could differ between machines, so that states agree byte for byte.
 */
final class BankKernel {
    private static final double SHARE_MIN = 0.001;
    private static final double SHARE_MAX = 0.999;
    private static final double LINKED_MAX = 0.985;
    private static final double BEGIN_LINKED_MAX = 0.98;
    private static final double LEVEL_VARIANCE_JITTER = 1e-6;
    /** log of the density of Student's t with 5 degrees of freedom at 0: 8/(3 pi sqrt 5). */
    private static final double LOG_T5_AT_0 = StrictMath.log(8 / (3 * Math.PI * StrictMath.sqrt(5)));

    private static final double LOG_FORGETTING = StrictMath.log(BankModel.FORGETTING_PER_YEAR);

    private BankKernel() {}

    static void begin(double[] a, int model, Measurement first, StartSpeed start) {
        Link link = BankModel.link(model);
        double y = clamp(first.share(), SHARE_MIN, SHARE_MAX);
        double x = link.of(Math.min(y, BEGIN_LINKED_MAX));
        double slope = Math.max(link.slope(x), BankModel.BEGIN_SLOPE_MIN);
        double variance = BankModel.figureVariance(y, first.standardError()) / (slope * slope);
        int at = BankState.at(model);
        a[at + X] = x;
        double unit = start.perUnit(link, y);
        a[at + V] = start.speed() * unit;
        a[at + P11] = Math.min(variance, BankModel.BEGIN_LEVEL_VARIANCE_MAX) + LEVEL_VARIANCE_JITTER;
        a[at + P12] = 0;
        a[at + P22] = start.deviation() * unit * (start.deviation() * unit);
        a[at + BankState.W] = 1.0 / MODELS;
    }

    /** Moves all beliefs ahead in equal sub-steps, the mean speed held within each. */
    static void advance(double[] a, double years) {
        advance(a, years, PooledSpeeds.NONE);
    }

    /** The same, where speeds lean on those of others. */
    static void advance(double[] a, double years, PooledSpeeds others) {
        int steps = (int) Math.ceil(years / BankModel.SUB_STEP_MAX);
        OuStep step = BankModel.DYNAMICS.over(steps > 0 ? years / steps : years);
        for (int m = 0; m < MODELS; m++) {
            int at = BankState.at(m);
            for (int i = 0; i < steps; i++) {
                if (others.rows() == 0) {
                    step.advance(a, at, BankModel.meanSpeed(m, a[at + X]), BankModel.noise(m));
                } else {
                    others.advance(a, m, step);
                }
                a[at + X] = clamp(a[at + X], -BankModel.X_MAX, BankModel.X_MAX);
            }
        }
    }

    /** Folds a reading into beliefs that stand at its time; returns its log-likelihood. */
    static double observe(double[] a, double years, Measurement reading) {
        double y = clamp(reading.share(), SHARE_MIN, SHARE_MAX);
        double variance = BankModel.figureVariance(y, reading.standardError());
        double linked = Math.min(y, LINKED_MAX);
        double logit = Link.LOGIT.of(linked);
        double gompertz = Link.GOMPERTZ.of(linked);
        double[] logs = new double[MODELS];
        for (int m = 0; m < MODELS; m++) {
            double z = BankModel.link(m) == Link.LOGIT ? logit : gompertz;
            logs[m] = observe(a, m, y, z, variance);
        }
        return reweigh(a, logs, StrictMath.exp(years * LOG_FORGETTING));
    }

    /**
     * One model's update. The measurement variance comes to the link by the slope halfway between belief and figure;
     * the gate widens it as a Student-t score would; the likelihood is of the share, so that links compare.
     */
    private static double observe(double[] a, int model, double y, double z, double variance) {
        Link link = BankModel.link(model);
        int at = BankState.at(model);
        double x = a[at + X];
        double slope = Math.max(link.slope((x + z) / 2), BankModel.SLOPE_MIN);
        double r = variance / (slope * slope);
        double s = a[at + P11] + r;
        double innovation = z - x;
        // Ends between x and z, so inside the bounds of x.
        OuStep.observe(a, at, innovation, gate(innovation, s) * r);
        return logT5(y - link.share(x), slope * slope * s);
    }

    /** Factor on the measurement variance, as a Student-t score would widen it. */
    private static double gate(double innovation, double s) {
        return Math.max(1, (innovation * innovation / s + BankModel.NU) / (BankModel.NU + 1));
    }

    /** K of a reading about beliefs that stand at its time, gate included: for each model that of the level and of the speed. */
    static double[] gains(double[] a, Measurement reading) {
        double variance =
                BankModel.figureVariance(clamp(reading.share(), SHARE_MIN, SHARE_MAX), reading.standardError());
        double[] gains = new double[2 * MODELS];
        for (int m = 0; m < MODELS; m++) {
            Link link = BankModel.link(m);
            int at = BankState.at(m);
            double z = linked(link, reading);
            double slope = Math.max(link.slope((a[at + X] + z) / 2), BankModel.SLOPE_MIN);
            double r = variance / (slope * slope);
            double gated = gate(z - a[at + X], a[at + P11] + r) * r;
            gains[2 * m] = a[at + P11] / (a[at + P11] + gated);
            gains[2 * m + 1] = a[at + P12] / (a[at + P11] + gated);
        }
        return gains;
    }

    /** z: the reading on a link, clamped as the update clamps it. */
    static double linked(Link link, Measurement reading) {
        return link.of(Math.min(clamp(reading.share(), SHARE_MIN, SHARE_MAX), LINKED_MAX));
    }

    /** log t_5(residual) with scale^2 = variance (5 - 2)/5, so that its variance is {@code variance}. */
    private static double logT5(double residual, double variance) {
        double nu = BankModel.NU;
        double scale2 = variance * (nu - 2) / nu;
        return LOG_T5_AT_0
                - StrictMath.log(scale2) / 2
                - (nu + 1) / 2 * StrictMath.log1p(residual * residual / (nu * scale2));
    }

    /** w := (1 - floor) w^decay exp(log)/sum + floor/16; returns the log of the sum with w^decay normalised. */
    private static double reweigh(double[] a, double[] logs, double decay) {
        double[] faded = new double[MODELS];
        for (int m = 0; m < MODELS; m++) {
            faded[m] = decay * StrictMath.log(a[BankState.at(m) + BankState.W]);
            logs[m] += faded[m];
        }
        double sum = logSum(logs);
        for (int m = 0; m < MODELS; m++) {
            double weight = StrictMath.exp(logs[m] - sum);
            a[BankState.at(m) + BankState.W] = (1 - BankModel.FLOOR) * weight + BankModel.FLOOR / MODELS;
        }
        return sum - logSum(faded);
    }

    private static double logSum(double[] logs) {
        double max = logs[0];
        for (double log : logs) {
            max = Math.max(max, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - max);
        }
        return max + StrictMath.log(sum);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
