package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.series.Watermark;

/** How far each run of a producer has come on each partition. A run that is over on all of them is forgotten. */
public final class RunStore {
    public static final String NAME = "panel-runs";

    private static final int VALUE_BYTES = Long.BYTES + 1;

    private final Table<Reached> entries;

    public RunStore(Tables tables) {
        this.entries = tables.table(NAME, new Form<>(RunStore::encode, (key, bytes) -> decode(bytes)));
    }

    private record Reached(Instant published, boolean last) {}

    /** Notes a word; returns the instant that is over on every partition by it, null while one has said nothing yet. */
    public @Nullable Instant closed(Watermark closing) {
        entries.put(key(closing, closing.partition()), new Reached(closing.published(), closing.last()));
        List<Reached> all = new ArrayList<>();
        for (int partition = 0; partition < closing.partitions(); partition++) {
            Reached stored = entries.get(key(closing, partition));
            if (stored == null) {
                return null;
            }
            all.add(stored);
        }
        if (all.stream().allMatch(Reached::last)) {
            for (int partition = 0; partition < closing.partitions(); partition++) {
                Reached unused = entries.delete(key(closing, partition));
            }
        }
        return all.stream().map(Reached::published).min(Instant::compareTo).orElse(null);
    }

    private static Key key(Watermark closing, int partition) {
        return new KeyBuilder().text(closing.run()).number(partition).key();
    }

    private static byte[] encode(Reached reached) {
        return ByteBuffer.allocate(VALUE_BYTES)
                .putLong(reached.published().toEpochMilli())
                .put((byte) (reached.last() ? 1 : 0))
                .array();
    }

    private static Reached decode(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        return new Reached(Instant.ofEpochMilli(buffer.getLong()), buffer.get() == 1);
    }
}
