package org.tidemark.streams.state;

import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.ValueForm;

/** A store of Kafka Streams as a table for reading. */
class KafkaTableReader<V> implements TableReader<V> {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final ValueForm<V> form;

    KafkaTableReader(ReadOnlyKeyValueStore<Bytes, byte[]> store, ValueForm<V> form) {
        this.store = store;
        this.form = form;
    }

    static Bytes bytes(Key key) {
        return Bytes.wrap(key.bytes());
    }

    @Nullable
    V decoded(Key key, byte @Nullable [] value) {
        return value == null ? null : form.decode(key, value);
    }

    @Override
    public @Nullable V get(Key key) {
        return decoded(key, store.get(bytes(key)));
    }

    @Override
    public boolean scan(Key prefix, Predicate<Entry<V>> wantsMore) {
        return walk(
                prefix.bytes().length == 0 ? store.all() : store.prefixScan(bytes(prefix), new BytesSerializer()),
                wantsMore);
    }

    @Override
    public boolean range(Key first, @Nullable Key last, Predicate<Entry<V>> wantsMore) {
        return walk(store.range(bytes(first), last == null ? null : bytes(last)), wantsMore);
    }

    @Override
    public boolean reverseRange(Key first, Key last, Predicate<Entry<V>> wantsMore) {
        return walk(store.reverseRange(bytes(first), bytes(last)), wantsMore);
    }

    private boolean walk(KeyValueIterator<Bytes, byte[]> entries, Predicate<Entry<V>> wantsMore) {
        try (entries) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> next = entries.next();
                if (!wantsMore.test(new StoredEntry(Key.of(next.key.get()), next.value))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Decodes the value when it is asked for: many walks look at keys alone. */
    private final class StoredEntry implements Entry<V> {
        private final Key key;
        private final byte[] stored;

        private StoredEntry(Key key, byte[] stored) {
            this.key = key;
            this.stored = stored;
        }

        @Override
        public Key key() {
            return key;
        }

        @Override
        public V value() {
            return form.decode(key, stored);
        }
    }
}
