package org.tidemark.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tidemark.series.BatchId;

/**
 * What has been told of loads, by economy: refusals by their ids, and releases that were closed. A load that is sent again
 * is told nothing twice.
 */
public final class RefusedStore {
    public static final String NAME = "refused";

    private static final byte[] THERE = {1};
    private static final String REFUSED = "refused";
    private static final String CLOSED = "closed";

    private final KeyValueStore<Bytes, byte[]> entries;

    public RefusedStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /** Whether this is refused for the first time; it is not when it is asked again. */
    public boolean isFirst(String economy, String id) {
        return isFirst(key(economy, REFUSED).text(id));
    }

    /** Whether this release is closed for the first time; it is not when it is asked again. */
    public boolean isFirst(String economy, BatchId batch) {
        return isFirst(key(economy, CLOSED)
                .instant(batch.published())
                .text(batch.source())
                .text(batch.release())
                .text(batch.load()));
    }

    private boolean isFirst(StoreKey key) {
        return entries.putIfAbsent(key.bytes(), THERE) == null;
    }

    private static StoreKey key(String economy, String what) {
        return new StoreKey().text(economy).text(what);
    }
}
