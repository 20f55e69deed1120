package org.tidemark.streams.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The indicators of each economy that changed since its estimates were composed: the rest of an instant may come after a restart. */
public final class TouchedStore {
    public static final String NAME = "touched";

    private static final byte[] TOUCHED = {1};

    private final KeyValueStore<Bytes, byte[]> entries;

    public TouchedStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    public void touch(String economy, String indicator) {
        entries.put(new StoreKey().text(economy).text(indicator).bytes(), TOUCHED);
    }

    /** The indicators touched in one economy, in order; from now on none is. */
    public SortedSet<String> settle(String economy) {
        SortedSet<String> touched = new TreeSet<>();
        Bytes prefix = new StoreKey().text(economy).bytes();
        var keys = new ArrayList<Bytes>();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            range.forEachRemaining(entry -> keys.add(entry.key));
        }
        for (Bytes key : keys) {
            touched.add(new String(key.get(), StandardCharsets.UTF_8).split("\0", -1)[1]);
            entries.delete(key);
        }
        return touched;
    }
}
