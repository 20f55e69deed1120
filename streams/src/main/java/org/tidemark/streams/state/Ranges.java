package org.tidemark.streams.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Bounds of ranges of keys. */
final class Ranges {
    private Ranges() {}

    /** The first key behind all keys that begin with a prefix; the prefix ends with a text, so with a zero byte. */
    static Bytes endOf(Bytes prefix) {
        byte[] end = Arrays.copyOf(prefix.get(), prefix.get().length);
        end[end.length - 1] = 1;
        return Bytes.wrap(end);
    }

    /** Deletes what begins with a prefix, but for some keys. */
    static void retain(KeyValueStore<Bytes, byte[]> entries, Bytes prefix, Set<Bytes> kept) {
        List<Bytes> gone = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            while (range.hasNext()) {
                Bytes key = range.next().key;
                if (!kept.contains(key)) {
                    gone.add(key);
                }
            }
        }
        gone.forEach(entries::delete);
    }
}
