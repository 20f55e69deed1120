package org.tidemark.streams.state;

import java.util.Optional;
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

/**
 * The latest estimate of each cell, so that a look at the present does not read all history. A cell that all was
 * withdrawn of stays, with an estimate that rests on nothing: this is also the list of the cells there ever were.
 */
public final class LatestEstimateStore {
    public static final String NAME = "estimates-latest";

    private final Codec<Estimate> codec;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;

    private LatestEstimateStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().estimates();
    }

    /** For queries. */
    public static LatestEstimateStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new LatestEstimateStore(entries, codecs);
    }

    public static void put(KeyValueStore<Bytes, byte[]> entries, Estimate estimate, byte[] encoded) {
        entries.put(ReadingStore.prefix(estimate.key()).bytes(), encoded);
    }

    /** What was said last of a cell, if anything. */
    public Optional<Estimate> of(EstimateKey cell) {
        return Optional.ofNullable(entries.get(ReadingStore.prefix(cell).bytes()))
                .map(this::decode);
    }

    /** The cells of one economy, or of all when it is null, while the consumer wants more. */
    public void each(@Nullable String economy, Predicate<Estimate> wantsMore) {
        try (KeyValueIterator<Bytes, byte[]> range = economy == null
                ? entries.all()
                : entries.prefixScan(new StoreKey().text(economy).bytes(), new BytesSerializer())) {
            boolean more = true;
            while (more && range.hasNext()) {
                more = wantsMore.test(decode(range.next().value));
            }
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
