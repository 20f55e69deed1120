package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.PendingStore.Place;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.validate.RejectReason;
import org.tidemark.wire.Codec;
import org.tidemark.wire.UndecodableException;

/**
 * Some places of a batch that lie in one entry.
 *
 * @param places by ordinal, at most {@value #PLACES_MAX}
 * @param before whether a version before rows wrote it, as an entry of one place
 */
record PendingRow(SortedMap<Integer, Held> places, boolean before) {
    static final int PLACES_MAX = 32;
    static final PendingRow EMPTY = new PendingRow(new TreeMap<>(), false);

    private static final byte OBSERVED = 0;
    private static final byte REFUSED = 1;

    /** The first byte of a row; the two others begin a place, and so an entry of one place of a version before rows. */
    private static final byte ROW = 2;

    private static final int BEFORE_BODY = 2 * Integer.BYTES;

    /** The row with a place more; one that it has is replaced. */
    PendingRow with(int ordinal, Place place) {
        return with(ordinal, new Held(place));
    }

    /** The row with a place that lies in an entry of its own. */
    PendingRow withAlone(int ordinal) {
        return with(ordinal, Held.ALONE);
    }

    /** Whether a place of the row lies in an entry of its own. */
    boolean isAlone(int ordinal) {
        Held held = places.get(ordinal);
        return held != null && held.isAlone();
    }

    private PendingRow with(int ordinal, Held held) {
        SortedMap<Integer, Held> more = new TreeMap<>(places);
        more.put(ordinal, held);
        return new PendingRow(more, false);
    }

    /** The places of all entries of a batch: what lies alone is where it is named, and rows are newer than what was before. */
    static SortedMap<Integer, Held> together(List<PendingRow> entries) {
        SortedMap<Integer, Held> together = new TreeMap<>();
        entries.stream().filter(PendingRow::before).forEach(entry -> together.putAll(entry.places));
        entries.stream()
                .filter(entry -> !entry.before)
                .forEach(row -> row.places.forEach((ordinal, held) -> {
                    if (!held.isAlone()) {
                        together.put(ordinal, held);
                    }
                }));
        return together;
    }

    /** How rows are written: places one after the other, each as its ordinal, its length and its body. */
    static ValueForm<PendingRow> form(Codec<Event> codec) {
        return new Form<>(row -> row.encode(codec), (key, bytes) -> decode(codec, key, bytes));
    }

    private byte[] encode(Codec<Event> codec) {
        int length = 1;
        for (Held held : places.values()) {
            length += BEFORE_BODY + held.body(codec).length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).put(ROW);
        for (Map.Entry<Integer, Held> at : places.entrySet()) {
            byte[] body = at.getValue().body(codec);
            out.putInt(at.getKey()).putInt(body.length).put(body);
        }
        return out.array();
    }

    private static PendingRow decode(Codec<Event> codec, Key key, byte[] bytes) {
        SortedMap<Integer, Held> places = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes[0] != ROW) {
            places.put(KeyBuilder.lastNumber(key), new Held(codec, bytes));
            return new PendingRow(places, true);
        }
        in.get();
        while (in.hasRemaining()) {
            int ordinal = in.getInt();
            byte[] body = new byte[in.getInt()];
            in.get(body);
            places.put(ordinal, new Held(codec, body));
        }
        return new PendingRow(places, false);
    }

    /** A place as it came, or as the bytes that were read: a row is written and read far more often than its places. */
    static final class Held {
        private static final Held ALONE = new Held(null, new byte[0]);

        private final @Nullable Codec<Event> codec;
        private @Nullable Place place;
        private byte @Nullable [] body;

        private Held(Place place) {
            this.codec = null;
            this.place = place;
        }

        private Held(@Nullable Codec<Event> codec, byte[] body) {
            this.codec = codec;
            this.body = body;
        }

        private boolean isAlone() {
            return body != null && body.length == 0;
        }

        Place place() {
            if (place == null) {
                place = read(Objects.requireNonNull(codec), Objects.requireNonNull(body));
            }
            return place;
        }

        private byte[] body(Codec<Event> writer) {
            if (body == null) {
                body = written(writer, Objects.requireNonNull(place));
            }
            return body;
        }

        private static byte[] written(Codec<Event> codec, Place place) {
            boolean refused = place instanceof Place.Refused;
            byte[] observation = codec.encode(
                    place instanceof Place.Refused r ? r.observation() : ((Place.Observed) place).observation());
            return ByteBuffer.allocate(1 + observation.length)
                    .put(refused ? REFUSED : OBSERVED)
                    .put(observation)
                    .array();
        }

        private static Place read(Codec<Event> codec, byte[] body) {
            byte[] written = new byte[body.length - 1];
            System.arraycopy(body, 1, written, 0, written.length);
            try {
                Observation observation = (Observation) codec.decode(written);
                return body[0] == REFUSED
                        ? new Place.Refused(observation, RejectReason.valueOf(String.valueOf(observation.note())))
                        : new Place.Observed(observation);
            } catch (UndecodableException e) {
                throw CodecForm.strange(PendingStore.NAME, e);
            }
        }
    }
}
