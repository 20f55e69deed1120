package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.validate.RejectReason;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * What has been sent of releases that are not closed yet: one entry for each (economy, batch, ordinal), so that sending
 * something twice holds it once.
 */
public final class PendingStore {
    public static final String NAME = "pending";

    private static final byte OBSERVED = 0;
    private static final byte REFUSED = 1;

    private final Table<Place> entries;

    public PendingStore(Tables tables, Codecs codecs) {
        Codec<Event> codec = codecs.stored().events();
        this.entries =
                tables.table(NAME, new Form<>(place -> encode(codec, place), (key, bytes) -> decode(codec, bytes)));
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
        entries.put(
                key(observation.economy(), observation.batch(), observation.ordinal()),
                new Place.Observed(observation));
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
        entries.put(key(bare.economy(), bare.batch(), bare.ordinal()), new Place.Refused(bare, reason));
    }

    /**
     * Takes a whole batch out, in the order it was sent; empty while one of its {@code sent} places is missing. Places
     * beyond are what an older program left half done: they go too.
     */
    public Optional<List<Place>> take(String economy, BatchId batch, int sent) {
        List<Key> keys = new ArrayList<>();
        List<Place> held = new ArrayList<>();
        boolean unused = entries.scan(prefix(economy, batch).key(), entry -> {
            keys.add(entry.key());
            return held.add(entry.value());
        });
        boolean whole = held.size() >= sent && (sent == 0 || keys.get(sent - 1).equals(key(economy, batch, sent - 1)));
        if (!whole) {
            return Optional.empty();
        }
        keys.forEach(entries::delete);
        return Optional.of(List.copyOf(held.subList(0, sent)));
    }

    private static byte[] encode(Codec<Event> codec, Place place) {
        return place instanceof Place.Refused refused
                ? marked(REFUSED, codec.encode(refused.observation()))
                : marked(OBSERVED, codec.encode(((Place.Observed) place).observation()));
    }

    private static Place decode(Codec<Event> codec, byte[] value) {
        try {
            Observation observation = (Observation) codec.decode(Arrays.copyOfRange(value, 1, value.length));
            return value[0] == REFUSED
                    ? new Place.Refused(observation, RejectReason.valueOf(String.valueOf(observation.note())))
                    : new Place.Observed(observation);
        } catch (UndecodableException e) {
            throw CodecForm.strange(NAME, e);
        }
    }

    private static byte[] marked(byte mark, byte[] body) {
        byte[] value = new byte[body.length + 1];
        value[0] = mark;
        System.arraycopy(body, 0, value, 1, body.length);
        return value;
    }

    private static KeyBuilder prefix(String economy, BatchId batch) {
        return new KeyBuilder()
                .text(economy)
                .instant(batch.published())
                .text(batch.source())
                .text(batch.release())
                .text(batch.load());
    }

    private static Key key(String economy, BatchId batch, int ordinal) {
        return prefix(economy, batch).number(ordinal).key();
    }
}
