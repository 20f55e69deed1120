package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Series of readings for properties. */
final class Readings {
    private static final FigureId FIGURE =
            new FigureId(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT"), Period.parse("2024"));

    private Readings() {}

    /** What a producer could send at worst: shares of 0 and 1, equal times, gaps of 60 years, any standard error. */
    static Arbitrary<List<Measurement>> extreme() {
        Arbitrary<Double> years = Arbitraries.of(0.0, 1e-9, 1 / 365.0, 14 / 365.0, 0.5, 1.0, 60.0);
        Arbitrary<Double> shares = Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0, 1e-12, 1 - 1e-12),
                Arbitraries.doubles().between(0, 1).ofScale(6));
        Arbitrary<Double> errors = Arbitraries.of(0.0, 0.0, 0.002, 0.02, 0.5, 1e3, 1e300);
        return series(years, shares, errors, 25);
    }

    /** What surveys do send. */
    static Arbitrary<List<Measurement>> ordinary() {
        Arbitrary<Double> years = Arbitraries.of(0.0, 7 / 365.0, 0.25, 0.5, 1.0, 1.0, 2.5);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0.01, 0.95).ofScale(4);
        return series(years, shares, Arbitraries.of(0.0, 0.002, 0.01), 15);
    }

    private static Arbitrary<List<Measurement>> series(
            Arbitrary<Double> years, Arbitrary<Double> shares, Arbitrary<Double> errors, int sizeMax) {
        return Combinators.combine(years, shares, errors)
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(sizeMax)
                // The extremes are drawn often enough; combined edge cases would outnumber the tries.
                .withoutEdgeCases()
                .map(list -> {
                    List<Measurement> readings = new ArrayList<>();
                    double time = 2000.5;
                    for (Tuple.Tuple3<Double, Double, Double> next : list) {
                        time += next.get1();
                        readings.add(new Measurement(time, next.get2(), next.get3()));
                    }
                    return readings;
                });
    }

    static BankState fold(List<Measurement> readings) {
        BankState state = FilterBank.begin(readings.get(0));
        for (Measurement next : readings.subList(1, readings.size())) {
            state = FilterBank.update(state, next);
        }
        return state;
    }

    /** The same readings as figures of one series. */
    static FilterState track(List<Measurement> readings) {
        FilterState track = FilterState.begin(FIGURE, readings.get(0));
        for (Measurement next : readings.subList(1, readings.size())) {
            track = track.append(FIGURE, next);
        }
        return track;
    }
}
