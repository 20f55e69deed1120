package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;

/**
 * The figure that the bank expects at the time of a state: a mixture over its filters of a normal in link units, of the
 * doubt about the level and the noise of a figure.
 */
final class NextFigure {
    /** Logits between which figures lie: beyond them the filters read none. */
    private static final double LOGIT_MAX = 6.9;

    /** Halvings that leave less than a millionth of a logit. */
    private static final int HALVINGS = 24;

    private final BankState then;
    private final double[] deviations = new double[MODELS];

    /**
     * One at the time of a state.
     *
     * @param standardError of the figure, as a share
     */
    NextFigure(BankState then, double standardError) {
        this.then = then;
        for (int m = 0; m < MODELS; m++) {
            double x = then.number(m, OuStep.X);
            double slope = Math.max(BankModel.link(m).slope(x), BankModel.SLOPE_MIN);
            double noise = BankModel.figureVariance(BankModel.link(m).share(x), standardError) / (slope * slope);
            deviations[m] = StrictMath.sqrt(Math.max(0, then.number(m, OuStep.P11)) + noise);
        }
    }

    /** Probability that the figure is below a share of 0 to 1. */
    double below(double share) {
        double sum = 0;
        double logit = Link.LOGIT.of(share);
        double gompertz = Link.GOMPERTZ.of(share);
        for (int m = 0; m < MODELS; m++) {
            double z = BankModel.link(m) == Link.LOGIT ? logit : gompertz;
            sum += then.weight(m) * StandardNormal.cdf((z - then.number(m, OuStep.X)) / deviations[m]);
        }
        return sum;
    }

    /** The share below which the figure lies with a probability. */
    double quantile(double probability) {
        double low = -LOGIT_MAX;
        double high = LOGIT_MAX;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(Link.LOGIT.share(middle)) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Link.LOGIT.share((low + high) / 2);
    }
}
