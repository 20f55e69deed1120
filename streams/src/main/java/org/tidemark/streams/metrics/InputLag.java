package org.tidemark.streams.metrics;

import java.util.Collection;
import java.util.OptionalLong;
import org.apache.kafka.common.Metric;

/** Records that have arrived and are not processed, as the consumers of the stream threads last saw it. */
final class InputLag {
    private InputLag() {}

    /** Empty before the first fetch: no lag is known then, which is not a lag of none. */
    static OptionalLong of(Collection<? extends Metric> metrics) {
        double[] lags = metrics.stream()
                .filter(InputLag::isOfInput)
                .map(Metric::metricValue)
                .filter(lag -> lag instanceof Double known && !known.isNaN())
                .mapToDouble(Double.class::cast)
                .toArray();
        double sum = 0;
        for (double lag : lags) {
            sum += lag;
        }
        return lags.length == 0 ? OptionalLong.empty() : OptionalLong.of((long) sum);
    }

    /** The only topic read is that of the observations, except for changelogs, which a consumer of their own restores. */
    private static boolean isOfInput(Metric metric) {
        String client = metric.metricName().tags().getOrDefault("client-id", "");
        return metric.metricName().name().equals("records-lag")
                && metric.metricName().tags().containsKey("partition")
                && !client.contains("restore-consumer");
    }
}
