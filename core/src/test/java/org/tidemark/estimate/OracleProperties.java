package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** As {@link OracleTest}, on series that nobody chose. */
class OracleProperties {
    @Property(tries = 60)
    void bothLibrariesAgreeOnIrregularSeries(@ForAll("irregularSeries") SingleFilterCase single) {
        OracleTest.assertAgreement(single);
    }

    @Provide
    Arbitrary<SingleFilterCase> irregularSeries() {
        Arbitrary<Double> years = Arbitraries.of(0.0, 1 / 365.0, 14 / 365.0, 0.25, 1.0, 1.7, 6.0);
        Arbitrary<Double> z =
                Arbitraries.doubles().between(-6, 6).ofScale(4).injectNull(0.2).map(v -> v == null ? Double.NaN : v);
        Arbitrary<Double> r = Arbitraries.doubles().between(1e-4, 0.5).ofScale(4);
        Arbitrary<Double> mu = Arbitraries.doubles().between(0, 0.6);
        Arbitrary<List<SingleFilterCase.Point>> points = Combinators.combine(years, z, r, mu)
                .as(SingleFilterCase.Point::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
        Arbitrary<OuSpeed> dynamics = Combinators.combine(
                        Arbitraries.of(0.0, 0.05, 0.3, 1.0), Arbitraries.of(0.02, 0.11, 0.4), Arbitraries.of(0.0, 0.06))
                .as(OuSpeed::new);
        return Combinators.combine(dynamics, points)
                .as((d, p) -> new SingleFilterCase(new GaussianSpeed(-2, 0.3, 1, 0.1, 0.25), d, fromZero(p)));
    }

    /** The prior is at the time of the first point. */
    private static List<SingleFilterCase.Point> fromZero(List<SingleFilterCase.Point> points) {
        List<SingleFilterCase.Point> from = new ArrayList<>(points);
        SingleFilterCase.Point first = points.get(0);
        from.set(0, new SingleFilterCase.Point(0, first.z(), first.r(), first.meanSpeed()));
        return from;
    }
}
