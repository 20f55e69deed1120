package org.tidemark.streams.topology;

import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.tidemark.streams.compose.ComposeProcessor;
import org.tidemark.streams.compose.Estimators;
import org.tidemark.streams.panel.GatherProcessor;
import org.tidemark.streams.state.BeliefStore;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.FirstSaidStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.PanelPendingStore;
import org.tidemark.streams.state.RunStore;
import org.tidemark.streams.state.StorePlace;

/** The second half: what is told of economies together, on one partition and in one order. */
final class PanelFlow {
    private static final StorePlace PLACE = StorePlace.PANELS;
    private static final String PANELS = "panels";
    private static final String GATHER = "gather";

    private final MonitorParts parts;
    private final Outputs outputs;

    PanelFlow(MonitorParts parts) {
        this.parts = parts;
        this.outputs = new Outputs(PLACE, parts);
    }

    void addTo(Topology topology) {
        String compose = PLACE.of("compose");
        topology.addSource(
                AutoOffsetReset.earliest(),
                PANELS,
                EconomyFlow::timestamp,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                parts.topics().panels());
        topology.addProcessor(
                GATHER,
                () -> new GatherProcessor(
                        parts.catalogue(),
                        parts.codecs(),
                        parts.rederivation(),
                        List.of(compose, outputs.alert()),
                        outputs.toRejected()),
                PANELS);
        topology.addProcessor(
                compose,
                () -> new ComposeProcessor(
                        PLACE,
                        parts.catalogue(),
                        parts.codecs(),
                        Estimators.ofPanels(parts.catalogue()),
                        List.of(outputs.tell(), outputs.alert())),
                GATHER);
        outputs.addTo(topology, List.of(compose), GATHER);
        outputs.addRejected(topology, GATHER);
        topology.connectProcessorAndStateStores(
                GATHER, PLACE.of(DerivationStore.NAME), PLACE.of(LatestEstimateStore.NAME));
        for (String name : List.of(PanelPendingStore.NAME, RunStore.NAME)) {
            parts.addStore(topology, name, GATHER);
        }
        for (String name : List.of(BeliefStore.NAME, FirstSaidStore.NAME)) {
            parts.addStore(topology, PLACE.of(name), compose);
        }
    }
}
