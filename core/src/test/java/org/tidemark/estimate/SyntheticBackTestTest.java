package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards the accuracy of the whole bank on made diffusions: from every origin with four figures, forecasts against what
 * came. It says nothing of real diffusions, on which the bank was chosen; it says when a change made it worse. The
 * bounds are what the engine reached when they were written, errors with a tenth and coverage with .05 to spare.
 */
class SyntheticBackTestTest {
    private static final double NOISE = 0.01;

    private record Forecast(Banded band, double came, double last) {
        double error() {
            return Math.abs(band.value() - came);
        }

        boolean within80() {
            return band.lower80() <= came && came <= band.upper80();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0123, 0.88", "3, 0.0228, 0.86", "5, 0.0416, 0.82"})
    void forecastsAreAsGoodAsTheyWere(int years, double errorMax, double coverageMin) {
        List<Forecast> forecasts = forecasts(years);

        double covered = forecasts.stream().filter(Forecast::within80).count() / (double) forecasts.size();

        assertThat(forecasts).hasSizeGreaterThan(250);
        assertThat(medianError(forecasts)).isLessThan(errorMax);
        assertThat(covered).isBetween(coverageMin, 0.98);
    }

    @Test
    void forecastsBeatTheLastValue() {
        List<Forecast> forecasts = forecasts(3);

        double ofLast = median(
                forecasts.stream().map(f -> Math.abs(f.last() - f.came())).toList());

        assertThat(medianError(forecasts)).isLessThan(ofLast / 2);
    }

    private static List<Forecast> forecasts(int years) {
        Random random = new Random(20_260_101);
        List<Forecast> forecasts = new ArrayList<>();
        for (Link link : Link.values()) {
            for (double speed : new double[] {0.15, 0.25, 0.4}) {
                for (double ceiling : new double[] {1, 0.8}) {
                    Curves.Curve curve = new Curves.Curve(link, speed, 2008, ceiling);
                    addForecasts(forecasts, curve.readings(1996, 2025, NOISE, random), years);
                }
            }
        }
        return forecasts;
    }

    private static void addForecasts(List<Forecast> forecasts, List<Measurement> readings, int years) {
        BankState state = FilterBank.begin(readings.get(0));
        for (int i = 1; i + years < readings.size(); i++) {
            state = FilterBank.update(state, readings.get(i));
            if (state.readings() >= BankModel.OBSERVATIONS_MIN) {
                Banded band = PenetrationReport.figure(FilterBank.predict(state, years), NOISE);
                forecasts.add(new Forecast(
                        band, readings.get(i + years).share(), readings.get(i).share()));
            }
        }
    }

    private static double medianError(List<Forecast> forecasts) {
        return median(forecasts.stream().map(Forecast::error).toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
