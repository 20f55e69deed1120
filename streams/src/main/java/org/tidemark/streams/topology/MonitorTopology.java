package org.tidemark.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.tidemark.alert.AlertKey;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Judgement;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.streams.alert.AlertProcessor;
import org.tidemark.streams.compose.ComposeProcessor;
import org.tidemark.streams.compose.Estimators;
import org.tidemark.streams.estimate.EstimateSinkProcessor;
import org.tidemark.streams.estimate.NewsSinkProcessor;
import org.tidemark.streams.estimate.PenetrationProcessor;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.streams.revise.ReviseProcessor;
import org.tidemark.streams.state.AlertStore;
import org.tidemark.streams.state.BeliefStore;
import org.tidemark.streams.state.CellStore;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.CompletionStore;
import org.tidemark.streams.state.EstimateStore;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.FirstSaidStore;
import org.tidemark.streams.state.InstantStore;
import org.tidemark.streams.state.JudgementStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.NewsStore;
import org.tidemark.streams.state.PendingStore;
import org.tidemark.streams.state.PublicationStore;
import org.tidemark.streams.state.ReadingStore;
import org.tidemark.streams.state.StandingStore;
import org.tidemark.streams.validate.ValidateProcessor;
import org.tidemark.validate.Rejection;
import org.tidemark.validate.Validator;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * The whole flow in one sub-topology, since an economy lives on one partition from its observations to its estimates:
 *
 * <pre>
 * observations -&gt; validate -&gt; revise -&gt; penetration -&gt; publish -&gt; estimates, estimates.latest
 *                    |          | \  then compose -&gt; publish; both -&gt; tell -&gt; news
 *                 rejected  rejected, releases, judgements;   all that is judged and said -&gt; alert -&gt; alerts
 * </pre>
 */
public final class MonitorTopology {
    private static final String VALIDATE = "validate";
    private static final String REVISE = "revise";
    private static final String PENETRATION = "penetration";
    private static final String COMPOSE = "compose";
    private static final String PUBLISH = "publish";
    private static final String TELL = "tell";
    private static final String ALERT = "alert";
    private static final String TO_REJECTED = "to-rejected";
    private static final String TO_RELEASES = "to-releases";
    private static final String TO_JUDGEMENTS = "to-judgements";
    private static final String TO_ESTIMATES = "to-estimates";
    private static final String TO_LATEST = "to-estimates-latest";
    private static final String TO_NEWS = "to-news";
    private static final String TO_ALERTS = "to-alerts";

    private final Topics topics;
    private final Catalogue catalogue;
    private final Codecs codecs;
    private final StoreKind stores;
    private final FlowListener listener;

    /** One that nobody listens to. */
    public MonitorTopology(Topics topics, Catalogue catalogue, Codecs codecs, StoreKind stores) {
        this(topics, catalogue, codecs, stores, FlowListener.NONE);
    }

    /**
     * Says how the flow is to be built.
     *
     * @param listener is told what passes, for metrics
     */
    public MonitorTopology(Topics topics, Catalogue catalogue, Codecs codecs, StoreKind stores, FlowListener listener) {
        this.topics = topics;
        this.catalogue = catalogue;
        this.codecs = codecs;
        this.stores = stores;
        this.listener = listener;
    }

