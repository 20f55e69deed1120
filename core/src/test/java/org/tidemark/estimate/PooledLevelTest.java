package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PooledLevelTest {
    private static final double EXACT = 1e-12;
    private static final GaussianState NO_BIAS = GaussianState.of(new double[0], new double[0]);
    private static final List<Measurement> READINGS = List.of(
            new Measurement(2020, 0.05, 0.01),
            new Measurement(2020.4, 0.06, 0),
            new Measurement(2020.4, 0.055, 0.005),
            new Measurement(2021.7, 0.30, 0.01),
            new Measurement(2022, 0.21, 0.002));

    @Test
    void withTheAnchorAloneItIsThePlainFilter() {
        PooledLevel pooled = PooledLevel.before(READINGS.get(0), NO_BIAS, NO_BIAS, 1);
        GaussianSpeed plain = new GaussianSpeed(logit(0.05), 0.35, 4, 0, 0.25);
        double time = 2020;
        for (int i = 0; i < READINGS.size(); i++) {
            Measurement reading = READINGS.get(i);
            pooled = pooled.fold(SourceBiases.ANCHOR, reading, i == 0);
            plain = carried(plain, reading.time() - time);
            plain = folded(plain, reading, i == 0);
            time = reading.time();

            GaussianState belief = pooled.belief().belief();
            assertThat(belief.mean(0)).isCloseTo(plain.level(), within(EXACT));
            assertThat(belief.mean(1)).isCloseTo(plain.speed(), within(EXACT));
            assertThat(belief.covariance(0, 0)).isCloseTo(plain.p11(), within(EXACT));
            assertThat(belief.covariance(0, 1)).isCloseTo(plain.p12(), within(EXACT));
            assertThat(belief.covariance(1, 1)).isCloseTo(plain.p22(), within(EXACT));
        }
    }

    /** Steps of half a year at most, the mean speed of the fast models at the start of each, as in the bank. */
    private static GaussianSpeed carried(GaussianSpeed from, double years) {
        int steps = (int) Math.ceil(years / 0.5);
        GaussianSpeed belief = from;
        for (int i = 0; i < steps; i++) {
            double p = 1 / (1 + Math.exp(-belief.level()));
            double mu = 0.08 + 0.37 * Math.pow(1 - p, 4);
            belief = belief.after(new OuSpeed(0.30, 0.11, 0.06), mu, years / steps);
        }
        return belief;
    }

    private static GaussianSpeed folded(GaussianSpeed belief, Measurement r, boolean first) {
        double y = r.share();
        double where = first ? logit(y) : (belief.level() + logit(y)) / 2;
        double p = 1 / (1 + Math.exp(-where));
        double slope = p * (1 - p);
        double noise = 0.003 * 0.003 + 0.006 * 0.006 * y * (1 - y) + r.standardError() * r.standardError();
        return belief.observingGated(logit(y), noise / (slope * slope), 5).belief();
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    @Test
    void whatASourceReadsIsTheLevelAndItsBias() {
        GaussianState prior = GaussianState.of(new double[] {0}, new double[] {2.25});
        GaussianState wander = GaussianState.of(new double[] {0}, new double[] {0.04});
        PooledLevel pooled = PooledLevel.before(READINGS.get(0), prior, wander, 1);
        for (int year = 2020; year < 2030; year++) {
            pooled = pooled.fold(SourceBiases.ANCHOR, new Measurement(year, 0.10, 0.001), year == 2020)
                    .fold(0, new Measurement(year, 0.25, 0.001), year == 2020);
        }

        assertThat(pooled.share(SourceBiases.ANCHOR).value()).isCloseTo(0.10, within(0.005));
        assertThat(pooled.share(0).value()).isCloseTo(0.25, within(0.005));
        assertThat(pooled.belief().bias(0)).isCloseTo(logit(0.25) - logit(0.10), within(0.05));
        Banded now = pooled.at(2030).share(0);
        assertThat(now.upper80() - now.lower80())
                .isGreaterThan(pooled.share(0).upper80() - pooled.share(0).lower80());
        assertThat(pooled.trajectory(0).stage().likeliest()).isEqualTo("growth");
        assertThat(pooled.trajectory(SourceBiases.ANCHOR).stage().germination())
                .isGreaterThan(pooled.trajectory(0).stage().germination());
        assertThat(pooled.trajectory(0).turnings()).isEmpty();
    }

    @Test
    void sharesOfNoneAndOfAllStayFinite() {
        PooledLevel none = PooledLevel.before(new Measurement(2020, 0, 0), NO_BIAS, NO_BIAS, 1)
                .fold(SourceBiases.ANCHOR, new Measurement(2020, 0, 0), true)
                .fold(SourceBiases.ANCHOR, new Measurement(2021, 1, 0), false);

        assertThat(none.share(SourceBiases.ANCHOR).value()).isBetween(0.0, 1.0);
        assertThat(none.speed().value()).isFinite();
    }

    @Test
    void anEarlierFigureIsRefused() {
        PooledLevel pooled = PooledLevel.before(READINGS.get(0), NO_BIAS, NO_BIAS, 1);

        assertThatThrownBy(() -> pooled.at(2019))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fold figures in order of time");
    }
}
