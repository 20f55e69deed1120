package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricNamesTest {
    @Test
    void functionsLabelsTextsAndTimesAreNoMetrics() {
        assertThat(
                        MetricNames.in(
                                "sum by (reason) (increase(tidemark_rejected_total{reason=~\"bad_.*\"}[15m])) > 0 or vector(1e3)"))
                .containsExactly("tidemark_rejected_total");
    }

    @Test
    void bothSidesOfAnOperatorCount() {
        assertThat(MetricNames.in("1000 * a_total and on (rule, economy) b:c_total:sum offset 1m == 1"))
                .containsExactly("a_total", "b:c_total:sum");
    }

    @Test
    void aVariableInASelectorIsNoMetric() {
        assertThat(MetricNames.in("last_over_time(tidemark_x{economy=\"$economy\"}[$__interval])"))
                .containsExactly("tidemark_x");
    }
}
