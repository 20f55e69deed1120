package org.tidemark.streams.state;

import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Every alert that was raised, cleared or retracted, by economy, alert and the instant it was known at. */
public final class AlertStore {
    public static final String NAME = "alerts";

    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;
    private final Codec<AlertEvent> codec;

    private AlertStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().alerts();
    }

    /** For queries. */
    public static AlertStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new AlertStore(entries, codecs);
    }

    /** Keeps what was said; at one instant an alert may be both raised and over. */
    public static void put(KeyValueStore<Bytes, byte[]> entries, AlertEvent event, byte[] encoded) {
        AlertKey key = event.key();
        Bytes at = new StoreKey()
                .text(key.economy())
                .text(key.rule())
                .text(key.sector())
                .text(key.concept())
                .text(key.subject())
                .instant(event.asOf())
                .text(event.kind().name())
                .bytes();
        entries.put(at, encoded);
    }

    /**
     * All of one economy, or of all when it is null, by alert and instant, while the consumer wants more. Returns false
     * when it did not.
     */
    public boolean each(@Nullable String economy, Predicate<AlertEvent> wantsMore) {
        try (KeyValueIterator<Bytes, byte[]> range = economy == null
                ? entries.all()
                : entries.prefixScan(new StoreKey().text(economy).bytes(), new BytesSerializer())) {
            while (range.hasNext()) {
                if (!wantsMore.test(decode(range.next().value))) {
                    return false;
                }
            }
            return true;
        }
    }

    private AlertEvent decode(byte[] value) {
        try {
            return codec.decode(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }
}
