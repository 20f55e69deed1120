package org.tidemark.streams.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tidemark.engine.store.EngineTable;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.engine.store.RunStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.store.StoreSlot;
import org.tidemark.streams.peer.Holder;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.MarkedStore;
import org.tidemark.streams.state.MergedStore;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.RebalanceAwareStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;

/** Who holds which part, as the last rebalance left it, and the stores of those that are here. */
final class Assignment implements Peers {
    private final MonitorSettings settings;
    private final Supplier<KafkaStreams> client;
    private final ClusterFacts facts;
    private final Consumer<RuntimeException> damaged;

    /**
     * That of one monitor.
     *
     * @param client the present one: another takes its place when stores are rebuilt
     * @param damaged takes what a store on disk says of itself, as {@link RebalanceAwareStore} wants it
     */
    Assignment(
            MonitorSettings settings,
            Supplier<KafkaStreams> client,
            ClusterFacts facts,
            Consumer<RuntimeException> damaged) {
        this.settings = settings;
        this.client = client;
        this.facts = facts;
        this.damaged = damaged;
    }

    @Override
    public String application() {
        return settings.applicationId() + "@" + facts.known().clusterId();
    }

    @Override
    public List<Holder> holders() {
        int partitions = facts.known().partitions();
        Set<Part> here = own();
        Map<Part, PeerAddress> elsewhere = elsewhere();
        List<Holder> holders = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            holders.add(holder(new Part(StorePlace.ECONOMIES, partition), here, elsewhere));
        }
        holders.add(holder(new Part(StorePlace.PANELS, 0), here, elsewhere));
        for (int partition = 0; partition < facts.known().ofRejected(); partition++) {
            holders.add(holder(new Part(StorePlace.REJECTED, partition), here, elsewhere));
        }
        return holders;
    }

    /** What a thread of this monitor has is here, whatever the last rebalance told: it may have been another's at the same address. */
    private static Holder holder(Part part, Set<Part> here, Map<Part, PeerAddress> elsewhere) {
        boolean isHere = here.contains(part);
        return new Holder(part, isHere, isHere ? null : elsewhere.get(part));
    }

    private Map<Part, PeerAddress> elsewhere() {
        Map<Part, PeerAddress> elsewhere = new TreeMap<>();
        for (StreamsMetadata monitor : metadata()) {
            address(monitor.hostInfo())
                    .filter(address -> !address.written().equals(settings.advertised()))
                    .ifPresent(
                            address -> parts(monitor.topicPartitions()).forEach(part -> elsewhere.put(part, address)));
        }
        return elsewhere;
    }

    private Collection<StreamsMetadata> metadata() {
        try {
            return client.get().metadataForAllStreamsClients();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new StoresUnavailableException(
                    "nobody knows who holds what in state %s; ask again in some seconds"
                            .formatted(client.get().state()),
                    e);
        }
    }

    /** Empty for a monitor that does not say where it is reached. */
    private static Optional<PeerAddress> address(HostInfo host) {
        try {
            return Optional.of(new PeerAddress(host.host(), host.port()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Those that the threads of this monitor have, restored or not. */
    Set<Part> own() {
        return client.get().metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> parts(task.topicPartitions()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Part> parts(Set<TopicPartition> inputs) {
        return inputs.stream().map(this::part).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Part> part(TopicPartition input) {
        if (input.topic().equals(settings.topics().observations())) {
            return Optional.of(new Part(StorePlace.ECONOMIES, input.partition()));
        }
        if (input.topic().equals(settings.topics().rejected())) {
            return Optional.of(new Part(StorePlace.REJECTED, input.partition()));
        }
        return input.topic().equals(settings.topics().panels())
                ? Optional.of(new Part(StorePlace.PANELS, input.partition()))
                : Optional.empty();
    }

    /** As producers and Kafka Streams spread keys by default; the metadata of a monitor without an address know no keys. */
    @Override
    public int partitionOf(String economy) {
        byte[] key = economy.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % facts.known().partitions();
    }

    @Override
    public boolean isReadable(Part part) {
        String always =
                switch (part.place()) {
                    case ECONOMIES -> FigureStore.NAME;
                    case PANELS -> RunStore.NAME;
                    case REJECTED -> RejectionStore.NAME;
                };
        try {
            // Whether a store is there is told by the first read of it, and not before.
            return table(always, part).approximateNumEntries() >= 0;
        } catch (StoresUnavailableException e) {
            return false;
        }
    }

    @Override
    public StoreAccess stores(Collection<Part> parts) {
        List<Part> inOrder = parts.stream().sorted().toList();
        return name -> new MergedStore(inOrder.stream()
                .filter(part -> EngineTable.isIn(part.place(), name))
                .map(part -> table(part.place().of(name), part))
                .toList());
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> table(String name, Part part) {
        StoreSlot slot = EngineTable.slot(name);
        ReadOnlyKeyValueStore<Bytes, byte[]> store = store(slot.store(), part);
        return slot.isShared() ? new MarkedStore(slot.mark(), store) : store;
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, Part part) {
        try {
            return new RebalanceAwareStore(
                    name,
                    client.get()
                            .store(StoreQueryParameters.fromNameAndType(
                                            name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                                    .withPartition(part.partition())),
                    damaged);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new StoresUnavailableException(
                    "store %s cannot be read in state %s; ask again in some seconds"
                            .formatted(name, client.get().state()),
                    e);
        }
    }
}
