package org.tidemark.streams.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.Standing;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** How each alert stands, by economy, rule, sector, concept and subject. */
public final class StandingStore {
    public static final String NAME = "alert-standings";

    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;
    private final Codec<Standing> codec;

    private StandingStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().standings();
    }

    public static StandingStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new StandingStore(entries, codecs);
    }

    /** Keeps how an alert stands. */
    public static void put(KeyValueStore<Bytes, byte[]> entries, Standing standing, Codecs codecs) {
        entries.put(key(standing.key()), codecs.stored().standings().encode(standing));
    }

    /** The alerts of one rule in one cell, in the order of their subjects. */
    public List<Standing> of(AlertKey cell) {
        List<Standing> found = new ArrayList<>();
        Bytes prefix = cell(cell).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            range.forEachRemaining(entry -> found.add(decode(entry.value)));
        }
        return found;
    }

    /** How one alert stands; quiet where nothing was read yet. */
    public Standing standing(AlertKey key) {
        byte[] held = entries.get(key(key));
        return held == null ? Standing.quiet(key) : decode(held);
    }

    /** The alerts of one economy. */
    public void ofEconomy(String economy, Consumer<Standing> consumer) {
        Bytes prefix = new StoreKey().text(economy).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            range.forEachRemaining(entry -> consumer.accept(decode(entry.value)));
        }
    }

    public void each(Consumer<Standing> consumer) {
        try (KeyValueIterator<Bytes, byte[]> range = entries.all()) {
            range.forEachRemaining(entry -> consumer.accept(decode(entry.value)));
        }
    }

    private static StoreKey cell(AlertKey key) {
        return new StoreKey()
                .text(key.economy())
                .text(key.rule())
                .text(key.sector())
                .text(key.concept());
    }

    private static Bytes key(AlertKey key) {
        return cell(key).text(key.subject()).bytes();
    }

    private Standing decode(byte[] value) {
        try {
            return codec.decode(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }
}
