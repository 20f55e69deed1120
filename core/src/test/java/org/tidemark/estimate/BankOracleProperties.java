package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Each model of the bank is a linear filter once its mean speeds and gated variances are given; both libraries then
 * filter as it does. Mean speeds and gate are worked out here from the beliefs before each step, by the published
 * formulas.
 */
class BankOracleProperties {
    private static final double NU = 5;

    @Property(tries = 60)
    void bothLibrariesAgreeWithEachModel(
            @ForAll("readings") List<Measurement> readings, @ForAll @IntRange(max = 15) int model) {
        List<GaussianSpeed> own = new ArrayList<>();
        List<SingleFilterCase.Point> points = new ArrayList<>();
        BankState state = FilterBank.begin(readings.get(0));
        GaussianSpeed prior = belief(state, model);
        points.add(new SingleFilterCase.Point(0, Double.NaN, Double.NaN, 0));
        own.add(prior);
        for (Measurement next : readings.subList(1, readings.size())) {
            addSteps(points, own, state, model, next);
            state = FilterBank.update(state, next);
            own.set(own.size() - 1, belief(state, model));
        }

        StateSpaceCase asked = StateSpaceCase.of(new SingleFilterCase(prior, dynamics(model), points));

        OracleTest.assertSame(own, HipparchusOracle.filter(asked));
        OracleTest.assertSame(own, new JDemetraOracle(asked).filter());
    }

    @Provide
    Arbitrary<List<Measurement>> readings() {
        return Readings.ordinary();
    }

    /** Steps of at most half a year without a measurement, then one of no time with it. */
    private static void addSteps(
            List<SingleFilterCase.Point> points, List<GaussianSpeed> own, BankState from, int model, Measurement next) {
        double years = next.time() - from.time();
        int steps = (int) Math.ceil(years / 0.5);
        GaussianSpeed belief = belief(from, model);
        for (int i = 0; i < steps; i++) {
            double mu = BankModel.meanSpeed(model, belief.level());
            belief = belief.after(dynamics(model), mu, years / steps);
            points.add(new SingleFilterCase.Point(years / steps, Double.NaN, Double.NaN, mu));
            own.add(belief);
        }
        Link link = BankModel.link(model);
        double z = link.of(next.share());
        points.add(new SingleFilterCase.Point(0, z, gatedVariance(belief, link, z, next), 0));
        own.add(belief);
    }

    private static double gatedVariance(GaussianSpeed belief, Link link, double z, Measurement next) {
        double y = next.share();
        double ry = 0.003 * 0.003 + 0.006 * 0.006 * y * (1 - y) + next.standardError() * next.standardError();
        double slope = Math.max(link.slope((belief.level() + z) / 2), 0.001);
        double rz = ry / (slope * slope);
        double e = z - belief.level();
        return rz * Math.max(1, (e * e / (belief.p11() + rz) + NU) / (NU + 1));
    }

    private static OuSpeed dynamics(int model) {
        double scale = List.of(0.5, 1.0, 1.7, 3.0).get(model % 4);
        return new OuSpeed(0.3, 0.11 * scale, 0.06 * scale);
    }

    private static GaussianSpeed belief(BankState state, int model) {
        return new GaussianSpeed(
                state.number(model, OuStep.X),
                state.number(model, OuStep.V),
                state.number(model, OuStep.P11),
                state.number(model, OuStep.P12),
                state.number(model, OuStep.P22));
    }
}
