package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;

class ActiveAlertsTest {
    private static AlertState standing(String rule, String economy, boolean active) {
        AlertKey key = new AlertKey(rule, economy, "TOTAL", "firms.any_use", "");
        return new AlertState(
                key,
                active,
                true,
                List.of(),
                0.5,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                AlertEvent.Attribution.NOT_ASKED);
    }

    @Test
    void activeAlertsAreCountedByRule() {
        assertThat(ActiveAlerts.lines(List.of(
                        standing("PenetrationAbove10", "DE", true),
                        standing("DemandShort", "US", true),
                        standing("PenetrationAbove10", "FR", true),
                        standing("PenetrationAbove10", "IT", false))))
                .containsExactly("Alerts active: DemandShort 1, PenetrationAbove10 2");
    }

    @Test
    void whereNoneIsActiveItSaysSo() {
        assertThat(ActiveAlerts.lines(List.of(standing("DemandShort", "US", false))))
                .containsExactly("No alert is active");
    }
}
