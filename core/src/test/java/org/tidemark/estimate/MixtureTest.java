package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final double FAR_AWAY = -25;

    @Test
    void oneModelAloneGivesTheQuantilesOfItsNormalThroughTheLink() {
        double sd = 0.5;
        BankState state = onlyModel(0, -1, sd * sd, 0.3, 0.04);

        Banded level = Mixture.ofLevel(state).banded();
        Banded speed = Mixture.ofSpeedLogits(state).banded();

        assertThat(level.value()).isCloseTo(Link.LOGIT.share(-1), within(1e-9));
        assertThat(Link.LOGIT.of(level.lower80())).isCloseTo(-1 - 1.2816 * sd, within(0.03 * sd));
        // The outermost nodes are half a deviation apart.
        assertThat(Link.LOGIT.of(level.upper95())).isCloseTo(-1 + 1.96 * sd, within(0.06 * sd));
        assertThat(speed.value()).isCloseTo(0.3, within(1e-9));
        assertThat(speed.upper80()).isCloseTo(0.3 + 1.2816 * 0.2, within(0.03 * 0.2));
    }

    @Test
    void gompertzSpeedIsTurnedIntoLogits() {
        BankState state = onlyModel(4, -1, 0.01, 0.1, 0.0001);
        double p = Link.GOMPERTZ.share(-1);

        Banded speed = Mixture.ofSpeedLogits(state).banded();

        assertThat(speed.value()).isCloseTo(0.1 * Link.GOMPERTZ.slope(-1) / (p * (1 - p)), within(1e-9));
    }

    @Test
    void modelsThatDisagreeLeaveTheMedianBetweenThem() {
        double[] numbers = onlyModel(0, -2, 0.0001, 0.3, 0.01).toArray();
        numbers[BankState.at(1) + OuStep.X] = 2;
        numbers[BankState.at(0) + BankState.W] = 0.5;
        numbers[BankState.at(1) + BankState.W] = 0.5;

        Banded level = Mixture.ofLevel(BankState.fromArray(numbers)).banded();

        assertThat(level.lower80()).isCloseTo(Link.LOGIT.share(-2), within(0.01));
        assertThat(level.upper80()).isCloseTo(Link.LOGIT.share(2), within(0.01));
        assertThat(level.value()).isBetween(level.lower80(), level.upper80());
    }

    /** All weight on one model; the others stand far away with none. */
    private static BankState onlyModel(int model, double x, double p11, double v, double p22) {
        double[] numbers = FilterBank.begin(new Measurement(2020, 0.3, 0)).toArray();
        for (int m = 0; m < BankModel.MODELS; m++) {
            int at = BankState.at(m);
            numbers[at + OuStep.X] = m == model ? x : FAR_AWAY;
            numbers[at + OuStep.V] = m == model ? v : FAR_AWAY;
            numbers[at + OuStep.P11] = p11;
            numbers[at + OuStep.P22] = p22;
            numbers[at + BankState.W] = m == model ? 1 : 0;
        }
        return BankState.fromArray(numbers);
    }
}
