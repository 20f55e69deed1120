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
        SpeedBelief prior = new SpeedBelief(-2, 0.35, 4, 0, 0.25);
        SourceBiases biases = SourceBiases.begin(dynamics, prior, 2, 0.3, 0.05);
        List<StateSpaceCase.Point> points = new ArrayList<>();
        List<GaussianBelief> own = new ArrayList<>();
        for (int i = 0; i < t.length; i++) {
            double d = i == 0 ? 0 : t[i] - t[i - 1];
            int source = i % 2;
            points.add(new StateSpaceCase.Point(
                    StateSpaceCase.transition(dynamics, d, 4),
                    StateSpaceCase.drift(dynamics, d, 0.1, 4),
                    StateSpaceCase.noise(dynamics, d, 0.05, 4),
                    StateSpaceCase.vector(1, 0, 1 - source, source),
                    z[i],
                    r[i]));
            biases = biases.after(0.1, d).observing(source, z[i], r[i]).biases();
            own.add(biases.belief());
        }

        StateSpaceCase.Filtered theirs = HipparchusOracle.filter(
                new StateSpaceCase(StateSpaceCase.mean(prior, 4), StateSpaceCase.covariance(prior, 0.09, 4), points));

        for (int i = 0; i < own.size(); i++) {
            for (int row = 0; row < 4; row++) {
                assertThat(own.get(i).mean(row)).isCloseTo(theirs.means().get(i).getEntry(row), within(EXACT));
                for (int column = 0; column < 4; column++) {
                    assertThat(own.get(i).covariance(row, column))
                            .isCloseTo(theirs.covariances().get(i).getEntry(row, column), within(EXACT));
                }
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

    static void assertSame(List<SpeedBelief> own, StateSpaceCase.Filtered theirs) {
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
