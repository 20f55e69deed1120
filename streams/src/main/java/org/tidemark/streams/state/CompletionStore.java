package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When a source of complete coverage said all it stands by of an economy. A figure that arrives late must find out that
 * a complete release after it left it out.
 */
public final class CompletionStore {
    public static final String NAME = "completions";

    private final KeyValueStore<Bytes, byte[]> entries;

    public CompletionStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    public void put(String economy, String source, Instant published) {
        byte[] value = ByteBuffer.allocate(Long.BYTES)
                .putLong(published.toEpochMilli())
                .array();
        entries.put(key(economy, source, published), value);
    }

    /** Instants of all complete releases of a source in an economy. */
    public SortedSet<Instant> of(String economy, String source) {
        SortedSet<Instant> instants = new TreeSet<>();
        Bytes prefix = new StoreKey().text(economy).text(source).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            range.forEachRemaining(entry -> instants.add(
                    Instant.ofEpochMilli(ByteBuffer.wrap(entry.value).getLong())));
        }
        return instants;
    }

    private static Bytes key(String economy, String source, Instant published) {
        return new StoreKey().text(economy).text(source).instant(published).bytes();
    }
}
