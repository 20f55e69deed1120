package org.tidemark.streams.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Every estimate by cell and the instant it was known at; an estimate without inputs means that all were withdrawn. */
public final class EstimateStore {
    public static final String NAME = "estimates";

    private final Codec<Estimate> codec;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;

    private EstimateStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().estimates();
    }

    /** For queries. */
    public static EstimateStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new EstimateStore(entries, codecs);
    }

    /**
     * Writes one; it replaces one of the same instant and voids those of later instants: what they rested on was taken
     * back by a conflict, or turned out to have been known before.
     */
    public static void put(KeyValueStore<Bytes, byte[]> entries, Estimate estimate, byte[] encoded) {
        Bytes at = ReadingStore.prefix(estimate.key()).instant(estimate.asOf()).bytes();
        List<Bytes> from = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(
                at, Ranges.endOf(ReadingStore.prefix(estimate.key()).bytes()))) {
            range.forEachRemaining(entry -> from.add(entry.key));
        }
        from.forEach(entries::delete);
        entries.put(at, encoded);
    }

    /** Every estimate of one economy, or of all when it is null, by cell and instant. */
    public void each(@Nullable String economy, Consumer<Estimate> consumer) {
        try (KeyValueIterator<Bytes, byte[]> range = economy == null
                ? entries.all()
                : entries.prefixScan(new StoreKey().text(economy).bytes(), new BytesSerializer())) {
            range.forEachRemaining(entry -> consumer.accept(decode(entry.value)));
        }
    }

    /** The last one of a cell known at an instant, or null. */
    public @Nullable Estimate asOf(EstimateKey key, Instant instant) {
        Bytes from = ReadingStore.prefix(key).bytes();
        Bytes to = ReadingStore.prefix(key).instant(instant).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.reverseRange(from, to)) {
            return range.hasNext() ? decode(range.next().value) : null;
        }
    }

    /**
     * The updates of a cell known from one instant to another, both included, while the consumer wants more. Returns
     * false when it did not.
     */
    public boolean between(EstimateKey key, Instant from, Instant to, Predicate<Estimate> wantsMore) {
        Bytes first = ReadingStore.prefix(key).instant(from).bytes();
        Bytes last = ReadingStore.prefix(key).instant(to).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(first, last)) {
            while (range.hasNext()) {
                if (!wantsMore.test(decode(range.next().value))) {
                    return false;
                }
            }
            return true;
        }
    }

    private Estimate decode(byte[] value) {
        try {
            return codec.decode(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }
}
