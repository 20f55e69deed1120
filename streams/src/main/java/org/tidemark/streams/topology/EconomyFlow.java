package org.tidemark.streams.topology;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.tidemark.catalogue.TimeBounds;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.judge.Judgement;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.streams.compose.ComposeProcessor;
import org.tidemark.streams.compose.Estimators;
import org.tidemark.streams.estimate.PenetrationProcessor;
import org.tidemark.streams.panel.FeedProcessor;
import org.tidemark.streams.rederive.RederiveProcessor;
import org.tidemark.streams.revise.ReviseProcessor;
import org.tidemark.streams.state.BeliefStore;
import org.tidemark.streams.state.CellStore;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.CompletionStore;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.FirstSaidStore;
import org.tidemark.streams.state.InstantStore;
import org.tidemark.streams.state.JudgementStore;
import org.tidemark.streams.state.PendingStore;
import org.tidemark.streams.state.PublicationStore;
import org.tidemark.streams.state.ReadingStore;
import org.tidemark.streams.state.RefusedStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.streams.validate.FutureGuard;
import org.tidemark.streams.validate.RefuseProcessor;
import org.tidemark.streams.validate.ValidateProcessor;
import org.tidemark.validate.Validator;
import org.tidemark.wire.Codec;

/** The first half: what is told of one economy from its own figures, all on its partition. */
final class EconomyFlow {
    private static final String OBSERVATIONS = "observations";
    private static final String VALIDATE = "validate";
    private static final String REDERIVE = "rederive";
    private static final String REVISE = "revise";
    private static final String PENETRATION = "penetration";
    private static final String COMPOSE = "compose";
    private static final String FEED = "feed";
    private static final String REFUSE = "refuse";
    private static final String TO_RELEASES = "to-releases";
    private static final String TO_JUDGEMENTS = "to-judgements";

    private final MonitorParts parts;
    private final Outputs outputs;
    private final boolean live;

    EconomyFlow(MonitorParts parts, boolean live) {
        this.parts = parts;
        this.live = live;
        this.outputs = new Outputs(StorePlace.ECONOMIES, parts);
    }

    void addTo(Topology topology) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                OBSERVATIONS,
                EconomyFlow::timestamp,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                parts.topics().observations());
        Validator validator = new Validator(parts.catalogue());
        TimeBounds bounds = parts.catalogue().recipes().releases().bounds();
        FutureGuard guard = live ? FutureGuard.of(bounds) : FutureGuard.NONE;
        topology.addProcessor(
                VALIDATE,
                () -> new ValidateProcessor(validator, guard, parts.codecs(), REDERIVE, FEED, REFUSE),
                OBSERVATIONS);
        topology.addProcessor(
                REDERIVE,
                () -> new RederiveProcessor(
                        parts.catalogue(), parts.codecs(), parts.rederivation(), REVISE, derived(), FEED),
                VALIDATE);
        addRevision(topology);
        addEstimators(topology);
        topology.addProcessor(
                FEED, () -> new FeedProcessor(parts.catalogue(), parts.codecs()), VALIDATE, REVISE, REDERIVE);
        outputs.addTo(topology, List.of(PENETRATION, COMPOSE), REVISE, REDERIVE);
        addStores(topology);
        addSinks(topology);
    }

    /**
     * A topic may hold records without a timestamp (-1), at which the default extractor stops the application. At 0 they
     * contradict their publication instant, and are rejected with that reason.
     */
    static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }

    private void addRevision(Topology topology) {
        ReviseProcessor.Outlets outlets =
                new ReviseProcessor.Outlets(derived(), TO_RELEASES, List.of(TO_JUDGEMENTS, outputs.alert()), REFUSE);
        topology.addProcessor(
                REVISE,
                () -> new ReviseProcessor(
                        parts.catalogue(), parts.codecs(), parts.listener(), Estimators.of(parts.catalogue()), outlets),
                REDERIVE);
    }

    /** Those that make something of an economy, in their order. */
    private List<String> derived() {
        return List.of(PENETRATION, COMPOSE, outputs.alert(), FEED);
    }

    private void addEstimators(Topology topology) {
        List<String> news = List.of(outputs.tell(), outputs.alert());
        topology.addProcessor(
                PENETRATION,
                () -> new PenetrationProcessor(parts.catalogue(), CeilingPrior.EQUAL, parts.codecs(), news),
                REVISE,
                REDERIVE);
        topology.addProcessor(
                COMPOSE,
                () -> new ComposeProcessor(
                        StorePlace.ECONOMIES,
                        parts.catalogue(),
                        parts.codecs(),
                        Estimators.of(parts.catalogue()),
                        news),
                REVISE,
                REDERIVE);
    }

    private void addStores(Topology topology) {
        for (String name : List.of(
                PendingStore.NAME,
                FigureStore.NAME,
                CompletionStore.NAME,
                InstantStore.NAME,
                JudgementStore.NAME,
                PublicationStore.NAME)) {
            parts.addStore(topology, name, REVISE);
        }
        topology.connectProcessorAndStateStores(REDERIVE, FigureStore.NAME, DerivationStore.NAME);
        topology.connectProcessorAndStateStores(outputs.alert(), JudgementStore.NAME);
        for (String name : List.of(ReadingStore.NAME, CellStore.NAME, CheckpointStore.NAME)) {
            parts.addStore(topology, name, PENETRATION);
        }
        for (String name : List.of(BeliefStore.NAME, FirstSaidStore.NAME)) {
            parts.addStore(topology, name, COMPOSE);
        }
    }

    private void addSinks(Topology topology) {
        topology.addProcessor(REFUSE, () -> new RefuseProcessor(outputs.toRejected()), VALIDATE, REVISE);
        parts.addStore(topology, RefusedStore.NAME, REFUSE, REVISE);
        outputs.addRejected(topology, REFUSE);
        Codec<ReleaseOutcome> outcomes = parts.codecs().outcomes();
        topology.addSink(
                TO_RELEASES,
                parts.topics().releases(),
                new StringSerializer(),
                (Serializer<ReleaseOutcome>) (topic, value) -> outcomes.encode(value),
                REVISE);
        Codec<Judgement> judgements = parts.codecs().judgements();
        topology.addSink(
                TO_JUDGEMENTS,
                parts.topics().judgements(),
                new StringSerializer(),
                (Serializer<Judgement>) (topic, value) -> judgements.encode(value),
                REVISE);
        topology.addSink(
                "to-panels", parts.topics().panels(), new ByteArraySerializer(), new ByteArraySerializer(), FEED);
    }
}
