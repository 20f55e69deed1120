package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageCurveTest {
    /** Uniform on 2020 to 2030. */
    private static final PassageCurve UNIFORM =
            new PassageCurve(new double[] {2020, 2025, 2030}, new double[] {0, 0.5, 1});

    @Test
    void quantilesLieOnTheLineBetweenGridPoints() {
        assertThat(UNIFORM.quantile(0.1)).hasValueCloseTo(2021.0, within(1e-9));
        assertThat(UNIFORM.quantile(0.5)).hasValue(2025);
        assertThat(UNIFORM.quantile(0.9)).hasValueCloseTo(2029.0, within(1e-9));
    }

    @Test
    void quantileBeforeOrAfterTheGridIsUnknown() {
        PassageCurve half = new PassageCurve(new double[] {2020, 2030}, new double[] {0.3, 0.6});

        assertThat(half.quantile(0.3)).isEmpty();
        assertThat(half.quantile(0.9)).isEmpty();
        assertThat(half.quantile(0.45)).hasValueCloseTo(2025.0, within(1e-9));
    }

    @Test
    void probabilityOutsideTheGridIsThatOfItsEnd() {
        assertThat(UNIFORM.at(2000)).isZero();
        assertThat(UNIFORM.at(2022.5)).isCloseTo(0.25, within(1e-12));
        assertThat(UNIFORM.at(2050)).isEqualTo(1);
    }

    @Test
    void massOutsideTheGridLiesAtItsEnds() {
        PassageCurve ends = new PassageCurve(new double[] {2020, 2030}, new double[] {0.5, 0.5});

        assertThat(ends.mean()).isCloseTo(2025, within(1e-9));
        assertThat(ends.variance()).isCloseTo(25, within(1e-9));
    }

    @Test
    void mixtureOfCurvesWeighsTheirProbabilities() {
        PassageCurve late = new PassageCurve(new double[] {2020, 2025, 2030}, new double[] {0, 0, 0.4});

        PassageCurve mixture = PassageCurve.mix(List.of(UNIFORM, late), new double[] {0.25, 0.75});

        assertThat(mixture.at(2025)).isCloseTo(0.125, within(1e-12));
        assertThat(mixture.at(2030)).isCloseTo(0.55, within(1e-12));
    }
}
