package org.tidemark.streams.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Several stores of one kind as one, for reading. A cell lies in one of them alone, so that what is in order within a cell
 * is so here; one store follows the other, as the partitions of a store do.
 */
public final class JoinedStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {
    private final List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores;

    public JoinedStore(List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
        this.stores = List.copyOf(stores);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        for (ReadOnlyKeyValueStore<Bytes, byte[]> store : stores) {
            byte[] value = store.get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return oneAfterTheOther(store -> store.range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return oneAfterTheOther(store -> store.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return oneAfterTheOther(ReadOnlyKeyValueStore::all);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return oneAfterTheOther(ReadOnlyKeyValueStore::reverseAll);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return oneAfterTheOther(store -> store.prefixScan(prefix, serializer));
    }

    @Override
    public long approximateNumEntries() {
        return stores.stream()
                .mapToLong(ReadOnlyKeyValueStore::approximateNumEntries)
                .sum();
    }

    private KeyValueIterator<Bytes, byte[]> oneAfterTheOther(
            Function<ReadOnlyKeyValueStore<Bytes, byte[]>, KeyValueIterator<Bytes, byte[]>> each) {
        Deque<KeyValueIterator<Bytes, byte[]>> left = new ArrayDeque<>();
        try {
            stores.forEach(store -> left.add(each.apply(store)));
        } catch (RuntimeException e) {
            left.forEach(KeyValueIterator::close);
            throw e;
        }
        return new Chain(left);
    }

    /** Each is closed as soon as it is at its end. */
    private record Chain(Deque<KeyValueIterator<Bytes, byte[]>> left) implements KeyValueIterator<Bytes, byte[]> {
        @Override
        public boolean hasNext() {
            while (!left.isEmpty() && !left.getFirst().hasNext()) {
                left.removeFirst().close();
            }
            return !left.isEmpty();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            return present().next();
        }

        @Override
        public Bytes peekNextKey() {
            return present().peekNextKey();
        }

        private KeyValueIterator<Bytes, byte[]> present() {
            if (!hasNext()) {
                throw new NoSuchElementException("at the end of every store");
            }
            return left.getFirst();
        }

        @Override
        public void close() {
            left.forEach(KeyValueIterator::close);
            left.clear();
        }
    }
}
