package org.tidemark.streams.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Several stores of one kind as one, for reading, in the order of their keys. How the keys are spread over partitions,
 * threads and monitors therefore changes nothing of an answer.
 */
public final class MergedStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {
    private final List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores;

    public MergedStore(List<ReadOnlyKeyValueStore<Bytes, byte[]>> stores) {
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
        return merged(Comparator.naturalOrder(), store -> store.range(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(Bytes from, Bytes to) {
        return merged(Comparator.reverseOrder(), store -> store.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return merged(Comparator.naturalOrder(), ReadOnlyKeyValueStore::all);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return merged(Comparator.reverseOrder(), ReadOnlyKeyValueStore::reverseAll);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return merged(Comparator.naturalOrder(), store -> store.prefixScan(prefix, serializer));
    }

    @Override
    public long approximateNumEntries() {
        return stores.stream()
                .mapToLong(ReadOnlyKeyValueStore::approximateNumEntries)
                .sum();
    }

    private KeyValueIterator<Bytes, byte[]> merged(
            Comparator<Bytes> order,
            Function<ReadOnlyKeyValueStore<Bytes, byte[]>, KeyValueIterator<Bytes, byte[]>> each) {
        Merge merge = new Merge(order);
        try {
            stores.forEach(store -> merge.add(each.apply(store)));
            return merge;
        } catch (RuntimeException e) {
            merge.close();
            throw e;
        }
    }

    /** The next entry of a store, and those that follow it. */
    private record Ahead(KeyValue<Bytes, byte[]> entry, KeyValueIterator<Bytes, byte[]> rest) {}

    private static final class Merge implements KeyValueIterator<Bytes, byte[]> {
        private final List<KeyValueIterator<Bytes, byte[]>> open = new ArrayList<>();
        private final PriorityQueue<Ahead> ahead;

        private Merge(Comparator<Bytes> order) {
            ahead = new PriorityQueue<>(Comparator.comparing(a -> a.entry().key, order));
        }

        private void add(KeyValueIterator<Bytes, byte[]> entries) {
            open.add(entries);
            advance(entries);
        }

        private void advance(KeyValueIterator<Bytes, byte[]> entries) {
            if (entries.hasNext()) {
                ahead.add(new Ahead(entries.next(), entries));
            }
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Ahead first = ahead.poll();
            if (first == null) {
                throw new NoSuchElementException("at the end of every store");
            }
            advance(first.rest());
            return first.entry();
        }

        @Override
        public Bytes peekNextKey() {
            Ahead first = ahead.peek();
            if (first == null) {
                throw new NoSuchElementException("at the end of every store");
            }
            return first.entry().key;
        }

        @Override
        public void close() {
            open.forEach(KeyValueIterator::close);
            ahead.clear();
        }
    }
}