    public Topology build() {
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                "observations",
                MonitorTopology::timestamp,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.observations());
        Validator validator = new Validator(catalogue);
        topology.addProcessor(
                VALIDATE,
                () -> new ValidateProcessor(validator, codecs, listener, REVISE, TO_REJECTED),
                "observations");
        ReviseProcessor.Outlets outlets = new ReviseProcessor.Outlets(
                List.of(PENETRATION, COMPOSE, ALERT), TO_RELEASES, List.of(TO_JUDGEMENTS, ALERT), TO_REJECTED);
        topology.addProcessor(
                REVISE,
                () -> new ReviseProcessor(catalogue, codecs, listener, Estimators.of(catalogue), outlets),
                VALIDATE);
        topology.addProcessor(
                PENETRATION,
                () -> new PenetrationProcessor(catalogue, CeilingPrior.EQUAL, codecs, List.of(TELL, ALERT)),
                REVISE);
        topology.addProcessor(
                COMPOSE,
                () -> new ComposeProcessor(catalogue, codecs, Estimators.of(catalogue), List.of(TELL, ALERT)),
                REVISE);
        topology.addProcessor(
                PUBLISH, () -> new EstimateSinkProcessor(codecs, TO_ESTIMATES, TO_LATEST), PENETRATION, COMPOSE);
        topology.addProcessor(TELL, () -> new NewsSinkProcessor(codecs), PENETRATION, COMPOSE);
        AlertRules rules = catalogue.recipes().alerts();
        topology.addProcessor(ALERT, () -> new AlertProcessor(rules, codecs, listener), REVISE, PENETRATION, COMPOSE);
        addStores(topology);
        addSinks(topology);
        return topology;
    }

    /**
     * A topic may hold records without a timestamp (-1), at which the default extractor stops the application. At 0 they
     * contradict their publication instant, and are rejected with that reason.
     */
    private static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }

    private void addStores(Topology topology) {
        for (String name : List.of(
                PendingStore.NAME,
                FigureStore.NAME,
                CompletionStore.NAME,
                InstantStore.NAME,
                JudgementStore.NAME,
                PublicationStore.NAME)) {
            topology.addStateStore(stores.builder(name), REVISE);
        }
        for (String name : List.of(ReadingStore.NAME, CellStore.NAME, CheckpointStore.NAME)) {
            topology.addStateStore(stores.builder(name), PENETRATION);
        }
        for (String name : List.of(BeliefStore.NAME, FirstSaidStore.NAME)) {
            topology.addStateStore(stores.builder(name), COMPOSE);
        }
        for (String name : List.of(StandingStore.NAME, AlertStore.NAME)) {
            topology.addStateStore(stores.builder(name), ALERT);
        }
        // Some rules compare with what was said a year before.
        topology.addStateStore(stores.builder(EstimateStore.NAME), PUBLISH, ALERT);
        topology.addStateStore(stores.builder(NewsStore.NAME), TELL);
        // What is composed rests on the penetration that was published a moment before, and news on what was said last.
        topology.addStateStore(stores.builder(LatestEstimateStore.NAME), PUBLISH, PENETRATION, COMPOSE);
    }

    private void addSinks(Topology topology) {
        Codec<Rejection> rejections = codecs.rejections();
        Codec<ReleaseOutcome> outcomes = codecs.outcomes();
        topology.addSink(
                TO_REJECTED,
                topics.rejected(),
                new ByteArraySerializer(),
                (Serializer<Rejection>) (topic, value) -> rejections.encode(value),
                VALIDATE,
                REVISE);
        topology.addSink(
                TO_RELEASES,
                topics.releases(),
                new StringSerializer(),
                (Serializer<ReleaseOutcome>) (topic, value) -> outcomes.encode(value),
                REVISE);
        Codec<Judgement> judgements = codecs.judgements();
        topology.addSink(
                TO_JUDGEMENTS,
                topics.judgements(),
                new StringSerializer(),
                (Serializer<Judgement>) (topic, value) -> judgements.encode(value),
                REVISE);
        Serializer<EstimateKey> key = (topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8);
        for (String sink : List.of(TO_ESTIMATES, TO_LATEST)) {
            topology.addSink(
                    sink,
                    sink.equals(TO_ESTIMATES) ? topics.estimates() : topics.estimatesLatest(),
                    key,
                    new ByteArraySerializer(),
                    MonitorTopology::partitionOfEconomy,
                    PUBLISH);
        }
        topology.addSink(
                TO_NEWS, topics.news(), key, new ByteArraySerializer(), MonitorTopology::partitionOfEconomy, TELL);
        topology.addSink(
                TO_ALERTS,
                topics.alerts(),
                (Serializer<AlertKey>) (topic, value) -> value.toString().getBytes(StandardCharsets.UTF_8),
                new ByteArraySerializer(),
                (topic, value, bytes, partitions) -> partitionOf(((AlertKey) value).economy(), partitions),
                ALERT);
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
