package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.series.BatchId;
import org.tidemark.series.Observation;
import org.tidemark.validate.RejectReason;
import org.tidemark.wire.Codecs;

/**
 * What has been sent of releases that are not closed yet, by (economy, batch, ordinal), so that sending something twice
 * holds it once. An entry holds a row of places, not one: most live for less than one transaction, and each entry that
 * goes costs a deletion in the changelog.
 */
public final class PendingStore {
    public static final String NAME = "pending";

    /** A record has a greatest size, and a text of a foreign producer may come near to it: such a place lies alone. */
    private static final int TEXT_MAX = 2_000;

    private final Table<PendingRow> rows;

    public PendingStore(Tables tables, Codecs codecs) {
        this.rows = tables.table(NAME, PendingRow.form(codecs.stored().events()));
    }

    /** A place in a batch. */
    public sealed interface Place {
        record Observed(Observation observation) implements Place {}

        /**
         * What validation refused.
         *
         * @param observation without what it said, see {@link #putRefused}
         */
        record Refused(Observation observation, RejectReason reason) implements Place {}
    }

    public void put(Observation observation) {
        put(observation, new Place.Observed(observation));
    }

    /** Keeps the place of a refused observation, and of what figure it was; not what it said, which may be of any size. */
    public void putRefused(Observation refused, RejectReason reason) {
        Observation bare = new Observation(
                refused.figure(),
                null,
                null,
                "",
                refused.basis(),
                refused.status(),
                refused.batch(),
                refused.ordinal(),
                refused.receivedAt(),
                reason.name(),
                refused.place());
        put(bare, new Place.Refused(bare, reason));
    }

    private void put(Observation observation, Place place) {
        int ordinal = observation.ordinal();
        boolean alone = length(observation.note()) + length(observation.place()) > TEXT_MAX;
        KeyBuilder batch = prefix(observation.economy(), observation.batch());
        Key key = batch.number(ordinal - ordinal % PendingRow.PLACES_MAX).key();
        Key own = prefix(observation.economy(), observation.batch())
                .number(-1 - ordinal)
                .key();
        PendingRow held = rows.get(key);
        PendingRow row = held == null ? PendingRow.EMPTY : held;
        if (alone) {
            rows.put(own, PendingRow.EMPTY.with(ordinal, place));
        } else if (row.isAlone(ordinal)) {
            rows.delete(own);
        }
        rows.put(key, alone ? row.withAlone(ordinal) : row.with(ordinal, place));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /**
     * Takes a whole batch out, in the order it was sent; empty while one of its {@code sent} places is missing. Places
     * beyond are what an older program left half done: they go too.
     */
    public Optional<List<Place>> take(String economy, BatchId batch, int sent) {
        List<Key> keys = new ArrayList<>();
        List<PendingRow> found = new ArrayList<>();
        boolean unused = rows.scan(prefix(economy, batch).key(), entry -> {
            found.add(entry.value());
            return keys.add(entry.key());
        });
        SortedMap<Integer, PendingRow.Held> held = PendingRow.together(found);
        SortedMap<Integer, PendingRow.Held> wanted = held.headMap(sent);
        if (wanted.size() < sent) {
            return Optional.empty();
        }
        keys.forEach(rows::delete);
        return Optional.of(wanted.values().stream().map(PendingRow.Held::place).toList());
    }

    private static KeyBuilder prefix(String economy, BatchId batch) {
        return new KeyBuilder()
                .text(economy)
                .instant(batch.published())
                .text(batch.source())
                .text(batch.release())
                .text(batch.load());
    }
}
