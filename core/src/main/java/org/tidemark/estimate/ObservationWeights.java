package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;

import java.util.List;

/**
 * How the levels at the end of a fold hang on the readings that were folded. Within one model the level is affine in the
 * readings, x_T = c + sum of W_j z_j, with W_j found backwards (the adjoint of Durbin and Koopman 2012, section 4.3):
 *
 * <pre>
 * a := (1, 0);   at the update of reading j:  W_j = a K_j,  a := a (I - K_j H);   at a step of d years:  a := a F
 * </pre>
 *
 * <p>Gates, variances and mean speeds count as they came out: what they change is not in the weights.
 */
final class ObservationWeights {
    private final double[][] weights;

    private ObservationWeights(double[][] weights) {
        this.weights = weights;
    }

    /**
     * Of a fold up to its last reading.
     *
     * @param before state that the fold begins with
     * @param readings at least one, in order of time, none before the state
     */
    static ObservationWeights of(BankState before, List<Measurement> readings) {
        int n = readings.size();
        double[] years = new double[n];
        double[][] gains = new double[n][];
        BankState state = before;
        for (int j = 0; j < n; j++) {
            Measurement reading = readings.get(j);
            years[j] = reading.time() - state.time();
            gains[j] = BankKernel.gains(FilterBank.predict(state, years[j]).toArray(), reading);
            state = FilterBank.update(state, reading);
        }
        double[][] weights = new double[n][MODELS];
        for (int m = 0; m < MODELS; m++) {
            double[] ofModel = backwards(years, gains, m);
            for (int j = 0; j < n; j++) {
                weights[j][m] = ofModel[j];
            }
        }
        return new ObservationWeights(weights);
    }

    static double[] backwards(double[] years, double[][] gains, int model) {
        double[] weights = new double[years.length];
        double level = 1;
        double speed = 0;
        for (int j = years.length - 1; j >= 0; j--) {
            double gainLevel = gains[j][2 * model];
            double gainSpeed = gains[j][2 * model + 1];
            weights[j] = level * gainLevel + speed * gainSpeed;
            level -= weights[j];
            // F of several sub-steps is F of the whole: [1, A; 0, e].
            OuStep step = BankModel.DYNAMICS.over(years[j]);
            speed = level * step.reach() + speed * step.decay();
        }
        return weights;
    }

    /** W of one reading in one model: units of the level's link for one of the reading's. */
    double of(int reading, int model) {
        return weights[reading][model];
    }
}
