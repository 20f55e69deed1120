package org.tidemark.streams.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
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

    private final KeyValueStore<Bytes, byte[]> entries;
    private final Codec<Event> codec;

    public PendingStore(KeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.codec = codecs.stored().events();
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
        byte[] encoded = codec.encode(observation);
        entries.put(key(observation.economy(), observation.batch(), observation.ordinal()), marked(OBSERVED, encoded));
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
        entries.put(key(bare.economy(), bare.batch(), bare.ordinal()), marked(REFUSED, codec.encode(bare)));
    }

    /**
     * Takes a whole batch out, in the order it was sent; empty while one of its {@code sent} places is missing. Places
     * beyond are what an older program left half done: they go too.
     */
    public Optional<List<Place>> take(String economy, BatchId batch, int sent) {
        List<KeyValue<Bytes, byte[]>> held = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                entries.prefixScan(prefix(economy, batch).bytes(), new BytesSerializer())) {
            range.forEachRemaining(held::add);
        }
        boolean whole =
                held.size() >= sent && (sent == 0 || held.get(sent - 1).key.equals(key(economy, batch, sent - 1)));
        if (!whole) {
            return Optional.empty();
        }
        held.forEach(entry -> entries.delete(entry.key));
        return Optional.of(
                held.subList(0, sent).stream().map(entry -> place(entry.value)).toList());
    }

    private Place place(byte[] value) {
        try {
            Observation observation = (Observation) codec.decode(Arrays.copyOfRange(value, 1, value.length));
            return value[0] == REFUSED
                    ? new Place.Refused(observation, RejectReason.valueOf(String.valueOf(observation.note())))
                    : new Place.Observed(observation);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }

    private static byte[] marked(byte mark, byte[] body) {
        byte[] value = new byte[body.length + 1];
        value[0] = mark;
        System.arraycopy(body, 0, value, 1, body.length);
        return value;
    }

    private static StoreKey prefix(String economy, BatchId batch) {
        return new StoreKey()
                .text(economy)
                .instant(batch.published())
                .text(batch.source())
                .text(batch.release())
                .text(batch.load());
    }

    private static Bytes key(String economy, BatchId batch, int ordinal) {
        return prefix(economy, batch).number(ordinal).bytes();
    }
}
