package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Track;
import org.tidemark.series.Period;

/**
 * States of the filters at places of the fold: every so many readings, and at the newest. Keyed like the reading that
 * was folded last, so a change at a place finds the state before it and all states that it makes void.
 */
public final class CheckpointStore {
    public static final String NAME = "checkpoints";

    private final KeyValueStore<Bytes, byte[]> entries;

    public CheckpointStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * A fold up to and with the entry at a place.
     *
     * @param places how many entries were folded, withdrawn ones among them
     * @param knownAt latest publication instant of what those entries say
     * @param newest reference period of the last reading
     * @param standardError of the last reading, in shares
     */
    public record Folded(
            Bytes position, int places, Instant knownAt, Track track, Period newest, double standardError) {}

    public void put(Folded folded) {
        entries.put(folded.position(), encode(folded));
    }

    public void delete(Bytes position) {
        entries.delete(position);
    }

    /** The last state of a cell before a place. */
    public Optional<Folded> before(EstimateKey cell, Bytes position) {
        Bytes first = ReadingStore.prefix(cell).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.reverseRange(first, position)) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                if (!entry.key.equals(position)) {
                    return Optional.of(decode(entry));
                }
            }
        }
        return Optional.empty();
    }

    /** The state at the newest place of a cell. */
    public Optional<Folded> newest(EstimateKey cell) {
        return before(cell, Ranges.endOf(ReadingStore.prefix(cell).bytes()));
    }

    /** Drops the states at a place and behind it. */
    public void dropFrom(EstimateKey cell, Bytes position) {
        List<Bytes> dropped = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                entries.range(position, Ranges.endOf(ReadingStore.prefix(cell).bytes()))) {
            range.forEachRemaining(entry -> dropped.add(entry.key));
        }
        dropped.forEach(entries::delete);
    }

    /** Forgets all of an economy; a state of another model cannot be gone on from. */
    public void forget(String economy) {
        Ranges.retain(entries, new StoreKey().text(economy).bytes(), Set.of());
    }

    private static byte[] encode(Folded folded) {
        byte[] track = folded.track().toBytes();
        return ByteBuffer.allocate(3 * Integer.BYTES + Long.BYTES + Double.BYTES + track.length)
                .putInt(folded.places())
                .putLong(folded.knownAt().toEpochMilli())
                .putInt((int) folded.newest().start().toEpochDay())
                .putInt((int) folded.newest().end().toEpochDay())
                .putDouble(folded.standardError())
                .put(track)
                .array();
    }

    private static Folded decode(KeyValue<Bytes, byte[]> entry) {
        ByteBuffer in = ByteBuffer.wrap(entry.value);
        int places = in.getInt();
        Instant knownAt = Instant.ofEpochMilli(in.getLong());
        Period newest = new Period(LocalDate.ofEpochDay(in.getInt()), LocalDate.ofEpochDay(in.getInt()));
        double standardError = in.getDouble();
        byte[] track = new byte[in.remaining()];
        in.get(track);
        return new Folded(entry.key, places, knownAt, Track.fromBytes(track), newest, standardError);
    }
}
