package org.tidemark.streams.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Without a broker; what needs one is tested where one is embedded. */
class MonitorTest {
    // A port that nothing listens on.
    private static final String NOBODY = "127.0.0.1:1";

    @Test
    void aBrokerThatIsAwayIsWaitedForAndReadySaysSo(@TempDir Path dir) {
        MonitorSettings settings =
                MonitorSettings.of(NOBODY, new Topics("tidemark"), dir).withStores(StoreKind.MEMORY);
        try (Monitor monitor = monitor(settings)) {
            monitor.start();

            assertThat(monitor.live().well()).isTrue();
            assertThat(monitor.ready().well()).isFalse();
            assertThat(monitor.ready().why()).isEqualTo("no broker answers at 127.0.0.1:1; waiting for it");
            assertThat(monitor.lagRecords()).isEmpty();
        }
    }

    @Test
    void storesOfAClientThatHasNotStartedAreUnavailable(@TempDir Path dir) {
        MonitorSettings settings =
                MonitorSettings.of(NOBODY, new Topics("tidemark"), dir).withStores(StoreKind.MEMORY);
        try (Monitor monitor = monitor(settings)) {
            assertThatThrownBy(() -> monitor.store(EstimateStore.NAME))
                    .isInstanceOf(StoresUnavailableException.class)
                    .hasMessage("store estimates cannot be read in state CREATED; ask again in some seconds");
        }
    }

    private static Monitor monitor(MonitorSettings settings) {
        return Monitor.of(settings, ShippedCatalogue.with(List.of()), Codecs.singleObject());
    }
}
