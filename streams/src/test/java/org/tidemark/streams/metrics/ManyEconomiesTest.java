package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

/** Ten thousand economies, each with estimates and alerts: what Prometheus is given stays under the cap, and says so. */
class ManyEconomiesTest {
    private static final int ECONOMIES = 10_000;

    @Test
    void theSeriesStayUnderTheCapAndWhatIsLeftOutIsCounted() throws Exception {
        FilledStores stores = new FilledStores();
        Instant known = Instant.parse("2025-01-01T00:00:00Z");
        for (int i = 0; i < ECONOMIES; i++) {
            String economy = "X%05d".formatted(i);
            stores.put(estimate(economy, "TOTAL", "2024-05-31", 20, 5));
            AlertKey key = new AlertKey("PenetrationAbove10", economy, "TOTAL", FilledStores.CONCEPT, "");
            AlertState active = new AlertState(
                    key, true, true, List.of(), 0.9, known, known, null, AlertEvent.Attribution.NOT_ASKED);
            stores.put(active);
        }
        try (MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), MonitorMetrics.SERIES_MAX_DEFAULT)) {
            metrics.about(new BuildInfo("1", ShippedCatalogue.with(List.of())));
            metrics.read(stores);

            List<String> series = new String(metrics.scrape(null).body(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> l.startsWith("tidemark_"))
                    .toList();

            assertThat(series)
                    .hasSizeBetween(MonitorMetrics.SERIES_MAX_DEFAULT - 100, MonitorMetrics.SERIES_MAX_DEFAULT);
            assertThat(series.stream().filter(l -> l.startsWith("tidemark_series_dropped")))
                    .singleElement()
                    .satisfies(l -> assertThat(Double.parseDouble(l.substring(l.indexOf(' '))))
                            .isGreaterThan(100_000));
        }
    }
}
