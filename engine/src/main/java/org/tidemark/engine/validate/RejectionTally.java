package org.tidemark.engine.validate;

import java.time.Instant;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.engine.table.Tables;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Counts what the rejected topic holds, whoever wrote it, and keeps the newest of it for queries. */
public final class RejectionTally {
    private final int partition;
    private final Codec<Rejection> codec;
    private final RejectionStore store;

    /** One for a partition of the topic. */
    public RejectionTally(Tables tables, Codecs codecs, int partition) {
        this.partition = partition;
        this.codec = codecs.rejections();
        this.store = new RejectionStore(tables, codecs);
        store.begin(partition);
    }

    /**
     * Takes in one record.
     *
     * @throws UndecodableException for a record that is no refusal; a refusal of it would come here again
     */
    public void accept(byte[] value, Instant refusedAt) throws UndecodableException {
        store.add(partition, codec.decode(value), refusedAt);
    }
}
