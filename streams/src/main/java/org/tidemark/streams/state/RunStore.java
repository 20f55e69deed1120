package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.InstantClosing;

/** How far each run of a producer has come on each partition. A run that is over on all of them is forgotten. */
public final class RunStore {
    public static final String NAME = "panel-runs";

    private static final int VALUE_BYTES = Long.BYTES + 1;

    private final KeyValueStore<Bytes, byte[]> entries;

    public RunStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    private record Reached(Instant published, boolean last) {}

    /** Notes a word; returns the instant that is over on every partition by it, null while one has said nothing yet. */
    public @Nullable Instant closed(InstantClosing closing) {
        entries.put(key(closing, closing.partition()), value(closing));
        List<Reached> all = new ArrayList<>();
        for (int partition = 0; partition < closing.partitions(); partition++) {
            byte[] stored = entries.get(key(closing, partition));
            if (stored == null) {
                return null;
            }
            all.add(reached(stored));
        }
        if (all.stream().allMatch(Reached::last)) {
            for (int partition = 0; partition < closing.partitions(); partition++) {
                entries.delete(key(closing, partition));
            }
        }
        return all.stream().map(Reached::published).min(Instant::compareTo).orElse(null);
    }

    private static Bytes key(InstantClosing closing, int partition) {
        return new StoreKey().text(closing.run()).number(partition).bytes();
    }

    private static byte[] value(InstantClosing closing) {
        return ByteBuffer.allocate(VALUE_BYTES)
                .putLong(closing.published().toEpochMilli())
                .put((byte) (closing.last() ? 1 : 0))
                .array();
    }

    private static Reached reached(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        return new Reached(Instant.ofEpochMilli(buffer.getLong()), buffer.get() == 1);
    }
}
