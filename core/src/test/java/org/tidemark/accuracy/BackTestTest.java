package org.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Measurement;
import org.tidemark.projection.PoolFigure;

class BackTestTest {
    private static final List<String> ECONOMIES =
            List.of("AT", "BE", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "NL", "PL", "PT", "SE");

    private static Curve curve(String economy, double[] shares) {
        List<PoolFigure> figures = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            figures.add(Made.figure(economy, 2000 + i, shares[i], 0.01));
        }
        return new Curve("firms.cloud", economy, "TOTAL", figures);
    }

    /** Slow, from 5 to 40 %, seen with one point of noise: the kind on which the filters alone lose to the last value. */
    private static List<Curve> slow() {
        Random random = new Random(19);
        List<Curve> curves = new ArrayList<>();
        for (String economy : ECONOMIES) {
            double x = -3 + 2.5 * random.nextDouble();
            double speed = 0.04 * random.nextDouble();
            double[] shares = new double[14];
            for (int i = 0; i < shares.length; i++) {
                double level = 1 / (1 + Math.exp(-x));
                shares[i] = Math.max(0.003, level + 0.01 * random.nextGaussian());
                x += speed + 0.02 * random.nextGaussian();
            }
            curves.add(curve(economy, shares));
        }
        return curves;
    }

    private static SetScore at(List<SetScore> scores, int months) {
        return scores.stream().filter(s -> s.months() == months).findFirst().orElseThrow();
    }

    /** The kind on which the filters alone lose to the last value: 1.5 to 1.3 points, and 5.7 to 1.5 after five years. */
    @Test
    void onSlowCurvesWhatOthersTellBeatsTheLastValueAndTheFiltersAlone() {
        List<SetScore> scores = SetScore.of(BackTest.of(slow(), economy -> false));

        for (int months : new int[] {12, 36}) {
            assertThat(at(scores, months).error(Forecaster.PROJECTED))
                    .isLessThan(at(scores, months).error(Forecaster.LAST_VALUE));
        }
        assertThat(at(scores, 12).error(Forecaster.PROJECTED))
                .isLessThan(0.9 * at(scores, 12).error(Forecaster.OWN));
        assertThat(at(scores, 36).error(Forecaster.PROJECTED))
                .isLessThan(0.5 * at(scores, 36).error(Forecaster.OWN));
        assertThat(at(scores, 60).error(Forecaster.PROJECTED))
                .isLessThan(0.4 * at(scores, 60).error(Forecaster.OWN));
        assertThat(at(scores, 12).inside80()).isBetween(0.75, 0.90);
        assertThat(at(scores, 60).crps(Forecaster.PROJECTED))
                .isLessThan(at(scores, 60).crps(Forecaster.OWN));
    }

    @Test
    void eachOriginOfEachEconomyIsScoredOnce() {
        List<SetScore> scores = SetScore.of(BackTest.of(slow(), economy -> false));

        assertThat(at(scores, 12).projections()).isEqualTo(ECONOMIES.size() * 11);
        assertThat(at(scores, 60).projections()).isEqualTo(ECONOMIES.size() * 6);
        assertThat(at(scores, 12).members()).isEqualTo(ECONOMIES.size());
        assertThat(at(scores, 12).ratio())
                .isBetween(at(scores, 12).ratioLow(), at(scores, 12).ratioHigh());
        assertThat(SetScore.of(BackTest.of(slow(), economy -> false))).isEqualTo(scores);
    }

    /** Whatever comes behind the origin is not seen there. */
    @Test
    void whatCameLaterChangesNoProjectionMadeBefore() {
        List<Curve> whole = slow();
        List<Curve> cut = whole.stream()
                .map(c -> new Curve(
                        c.concept(), c.economy(), c.sector(), c.figures().subList(0, 9)))
                .toList();

        List<Scored> ofAll = BackTest.of(whole, economy -> false);
        List<Scored> ofCut = BackTest.of(cut, economy -> false);

        assertThat(ofAll).containsAll(ofCut);
        assertThat(ofCut).hasSizeLessThan(ofAll.size());
    }

    @Test
    void theYardsticksAreWhatTheySay() {
        List<Measurement> past = List.of(
                new Measurement(2000, 0.10, 0),
                new Measurement(2001, 0.20, 0),
                new Measurement(2002, 0.30, 0),
                new Measurement(2003, 0.40, 0));
        double perYear = (Math.log(0.4 / 0.6) - Math.log(0.1 / 0.9)) / 3;

        assertThat(NaiveForecasts.last(past)).isEqualTo(0.40);
        assertThat(NaiveForecasts.drift(past, 2))
                .isCloseTo(1 / (1 + Math.exp(-(Math.log(0.4 / 0.6) + 2 * perYear))), within(1e-12));
        assertThat(NaiveForecasts.damped(past, 1)).isBetween(0.40, 0.55);
        assertThat(NaiveForecasts.damped(past, 5)).isLessThan(NaiveForecasts.drift(past, 5));
    }

    /** Of a standard normal at its median: sqrt(2)/sqrt(pi) less 1/sqrt(pi). */
    @Test
    void theScoreOfANormalIsThatOfTheFormula() {
        double z = 1.2815515655446004;
        Banded band = new Banded(0, -z, z, -2 * z, 2 * z);

        assertThat(BackTest.crps(band, 0)).isCloseTo((Math.sqrt(2) - 1) / Math.sqrt(Math.PI), within(1e-9));
        assertThat(BackTest.crps(band, 3)).isGreaterThan(BackTest.crps(band, 1));
    }
}
