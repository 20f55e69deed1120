package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.series.Period;

class PenetrationReportProperties {
    @Property(tries = 150)
    void everyBandLiesInTheUnitAroundItsMedian(@ForAll("extreme") List<Measurement> readings) {
        Estimate estimate = report(readings);

        for (HorizonValue level : estimate.levels()) {
            Banded band = level.band();
            assertThat(band.lower95()).isBetween(0.0, band.lower80());
            assertThat(band.value()).isBetween(band.lower80(), band.upper80());
            assertThat(band.upper95()).isBetween(band.upper80(), 100.0);
        }
    }

    @Property(tries = 150)
    void speedIsClaimedFromThreeReadingsOnAndAllFromFour(@ForAll("extreme") List<Measurement> readings) {
        Estimate estimate = report(readings);

        int n = readings.size();
        assertThat(estimate.trajectory() != null).isEqualTo(n >= 3);
        assertThat(estimate.isEarly()).isEqualTo(n == 3);
        assertThat(estimate.levels()).hasSize(n >= 4 ? 5 : n == 3 ? 3 : 2);
        assertThat(estimate.inputs()).isEqualTo(readings.size());
    }

    @Property(tries = 150)
    void stagesSumToOne(@ForAll("extreme") List<Measurement> readings) {
        Trajectory trajectory = report(readings).trajectory();

        if (trajectory != null) {
            StageOdds stage = trajectory.stage();
            assertThat(stage.germination() + stage.growth() + stage.maturity()).isCloseTo(1, within(1e-12));
        }
    }

    @Property(tries = 150)
    void datesAreToldWholeAndNarrowOrNotAtAll(@ForAll("extreme") List<Measurement> readings) {
        Trajectory trajectory = report(readings).trajectory();

        if (trajectory == null) {
            return;
        }
        double began = readings.get(0).time();
        double newest = readings.get(readings.size() - 1).time();
        for (TurningDate date : trajectory.turnings()) {
            if (date.year10() != null && date.year90() != null) {
                assertThat(date.year90() - date.year10()).isLessThan(15);
                assertThat(date.year10()).isGreaterThanOrEqualTo(began);
                assertThat(date.year90()).isLessThanOrEqualTo(newest + 40);
            }
        }
    }

    @Property(tries = 60)
    void probabilityToHavePassedNeverFalls(@ForAll("extreme") List<Measurement> readings) {
        FilterState track = Readings.track(readings);
        double newest = track.bank().time();

        for (PassageCurve curve : FirstPassage.of(track.bank(), track.past(), new double[] {0.03, 0.3, 0.79})) {
            double before = 0;
            for (double time = newest - 20; time < newest + 45; time += 0.1) {
                assertThat(curve.at(time)).isBetween(before, 1.0);
                before = curve.at(time);
            }
        }
    }

    @Property(tries = 60)
    void higherSharesArePassedLater(@ForAll("extreme") List<Measurement> readings) {
        FilterState track = Readings.track(readings);
        double newest = track.bank().time();

        List<PassageCurve> curves = FirstPassage.of(track.bank(), track.past(), new double[] {0.1, 0.5});

        for (double time = newest - 20; time < newest + 45; time += 0.5) {
            assertThat(curves.get(1).at(time)).isLessThanOrEqualTo(curves.get(0).at(time) + 1e-8);
        }
    }

    @Provide
    Arbitrary<List<Measurement>> extreme() {
        return Readings.extreme();
    }

    private static Estimate report(List<Measurement> readings) {
        PenetrationReport.Basis basis = new PenetrationReport.Basis(
                new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use"),
                Instant.parse("2030-01-01T00:00:00Z"),
                Period.parse("2029"),
                "percent",
                readings.get(0).standardError());
        return PenetrationReport.of(Readings.track(readings), basis, CeilingPrior.EQUAL);
    }
}
