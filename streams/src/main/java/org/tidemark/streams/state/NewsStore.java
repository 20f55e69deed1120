package org.tidemark.streams.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.news.News;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Why each estimate moved, by cell and instant; of an instant that moved it twice, the last. */
public final class NewsStore {
    public static final String NAME = "news";

    private final Codec<News> codec;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;

    private NewsStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().news();
    }

    /** For queries. */
    public static NewsStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new NewsStore(entries, codecs);
    }

    public static void put(KeyValueStore<Bytes, byte[]> entries, News news, byte[] encoded) {
        entries.put(key(news.key(), news.asOf()), encoded);
    }

    /** Drops what was told of a cell at an instant and later: with the estimates that it was told of, it is void. */
    public static void dropFrom(KeyValueStore<Bytes, byte[]> entries, EstimateKey cell, Instant instant) {
        List<Bytes> dropped = new ArrayList<>();
        Bytes end = Ranges.endOf(ReadingStore.prefix(cell).bytes());
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(key(cell, instant), end)) {
            range.forEachRemaining(entry -> dropped.add(entry.key));
        }
        dropped.forEach(entries::delete);
    }

    /** The last of a cell told by an instant, or null. */
    public @Nullable News asOf(EstimateKey cell, Instant instant) {
        Bytes from = ReadingStore.prefix(cell).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.reverseRange(from, key(cell, instant))) {
            return range.hasNext() ? decode(range.next()) : null;
        }
    }

    /**
     * All of a cell from one instant to another, both included, while the consumer wants more. Returns false when it did
     * not.
     */
    public boolean between(EstimateKey cell, Instant from, Instant to, Predicate<News> wantsMore) {
        try (KeyValueIterator<Bytes, byte[]> range = entries.range(key(cell, from), key(cell, to))) {
            while (range.hasNext()) {
                if (!wantsMore.test(decode(range.next()))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Bytes key(EstimateKey cell, Instant instant) {
        return ReadingStore.prefix(cell).instant(instant).bytes();
    }

    private News decode(KeyValue<Bytes, byte[]> entry) {
        try {
            return codec.decode(entry.value);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }
}
