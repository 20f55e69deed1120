package org.tidemark.streams.state;

import java.util.Arrays;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The entries of a shared store whose keys begin with one byte, under their keys without it. */
public final class MarkedStore implements ReadOnlyKeyValueStore<Bytes, byte[]> {
    private final int mark;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> shared;

    /**
     * A part of a store.
     *
     * @param mark of {@link org.tidemark.engine.store.StoreSlot}
     */
    public MarkedStore(int mark, ReadOnlyKeyValueStore<Bytes, byte[]> shared) {
        this.mark = mark;
        this.shared = shared;
    }

    /** A key as it lies in a store that is shared. */
    public static Bytes marked(int mark, byte[] key) {
        byte[] marked = new byte[key.length + 1];
        marked[0] = (byte) mark;
        System.arraycopy(key, 0, marked, 1, key.length);
        return Bytes.wrap(marked);
    }

    private Bytes marked(Bytes key) {
        return marked(mark, key.get());
    }

    private static Bytes plain(Bytes marked) {
        byte[] bytes = marked.get();
        return Bytes.wrap(Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    /** No key: every key of a table has a part and is longer. */
    private Bytes first() {
        return marked(mark, new byte[0]);
    }

    private Bytes behind() {
        return marked(mark + 1, new byte[0]);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return shared.get(marked(key));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return new Plain(shared.range(from == null ? first() : marked(from), to == null ? behind() : marked(to)));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return new Plain(
                shared.reverseRange(from == null ? first() : marked(from), to == null ? behind() : marked(to)));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return reverseRange(null, null);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        return new Plain(shared.prefixScan(marked(mark, serializer.serialize("", prefix)), new BytesSerializer()));
    }

    /** Of the whole store: nobody counts the entries of a part. */
    @Override
    public long approximateNumEntries() {
        return shared.approximateNumEntries();
    }

    private record Plain(KeyValueIterator<Bytes, byte[]> entries) implements KeyValueIterator<Bytes, byte[]> {
        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            KeyValue<Bytes, byte[]> next = entries.next();
            return KeyValue.pair(plain(next.key), next.value);
        }

        @Override
        public Bytes peekNextKey() {
            return plain(entries.peekNextKey());
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
