package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
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

    /** The first complete release after an instant. */
    public Optional<Instant> firstAfter(String economy, String source, Instant published) {
        Bytes from = key(economy, source, published.plusMillis(1));
        Bytes to = key(economy, source, Instant.ofEpochMilli(Long.MAX_VALUE));
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(from, to)) {
            return range.hasNext()
                    ? Optional.of(Instant.ofEpochMilli(
                            ByteBuffer.wrap(range.next().value).getLong()))
                    : Optional.empty();
        }
    }

    private static Bytes key(String economy, String source, Instant published) {
        return new StoreKey().text(economy).text(source).instant(published).bytes();
    }
}
