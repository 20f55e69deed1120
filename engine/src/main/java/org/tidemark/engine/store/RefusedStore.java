package org.tidemark.engine.store;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.engine.table.Key;
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
    private static final String WITHDRAWN = "withdrawn";

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
        return isFirst(of(economy, CLOSED, batch));
    }

    private static KeyBuilder of(String economy, String what, BatchId batch) {
        return key(economy, what)
                .instant(batch.published())
                .text(batch.source())
                .text(batch.release())
                .text(batch.load());
    }

    /** Whether this release was closed, as its load carried it. */
    public boolean isClosed(String economy, BatchId batch) {
        return entries.get(of(economy, CLOSED, batch).key()) != null;
    }

    /** Notes that a release is withdrawn by hand as a whole, as its load carried it, or is so no longer. */
    public void withdrawn(String economy, BatchId batch, boolean whole) {
        Key key = of(economy, WITHDRAWN, batch).key();
        if (whole) {
            entries.put(key, true);
        } else {
            entries.delete(key);
        }
    }

    /** Whether this release is withdrawn by hand as a whole, as its load carried it. */
    public boolean isWithdrawn(String economy, BatchId batch) {
        return entries.get(of(economy, WITHDRAWN, batch).key()) != null;
    }

    /** Instants at which all that a source said of an economy is withdrawn by hand as a whole. */
    public SortedSet<Instant> voided(String economy, String source) {
        SortedSet<Instant> instants = new TreeSet<>();
        boolean unused = entries.scan(key(economy, WITHDRAWN).key(), entry -> {
            Instant published = instant(entry.key(), economy);
            Key closed = key(economy, CLOSED).instant(published).text(source).key();
            Key withdrawn =
                    key(economy, WITHDRAWN).instant(published).text(source).key();
            if (count(withdrawn) > 0 && count(withdrawn) == count(closed)) {
                instants.add(published);
            }
            return true;
        });
        return instants;
    }

    /** When what such a key is about was published. */
    private static Instant instant(Key key, String economy) {
        int at = key(economy, WITHDRAWN).key().bytes().length;
        return KeyBuilder.instantAt(key, at);
    }

    private int count(Key prefix) {
        int[] count = new int[1];
        boolean unused = entries.scan(prefix, entry -> ++count[0] > 0);
        return count[0];
    }

    private boolean isFirst(KeyBuilder key) {
        return entries.putIfAbsent(key.key(), true);
    }

    private static KeyBuilder key(String economy, String what) {
        return new KeyBuilder().text(economy).text(what);
    }
}
