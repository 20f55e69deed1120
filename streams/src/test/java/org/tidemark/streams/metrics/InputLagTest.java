package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class InputLagTest {
    private record Fixed(MetricName metricName, Object metricValue) implements Metric {}

    private static Metric lag(String client, int partition, double value) {
        Map<String, String> tags = new TreeMap<>(Map.of(
                "client-id", client, "topic", "tidemark.observations", "partition", Integer.toString(partition)));
        return new Fixed(new MetricName("records-lag", "consumer-fetch-manager-metrics", "", tags), value);
    }

    @Test
    void thePartitionsOfAllThreadsAreSummedUp() {
        List<Metric> metrics =
                List.of(lag("t-StreamThread-1-consumer", 0, 3), lag("t-StreamThread-2-consumer", 1, 4.0));

        assertThat(InputLag.of(metrics)).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void aChangelogThatIsRestoredIsNoInput() {
        List<Metric> metrics =
                List.of(lag("t-StreamThread-1-consumer", 0, 3), lag("t-StreamThread-1-restore-consumer", 0, 1e6));

        assertThat(InputLag.of(metrics)).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void beforeTheFirstFetchNothingIsKnown() {
        assertThat(InputLag.of(List.of(lag("t-StreamThread-1-consumer", 0, Double.NaN))))
                .isEmpty();
    }
}
