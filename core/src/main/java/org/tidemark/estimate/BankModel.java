package org.tidemark.estimate;

/**
 * The parameters of the bank of 16 filters, all of them. Model m = 8 i + 4 j + k has mean speed i of {.10, .45}, link j
 * of {logit, Gompertz} and noise scale k of {.5, 1, 1.7, 3}. A change of any number here is a new {@link #VERSION}.
 */
public final class BankModel {
    /** What an estimate names as its method. */
    public static final String VERSION = "bank16-t5/2";

    /** From so many observations on a trajectory is claimed whole. */
    public static final int OBSERVATIONS_MIN = 4;
    /** From so many on the speed and one year ahead are, marked early; before, only the level. */
    public static final int EARLY_MIN = 3;

    static final int MODELS = 16;
    /** Longest step over which the mean speed is held at that of the level at its start, years. */
    static final double SUB_STEP_MAX = 0.5;
    /** Degrees of freedom of the Student-t gate and likelihood. */
    static final double NU = 5;
    /** Speeds revert with kappa .30 a year; noise per root year of scale 1: speed .11, level .06. */
    static final OuSpeed DYNAMICS = new OuSpeed(0.30, 0.11, 0.06);

    static final double FORGETTING_PER_YEAR = 0.98;
    /** Part of the weight that is always shared equally, so that a dead model can return. */
    static final double FLOOR = 0.02;

    static final double BEGIN_LEVEL_VARIANCE_MAX = 4;
    static final double BEGIN_SLOPE_MIN = 1e-4;
    static final double SLOPE_MIN = 1e-3;
    static final double X_MAX = 30;

    private static final double MEAN_SPEED_SLOW = 0.10;
    private static final double MEAN_SPEED_FAST = 0.45;
    private static final double MEAN_SPEED_FAST_AT_END = 0.08;
    private static final double[] SCALES = {0.5, 1, 1.7, 3};
    private static final Link[] LINKS = new Link[MODELS];
    private static final double[] NOISE = new double[MODELS];

    private static final double FIGURE_NOISE = 0.003;
    private static final double FIGURE_NOISE_BINOMIAL = 0.006;
    /** A standard error above this teaches nothing of a share; its square must stay far from overflow. */
    private static final double STANDARD_ERROR_MAX = 1e6;

    static {
        for (int m = 0; m < MODELS; m++) {
            LINKS[m] = m / 4 % 2 == 0 ? Link.LOGIT : Link.GOMPERTZ;
            NOISE[m] = SCALES[m % 4] * SCALES[m % 4];
        }
    }

    private BankModel() {}

    static Link link(int model) {
        return LINKS[model];
    }

    /** Factor on the noise variances of {@link #DYNAMICS}. */
    static double noise(int model) {
        return NOISE[model];
    }

    /** The speed that model reverts to at level x: .10, or .08 + .37 (1 - p)^4, as measured on past diffusions. */
    static double meanSpeed(int model, double x) {
        if (model < MODELS / 2) {
            return MEAN_SPEED_SLOW;
        }
        double left = 1 - LINKS[model].share(x);
        double left2 = left * left;
        return MEAN_SPEED_FAST_AT_END + (MEAN_SPEED_FAST - MEAN_SPEED_FAST_AT_END) * left2 * left2;
    }

    /** The mean speed of a single filter in logits that stands for the whole bank: that of the fast models. */
    static double meanSpeed(double logit) {
        return meanSpeed(MODELS / 2, logit);
    }

    /** R_y = .003^2 + .006^2 y (1 - y) + SE^2: variance of a figure about the level, in shares squared. */
    static double figureVariance(double share, double standardError) {
        double se = Math.min(standardError, STANDARD_ERROR_MAX);
        return FIGURE_NOISE * FIGURE_NOISE
                + FIGURE_NOISE_BINOMIAL * FIGURE_NOISE_BINOMIAL * share * (1 - share)
                + se * se;
    }
}
