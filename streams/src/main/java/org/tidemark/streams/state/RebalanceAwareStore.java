package org.tidemark.streams.state;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of the running topology, for reading. A rebalance may take it away between any two calls, and Kafka Streams says
 * so at the call and not before; whatever it says then is a {@link StoresUnavailableException} here.
 */
public final class RebalanceAwareStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {
    private final String name;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final Consumer<RuntimeException> damaged;

    public RebalanceAwareStore(String name, ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this(name, store, e -> {
            throw e;
        });
    }

    /**
     * As {@link #RebalanceAwareStore(String, ReadOnlyKeyValueStore)}.
     *
     * @param damaged takes what a store on disk says of itself; returns when it is being mended, else throws it
     */
    public RebalanceAwareStore(
            String name, ReadOnlyKeyValueStore<Bytes, byte[]> store, Consumer<RuntimeException> damaged) {
        this.name = name;
        this.store = store;
        this.damaged = damaged;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        try {
            return store.get(key);
        } catch (InvalidStateStoreException e) {
            throw moved(e);
        } catch (ProcessorStateException e) {
            damaged.accept(e);
            throw moved(e);
        }
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return entries(() -> store.range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return entries(() -> store.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return entries(store::all);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return entries(store::reverseAll);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return entries(() -> store.prefixScan(prefix, serializer));
    }

    @Override
    public long approximateNumEntries() {
        return answer(store::approximateNumEntries);
    }

    private KeyValueIterator<Bytes, byte[]> entries(Supplier<KeyValueIterator<Bytes, byte[]>> opened) {
        return new Entries(answer(opened));
    }

    private <T> T answer(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidStateStoreException e) {
            throw moved(e);
        } catch (ProcessorStateException e) {
            damaged.accept(e);
            throw moved(e);
        }
    }

    private StoresUnavailableException moved(StreamsException e) {
        return new StoresUnavailableException(
                "store %s is being restored or moved; ask again in some seconds".formatted(name), e);
    }

    private final class Entries implements KeyValueIterator<Bytes, byte[]> {
        private final KeyValueIterator<Bytes, byte[]> entries;

        private Entries(KeyValueIterator<Bytes, byte[]> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return answer(entries::hasNext);
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            return answer(entries::next);
        }

        @Override
        public Bytes peekNextKey() {
            return answer(entries::peekNextKey);
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
