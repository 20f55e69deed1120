package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;

import java.util.ArrayList;
import java.util.List;

/**
 * What each of several readings behind a state does to the level at the last of them: the surprise of each model about it,
 * weighted by how its level hangs on it.
 *
 * <pre>
 * impact_j = sum over models of w_m s_m W_jm (z_jm - x_m(t_j))
 * </pre>
 *
 * <p>w are the weights before, x_m(t) what the model expected at t before any of the readings, and s the slope of the chord
 * of its link between the level expected and the level believed after. All of them come from before the readings but for s
 * and W, so the order in which readings of one time are named changes nothing but through the fold itself.
 */
public final class Surprises {
    private Surprises() {}

    /**
     * The impacts in shares.
     *
     * @param before what is believed before
     * @param readings at least one, in order of folding, none before the state
     */
    public static List<Double> impacts(BankState before, List<Measurement> readings) {
        double[][] moves = moves(before, readings);
        BankState expected =
                FilterBank.predict(before, readings.get(readings.size() - 1).time() - before.time());
        BankState after = before;
        for (Measurement reading : readings) {
            after = FilterBank.update(after, reading);
        }
        double[] slopes = new double[MODELS];
        for (int m = 0; m < MODELS; m++) {
            slopes[m] = before.weight(m) * chord(m, expected, after);
        }
        List<Double> impacts = new ArrayList<>();
        for (double[] ofReading : moves) {
            double impact = 0;
            for (int m = 0; m < MODELS; m++) {
                impact += slopes[m] * ofReading[m];
            }
            impacts.add(impact);
        }
        return impacts;
    }

    /** By reading and model: W (z - x(t)), in units of the link. */
    static double[][] moves(BankState before, List<Measurement> readings) {
        ObservationWeights weights = ObservationWeights.of(before, readings);
        double[][] moves = new double[readings.size()][MODELS];
        for (int j = 0; j < moves.length; j++) {
            Measurement reading = readings.get(j);
            BankState expected = FilterBank.predict(before, reading.time() - before.time());
            for (int m = 0; m < MODELS; m++) {
                double z = BankKernel.linked(BankModel.link(m), reading);
                moves[j][m] = weights.of(j, m) * (z - expected.number(m, OuStep.X));
            }
        }
        return moves;
    }

    private static double chord(int model, BankState expected, BankState after) {
        double from = expected.number(model, OuStep.X);
        double to = after.number(model, OuStep.X);
        return to == from
                ? BankModel.link(model).slope(from)
                : (after.share(model) - expected.share(model)) / (to - from);
    }
}
