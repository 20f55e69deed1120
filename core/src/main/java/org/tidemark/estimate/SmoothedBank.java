package org.tidemark.estimate;

import static org.tidemark.estimate.BankModel.MODELS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bank seen from the end: what is believed of the time of each reading once all readings are known, earlier and later
 * ones (Rauch, Tung and Striebel 1965). Within one model, with F, the prediction x', P' and the filtered x, P as the filter had
 * them:
 *
 * <pre>
 * J = P F' P'^-1,   x_s = x + J (x_s(next) - x'),   P_s = P + J (P_s(next) - P') J'
 * </pre>
 *
 * <p>Gates and mean speeds count as they came out. The models are weighed by what all readings say of them: which model a
 * technology follows is one question for its whole history. At the last reading it is the filter, bit for bit.
 */
public final class SmoothedBank {
    private SmoothedBank() {}

    /**
     * The beliefs about the times of the readings, in their order.
     *
     * @param readings in order of time; none gives none
     * @throws IllegalArgumentException when one is earlier than the one before it
     */
    public static List<BankState> of(List<Measurement> readings) {
        if (readings.isEmpty()) {
            return List.of();
        }
        List<BankState> filtered = new ArrayList<>();
        filtered.add(FilterBank.begin(readings.get(0)));
        for (Measurement next : readings.subList(1, readings.size())) {
            filtered.add(FilterBank.update(filtered.get(filtered.size() - 1), next));
        }
        BankState[] smoothed = filtered.toArray(BankState[]::new);
        BankState last = smoothed[smoothed.length - 1];
        for (int i = smoothed.length - 2; i >= 0; i--) {
            smoothed[i] = before(filtered.get(i), smoothed[i + 1], last);
        }
        return List.copyOf(Arrays.asList(smoothed));
    }

    private static BankState before(BankState filtered, BankState next, BankState last) {
        double years = next.time() - filtered.time();
        double[] predicted = FilterBank.predict(filtered, years).toArray();
        double[] numbers = filtered.toArray();
        double[] later = next.toArray();
        // F of several sub-steps is F of the whole.
        OuStep step = BankModel.DYNAMICS.over(years);
        for (int m = 0; m < MODELS; m++) {
            int at = BankState.at(m);
            if (years > 0) {
                smooth(numbers, predicted, later, at, step);
            } else {
                System.arraycopy(later, at, numbers, at, BankState.W);
            }
            numbers[at + BankState.W] = last.weight(m);
        }
        return BankState.owning(numbers);
    }

    /** One model: the filtered belief in {@code a} becomes the smoothed one. */
    private static void smooth(double[] a, double[] predicted, double[] next, int at, OuStep step) {
        double p11 = predicted[at + OuStep.P11];
        double p12 = predicted[at + OuStep.P12];
        double p22 = predicted[at + OuStep.P22];
        double determinant = p11 * p22 - p12 * p12;
        // C = P F': covariance of what is now with what comes.
        double c11 = a[at + OuStep.P11] + step.reach() * a[at + OuStep.P12];
        double c12 = step.decay() * a[at + OuStep.P12];
        double c21 = a[at + OuStep.P12] + step.reach() * a[at + OuStep.P22];
        double c22 = step.decay() * a[at + OuStep.P22];
        double j11 = (c11 * p22 - c12 * p12) / determinant;
        double j12 = (c12 * p11 - c11 * p12) / determinant;
        double j21 = (c21 * p22 - c22 * p12) / determinant;
        double j22 = (c22 * p11 - c21 * p12) / determinant;
        double level = next[at + OuStep.X] - predicted[at + OuStep.X];
        double speed = next[at + OuStep.V] - predicted[at + OuStep.V];
        double d11 = next[at + OuStep.P11] - p11;
        double d12 = next[at + OuStep.P12] - p12;
        double d22 = next[at + OuStep.P22] - p22;
        a[at + OuStep.X] += j11 * level + j12 * speed;
        a[at + OuStep.V] += j21 * level + j22 * speed;
        a[at + OuStep.P11] += j11 * j11 * d11 + 2 * j11 * j12 * d12 + j12 * j12 * d22;
        a[at + OuStep.P12] += j11 * j21 * d11 + (j11 * j22 + j12 * j21) * d12 + j12 * j22 * d22;
        a[at + OuStep.P22] += j21 * j21 * d11 + 2 * j21 * j22 * d12 + j22 * j22 * d22;
    }
}
