package org.tidemark.engine.store;

import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.series.BatchId;

/**
 * What has been told of loads, by economy: refusals by their ids, and releases that were closed. A load that is sent again
 * is told nothing twice.
 */
public final class RefusedStore {
    public static final String NAME = "refused";

    private static final byte[] THERE = {1};
    private static final Form<Boolean> FORM = new Form<>(there -> THERE, (key, bytes) -> true);
    private static final String REFUSED = "refused";
    private static final String CLOSED = "closed";

    private final Table<Boolean> entries;

    public RefusedStore(Tables tables) {
        this.entries = tables.table(NAME, FORM);
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

    private boolean isFirst(KeyBuilder key) {
        return entries.putIfAbsent(key.key(), true);
    }

    private static KeyBuilder key(String economy, String what) {
        return new KeyBuilder().text(economy).text(what);
    }
}
