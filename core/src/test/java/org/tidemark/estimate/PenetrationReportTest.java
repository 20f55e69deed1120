package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;

class PenetrationReportTest {
    private static final EstimateKey KEY = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    private static final Instant AS_OF = Instant.parse("2021-03-01T00:00:00Z");
    private static final Curves.Curve LOGISTIC = new Curves.Curve(Link.LOGIT, 0.3, 2022, 1);
    private static final Curves.Curve GOMPERTZ = new Curves.Curve(Link.GOMPERTZ, 0.15, 2022, 1);

    @Test
    void estimateSaysWhatItRestsOn() {
        Estimate estimate = report(LOGISTIC.readings(2005, 2020), "percent");

        assertThat(estimate.key()).isEqualTo(KEY);
        assertThat(estimate.asOf()).isEqualTo(AS_OF);
        assertThat(estimate.period()).isEqualTo(Period.parse("2020"));
        assertThat(estimate.inputs()).isEqualTo(16);
        assertThat(estimate.inputsHash())
                .isEqualTo(
                        Readings.track(LOGISTIC.readings(2005, 2020)).inputs().hex());
        assertThat(estimate.model()).isEqualTo("bank16-t5/2+ceilings(uniform:20)");
        assertThat(estimate.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.values());
    }

    @Test
    void underThreeReadingsOnlyTheLevelIsClaimed() {
        Estimate estimate = report(LOGISTIC.readings(2019, 2020), "percent");

        assertThat(estimate.trajectory()).isNull();
        assertThat(estimate.isEarly()).isFalse();
        assertThat(estimate.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
    }

    @Test
    void ofThreeReadingsTheSpeedAndOneYearAheadAreClaimedEarly() {
        Estimate estimate = report(LOGISTIC.readings(2018, 2020), "percent");
        Estimate whole = report(LOGISTIC.readings(2017, 2020), "percent");

        assertThat(estimate.isEarly()).isTrue();
        assertThat(Objects.requireNonNull(estimate.trajectory()).turnings()).isEmpty();
        assertThat(estimate.levels())
                .extracting(HorizonValue::horizon)
                .containsExactly(Horizon.P0D, Horizon.NOW, Horizon.P1Y);
        assertThat(whole.isEarly()).isFalse();
        assertThat(whole.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.values());
    }

    @Test
    void percentIsAHundredTimesTheShare() {
        Banded percent =
                report(LOGISTIC.readings(2005, 2020), "percent").levels().get(3).band();
        Banded share =
                report(LOGISTIC.readings(2005, 2020), "share").levels().get(3).band();

        assertThat(percent).isEqualTo(share.times(100));
    }

    @Test
    void nowIsTheLevelAtTheInstantOfPublication() {
        BankState state = Readings.fold(LOGISTIC.readings(2005, 2020));
        BankState then = FilterBank.predict(state, EventTime.ofInstant(AS_OF) - 2020.5);

        Estimate estimate = report(LOGISTIC.readings(2005, 2020), "share");

        assertThat(estimate.levels().get(1).band()).isEqualTo(PenetrationReport.level(then));
    }

    @Test
    void nowIsNeverBeforeTheNewestInput() {
        Estimate estimate = report(LOGISTIC.readings(2005, 2025), "share");

        assertThat(estimate.levels().get(1).band())
                .isEqualTo(estimate.levels().get(0).band());
    }

    @Test
    void projectionIsOfAFigureAndSoWiderThanTheLevel() {
        BankState ahead = FilterBank.predict(Readings.fold(LOGISTIC.readings(2005, 2020)), 1);
        Banded level = PenetrationReport.level(ahead);

        Banded figure = PenetrationReport.figure(ahead, 0.02);

        double noise = 1.2815515655446004 * Math.sqrt(BankModel.figureVariance(level.value(), 0.02));
        assertThat(figure.value()).isEqualTo(level.value());
        assertThat(figure.upper80() - figure.value())
                .isCloseTo(Math.hypot(level.upper80() - level.value(), noise), within(1e-12));
        assertThat(figure.lower95()).isLessThan(level.lower95());
    }

    @Test
    void speedIsInLogitsWhateverTheCurve() {
        double slope = GOMPERTZ.link().slope(0.15 * (2020.5 - 2022)) * 0.15;
        double p = GOMPERTZ.share(2020.5);

        Trajectory logistic = trajectory(LOGISTIC.readings(2000, 2020));
        Trajectory gompertz = trajectory(GOMPERTZ.readings(2000, 2020));

        assertThat(logistic.speedLogits().value()).isCloseTo(0.3, within(0.05));
        assertThat(gompertz.speedLogits().value()).isCloseTo(slope / (p * (1 - p)), within(0.05));
        assertThat(gompertz.speedPoints()).isCloseTo(100 * slope, within(0.5));
    }

    @Test
    void stageIsToldByThePlateauThatNobodyKnows() {
        Curves.Curve curve = LOGISTIC;

        StageOdds young = trajectory(curve.readings(2004, 2010)).stage();
        StageOdds middle = trajectory(curve.readings(2010, 2022)).stage();
        StageOdds late = trajectory(curve.readings(2015, 2034)).stage();

        assertThat(young.likeliest()).isEqualTo("germination");
        assertThat(young.germination()).isLessThan(0.99);
        // Half of all units: four in five that it grows on, and one that this was all.
        assertThat(middle.growth()).isBetween(0.7, 0.95);
        assertThat(middle.maturity()).isGreaterThan(0.05);
        assertThat(late.maturity()).isGreaterThan(0.99);
    }

    @Test
    void standardErrorThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new PenetrationReport.Basis(KEY, AS_OF, Period.parse("2020"), "share", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("standard error NaN");
    }

    private static Trajectory trajectory(List<Measurement> readings) {
        return Objects.requireNonNull(report(readings, "percent").trajectory());
    }

    private static Estimate report(List<Measurement> readings, String unit) {
        PenetrationReport.Basis basis = new PenetrationReport.Basis(KEY, AS_OF, Period.parse("2020"), unit, 0);
        return PenetrationReport.of(Readings.track(readings), basis, CeilingPrior.EQUAL);
    }
}
