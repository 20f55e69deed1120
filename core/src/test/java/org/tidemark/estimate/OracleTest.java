package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two libraries that other people wrote answer as the engine's single filters do. */
class OracleTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "E"})
    void bothLibrariesAgreeOnTheReferenceVectors(String letter) {
        SingleFilterCase single = SingleFilterCase.of(EstimatorVectors.vector(letter));
        assertAgreement(single);
    }

    @Test
    void hipparchusAgreesOnSourcesWithBiases() {
        JsonNode in = EstimatorVectors.vector("D").get("inputs");
        double[] t = EstimatorVectors.numbers(in.get("t"));
        double[] z = EstimatorVectors.numbers(in.get("z"));
        double[] r = EstimatorVectors.numbers(in.get("R"));
        OuSpeed dynamics = new OuSpeed(0.3, 0.11, 0.06);
        GaussianSpeed prior = new GaussianSpeed(-2, 0.35, 4, 0, 0.25);
        SourceBiases biases = SourceBiases.begin(dynamics, prior, 2, 0.3, 0.05);
        List<StateSpaceCase.Point> points = new ArrayList<>();
        List<GaussianState> own = new ArrayList<>();
        for (int i = 0; i < t.length; i++) {
            double years = i == 0 ? 0 : t[i] - t[i - 1];
            points.add(point(dynamics, years, i % 2, z[i], r[i]));
            biases = biases.after(0.1, years).observing(i % 2, z[i], r[i]).biases();
            own.add(biases.belief());
        }

        StateSpaceCase.Filtered theirs = HipparchusOracle.filter(
                new StateSpaceCase(StateSpaceCase.mean(prior, 4), StateSpaceCase.covariance(prior, 0.09, 4), points));

        for (int i = 0; i < own.size(); i++) {
            assertSame(own.get(i), theirs.means().get(i), theirs.covariances().get(i));
        }
    }

    private static StateSpaceCase.Point point(OuSpeed dynamics, double years, int source, double z, double r) {
        return new StateSpaceCase.Point(
                StateSpaceCase.transition(dynamics, years, 4),
                StateSpaceCase.drift(dynamics, years, 0.1, 4),
                StateSpaceCase.noise(dynamics, years, 0.05, 4),
                StateSpaceCase.vector(1, 0, 1 - source, source),
                z,
                r);
    }

    private static void assertSame(GaussianState own, RealVector mean, RealMatrix covariance) {
        for (int row = 0; row < own.size(); row++) {
            assertNear(own.mean(row), mean.getEntry(row));
            for (int column = 0; column < own.size(); column++) {
                assertNear(own.covariance(row, column), covariance.getEntry(row, column));
            }
        }
    }

    static void assertAgreement(SingleFilterCase single) {
        SingleFilterCase.Result own = single.run();
        StateSpaceCase asked = StateSpaceCase.of(single);
        JDemetraOracle jdemetra = new JDemetraOracle(asked);

        assertSame(own.filtered(), HipparchusOracle.filter(asked));
        assertSame(own.filtered(), jdemetra.filter());
        if (single.points().stream().anyMatch(p -> !p.missing())) {
            assertThat(own.logLikelihood())
                    .isCloseTo(jdemetra.logLikelihood(), within(EXACT * Math.max(1, Math.abs(own.logLikelihood()))));
        }
    }

    static void assertSame(List<GaussianSpeed> own, StateSpaceCase.Filtered theirs) {
        assertThat(theirs.means()).hasSameSizeAs(own);
        for (int i = 0; i < own.size(); i++) {
            RealVector mean = theirs.means().get(i);
            RealMatrix p = theirs.covariances().get(i);
            assertNear(own.get(i).level(), mean.getEntry(0));
            assertNear(own.get(i).speed(), mean.getEntry(1));
            assertNear(own.get(i).p11(), p.getEntry(0, 0));
            assertNear(own.get(i).p12(), p.getEntry(0, 1));
            assertNear(own.get(i).p22(), p.getEntry(1, 1));
        }
    }

    private static void assertNear(double own, double theirs) {
        assertThat(own).isCloseTo(theirs, within(EXACT * Math.max(1, Math.abs(theirs))));
    }
}
