package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tidemark.estimate.TurningDate.Turning;

class TurningDateTest {
    @Test
    void inflectionsAreWhereTheLogisticBendsMost() {
        assertThat(Turning.FIRST_INFLECTION.shareOfCeiling()).isCloseTo((3 - Math.sqrt(3)) / 6, within(1e-15));
        assertThat(Turning.SECOND_INFLECTION.shareOfCeiling()).isCloseTo((3 + Math.sqrt(3)) / 6, within(1e-15));
    }

    @Test
    void yearsComeAllOrNone() {
        assertThatThrownBy(() -> new TurningDate(Turning.MIDPOINT, 0.3, 0.5, null, 2030.0, 2035.0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all three or none");
    }

    @Test
    void yearsInAnyOtherOrderAreRefused() {
        assertThatThrownBy(() -> new TurningDate(Turning.MIDPOINT, 0.3, 0.5, 2031.0, 2030.0, 2035.0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of order");
    }

    @Test
    void probabilityOutsideZeroToOneIsRefused() {
        assertThatThrownBy(() -> new TurningDate(Turning.MIDPOINT, 0.3, Double.NaN, null, null, null, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("passed is NaN");
    }
}
