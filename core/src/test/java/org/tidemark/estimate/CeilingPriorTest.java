package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingPriorTest {
    @Test
    void labelNamesEveryCeilingAndWeightOrHowManyAreAlike() {
        assertThat(new CeilingPrior(List.of(0.15, 1.0), List.of(0.25, 0.75)).label())
                .isEqualTo("ceilings(0.15:0.25 1.0:0.75)");
        assertThat(CeilingPrior.EQUAL.label()).isEqualTo("ceilings(uniform:20)");
    }

    @Test
    void weightsThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() -> new CeilingPrior(List.of(0.5, 1.0), List.of(0.5, 0.4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum 1");
        assertThatThrownBy(() -> new CeilingPrior(List.of(0.5, 1.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CeilingPrior(List.of(0.5, 1.0), List.of(1.0, 0.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ceilingsThatDoNotRiseToOneAreRefused() {
        assertThatThrownBy(() -> new CeilingPrior(List.of(1.0, 0.5), List.of(0.5, 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> new CeilingPrior(List.of(0.5, 0.9), List.of(0.5, 0.5)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
