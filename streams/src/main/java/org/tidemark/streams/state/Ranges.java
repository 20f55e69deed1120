package org.tidemark.streams.state;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Bounds of ranges of keys. */
final class Ranges {
    private Ranges() {}

    /** The first key behind all keys that begin with a prefix; the prefix ends with a text, so with a zero byte. */
    static Bytes endOf(Bytes prefix) {
        byte[] end = Arrays.copyOf(prefix.get(), prefix.get().length);
        end[end.length - 1] = 1;
        return Bytes.wrap(end);
    }
}
