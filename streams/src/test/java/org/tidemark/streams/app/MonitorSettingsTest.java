package org.tidemark.streams.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;

class MonitorSettingsTest {
    private static final MonitorSettings SETTINGS =
            MonitorSettings.of("localhost:9092", new Topics("tidemark"), Path.of("state"));

    @Test
    void theGuaranteesAreSet() {
        Properties p = ClientProperties.streams(SETTINGS.withThreads(2).withReplication((short) 3));

        assertThat(p)
                .containsEntry("application.id", "tidemark-monitor")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("group.protocol", "classic")
                .containsEntry("commit.interval.ms", 200)
                .containsEntry("num.stream.threads", 2)
                .containsEntry("replication.factor", 3)
                .containsEntry("state.dir", "state")
                .containsEntry("statestore.cache.max.bytes", 16 << 20)
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("consumer.auto.offset.reset", "earliest")
                .containsEntry("topic.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("topic.segment.ms", Long.toString(Long.MAX_VALUE));
    }

    @Test
    void everyClientAcceptsWhatItIsGiven() {
        StreamsConfig config = new StreamsConfig(ClientProperties.streams(SETTINGS));

        assertThat(config.getMainConsumerConfigs("group", "client", 0))
                .containsEntry("max.poll.records", 5_000)
                .containsEntry("isolation.level", "read_committed");
        assertThat(config.getProducerConfigs("client"))
                .containsEntry("batch.size", 256 * 1024)
                .containsEntry("enable.idempotence", true);
        assertThat(config.getRestoreConsumerConfigs("client")).containsEntry("auto.offset.reset", "none");
    }

    @Test
    void securitySettingsPassThroughToEveryClient() {
        MonitorSettings secured = SETTINGS.withClientProperties(Map.of("security.protocol", "SSL"));

        assertThat(ClientProperties.streams(secured)).containsEntry("security.protocol", "SSL");
        assertThat(secured.adminProperties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void passwordsStayOutOfTheText() {
        MonitorSettings secured = SETTINGS.withClientProperties(Map.of("sasl.jaas.config", "password=hunter2"));

        assertThat(secured.toString()).contains("sasl.jaas.config").doesNotContain("hunter2");
    }

    @Test
    void whatTheGuaranteesRestOnIsNotForTheUserToChange() {
        MonitorSettings weakened =
                SETTINGS.withClientProperties(Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, "at_least_once"));

        assertThatThrownBy(() -> ClientProperties.streams(weakened))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("client properties [processing.guarantee] are set by the monitor itself; leave them out");
    }

    @Test
    void settingsThatCannotWorkAreRefusedWithTheirBounds() {
        assertThatThrownBy(() -> SETTINGS.withThreads(0)).hasMessage("threads is 0; it must be 1 to 64");
        assertThatThrownBy(() -> SETTINGS.withCommitIntervalMs(60_000))
                .hasMessage("commitIntervalMs is 60000; it must be 10 to 5000");
        assertThat(SETTINGS.withStores(StoreKind.MEMORY).stores()).isEqualTo(StoreKind.MEMORY);
    }
}
