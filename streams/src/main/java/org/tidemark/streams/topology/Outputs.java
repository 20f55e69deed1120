package org.tidemark.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.tidemark.alert.AlertKey;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.streams.alert.AlertProcessor;
import org.tidemark.streams.estimate.EstimateSinkProcessor;
import org.tidemark.streams.estimate.NewsSinkProcessor;
import org.tidemark.streams.state.AlertStore;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.EstimateStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.NewsStore;
import org.tidemark.streams.state.StandingStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;

/** The end of either half of the flow: what estimates, their news and the alerts on them are written to. */
final class Outputs {
    private final StorePlace place;
    private final MonitorParts parts;

    Outputs(StorePlace place, MonitorParts parts) {
        this.place = place;
        this.parts = parts;
    }

    String publish() {
        return place.of("publish");
    }

    String tell() {
        return place.of("tell");
    }

    String alert() {
        return place.of("alert");
    }

    String toRejected() {
        return place.of("to-rejected");
    }

    /** Adds all of it, with its stores; they stand behind what {@code estimators} make of what those {@code before} them pass on. */
    void addTo(Topology topology, List<String> estimators, String... before) {
        String toAll = place.of("to-estimates");
        String toLatest = place.of("to-estimates-latest");
        String toNews = place.of("to-news");
        String toAlerts = place.of("to-alerts");
        String[] makers = estimators.toArray(String[]::new);
        topology.addProcessor(
                publish(), () -> new EstimateSinkProcessor(place, parts.codecs(), toAll, toLatest), makers);
        topology.addProcessor(tell(), () -> new NewsSinkProcessor(place, parts.codecs()), makers);
        topology.addProcessor(
                alert(),
                () -> new AlertProcessor(
                        place,
                        parts.catalogue().recipes().alerts(),
                        parts.codecs(),
                        parts.listener(),
                        parts.rederivation()),
                withAll(before, makers));
        addStores(topology, estimators);
        Serializer<EstimateKey> key = (topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8);
        addSink(topology, toAll, parts.topics().estimates(), key, publish());
        addSink(topology, toLatest, parts.topics().estimatesLatest(), key, publish());
        addSink(topology, toNews, parts.topics().news(), key, tell());
        topology.addSink(
                toAlerts,
                parts.topics().alerts(),
                (Serializer<AlertKey>) (topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8),
                new ByteArraySerializer(),
                (topic, value, bytes, partitions) -> partitionOf(((AlertKey) value).economy(), partitions),
                alert());
    }

    /** The sink of what is refused, behind those who refuse. */
    void addRejected(Topology topology, String... refusing) {
        Codec<Rejection> rejections = parts.codecs().rejections();
        topology.addSink(
                toRejected(),
                parts.topics().rejected(),
                new ByteArraySerializer(),
                (Serializer<Rejection>) (topic, value) -> rejections.encode(value),
                refusing);
    }

    private static String[] withAll(String[] some, String[] others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
    }

    private static String[] withFirst(String first, String[] others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    private void addStores(Topology topology, List<String> estimators) {
        parts.addStore(topology, place.of(DerivationStore.NAME), withFirst(alert(), estimators.toArray(String[]::new)));
        for (String name : List.of(StandingStore.NAME, AlertStore.NAME)) {
            parts.addStore(topology, place.of(name), alert());
        }
        // Some rules compare with what was said a year before.
        parts.addStore(topology, place.of(EstimateStore.NAME), publish(), alert());
        parts.addStore(topology, place.of(NewsStore.NAME), tell());
        // What is composed rests on what was published a moment before, news on what was said last, alerts on their
        // premises.
        String[] readers = withFirst(alert(), withFirst(publish(), estimators.toArray(String[]::new)));
        parts.addStore(topology, place.of(LatestEstimateStore.NAME), readers);
    }

    private static void addSink(
            Topology topology, String name, String topic, Serializer<EstimateKey> key, String parent) {
        topology.addSink(name, topic, key, new ByteArraySerializer(), Outputs::partitionOfEconomy, parent);
    }

    /** Estimates of an economy lie on the partition of the same number as its observations. */
    static Optional<Set<Integer>> partitionOfEconomy(String topic, EstimateKey key, byte[] value, int partitions) {
        return partitionOf(key.economy(), partitions);
    }

    private static Optional<Set<Integer>> partitionOf(String economy, int partitions) {
        byte[] key = economy.getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(key)) % partitions));
    }
}
