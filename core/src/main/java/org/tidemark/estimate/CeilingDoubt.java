package org.tidemark.estimate;

/**
 * The stage of a diffusion whose ceiling nobody knows. A stage is a part of the own plateau K (Rogers 2003): germination
 * below 16 % of it, maturity above 84 %. K is uniform on (0, 1], and given the level p only a K above p is possible:
 *
 * <pre>
 * P(p below .16 K) = (1 - p/.16)+ / (1 - p)      P(p above .84 K) = (min(1, p/.84) - p) / (1 - p)
 * </pre>
 *
 * <p>each weighed over what is believed of the level, and the possible ceilings with it: Z = sum of w (1 - p).
 */
final class CeilingDoubt {
    private static final double GERMINATION_BELOW = 0.16;
    private static final double MATURITY_ABOVE = 0.84;
    /** Where next to no ceiling is left above the level, it has been reached. */
    private static final double POSSIBLE_MIN = 1e-12;

    private double possible;
    private double germination;
    private double maturity;

    /** The odds of a mixture of the bank's models, each by its equiprobable nodes. */
    static StageOdds of(BankState state) {
        CeilingDoubt doubt = new CeilingDoubt();
        for (int m = 0; m < BankModel.MODELS; m++) {
            double sd = StrictMath.sqrt(Math.max(0, state.number(m, OuStep.P11)));
            double weight = state.weight(m) / StandardNormal.NODES;
            doubt.add(BankModel.link(m), state.number(m, OuStep.X), sd, weight);
        }
        return doubt.odds();
    }

    /** The odds where the plateau is everybody: those of the level being below .16 and above .84. */
    static StageOdds none(BankState state) {
        double germination = Math.max(0, 1 - FirstPassage.above(state, GERMINATION_BELOW));
        double maturity = FirstPassage.above(state, MATURITY_ABOVE);
        return new StageOdds(germination, Math.max(0, 1 - germination - maturity), maturity);
    }

    /** The odds of one level, normal in logits. */
    static StageOdds of(double logit, double sd) {
        CeilingDoubt doubt = new CeilingDoubt();
        doubt.add(Link.LOGIT, logit, sd, 1.0 / StandardNormal.NODES);
        return doubt.odds();
    }

    private void add(Link link, double x, double sd, double weight) {
        for (int i = 0; i < StandardNormal.NODES; i++) {
            double p = link.share(x + sd * StandardNormal.node(i));
            possible += weight * (1 - p);
            germination += weight * Math.max(0, 1 - p / GERMINATION_BELOW);
            maturity += weight * (Math.min(1, p / MATURITY_ABOVE) - p);
        }
    }

    private StageOdds odds() {
        if (possible < POSSIBLE_MIN) {
            return new StageOdds(0, 0, 1);
        }
        double early = germination / possible;
        double late = Math.max(0, maturity / possible);
        return new StageOdds(early, Math.max(0, 1 - early - late), late);
    }
}
