package org.tidemark.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.tidemark.alert.AlertKey;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.wire.Topics;

/** The topics that a half of the flow writes, by the names of their sinks. */
final class Sinks {
    static final String ESTIMATES = "estimates";
    static final String LATEST = "estimates-latest";
    static final String NEWS = "news";
    static final String ALERTS = "alerts";
    static final String REJECTED = "rejected";
    static final String RELEASES = "releases";
    static final String JUDGEMENTS = "judgements";
    static final String PANELS = "panels";

    private final Half half;
    private final Topics topics;

    Sinks(Half half, Topics topics) {
        this.half = half;
        this.topics = topics;
    }

    void addTo(Topology topology) {
        addOfEconomy(topology, ESTIMATES, topics.estimates(), EstimateKey::economy);
        addOfEconomy(topology, LATEST, topics.estimatesLatest(), EstimateKey::economy);
        addOfEconomy(topology, NEWS, topics.news(), EstimateKey::economy);
        addOfEconomy(topology, ALERTS, topics.alerts(), AlertKey::economy);
        add(topology, REJECTED, topics.rejected(), new ByteArraySerializer());
        if (half == Half.ECONOMIES) {
            add(topology, RELEASES, topics.releases(), new StringSerializer());
            add(topology, JUDGEMENTS, topics.judgements(), new StringSerializer());
            add(topology, PANELS, topics.panels(), new ByteArraySerializer());
        }
    }

    private <K> void add(Topology topology, String sink, String topic, Serializer<K> keys) {
        topology.addSink(half.sink(sink), topic, keys, new ByteArraySerializer(), half.processor());
    }

    /** What is said of an economy lies on the partition of the same number as its observations. */
    private <K> void addOfEconomy(Topology topology, String sink, String topic, Function<K, String> economy) {
        Serializer<K> keys = (unused, key) -> key.toString().getBytes(StandardCharsets.UTF_8);
        topology.addSink(
                half.sink(sink),
                topic,
                keys,
                new ByteArraySerializer(),
                (unused, key, value, partitions) -> partitionOf(economy.apply(key), partitions),
                half.processor());
    }

    static Optional<Set<Integer>> partitionOf(String economy, int partitions) {
        byte[] key = economy.getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(key)) % partitions));
    }
}
