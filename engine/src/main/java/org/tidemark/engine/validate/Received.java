package org.tidemark.engine.validate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Event;

/** A record as it was received, or an event that is handed over without one. */
public final class Received {
    private static final byte[] NOTHING = {};

    private final byte @Nullable [] key;
    private final Supplier<byte[]> value;
    private final long timestamp;
    private final String place;

    private Received(byte @Nullable [] key, Supplier<byte[]> value, long timestamp, String place) {
        this.key = key;
        this.value = value;
        this.timestamp = timestamp;
        this.place = place;
    }

    /**
     * A record of a topic.
     *
     * @param timestamp in milliseconds since 1970, not before
     * @param place where it was found, in words
     */
    public static Received record(byte @Nullable [] key, byte @Nullable [] value, long timestamp, String place) {
        return new Received(key, () -> value == null ? NOTHING : value, timestamp, place);
    }

    /**
     * An event that comes without a record.
     *
     * @param encoded what its record would hold; asked for only when it is refused, or may be too big
     */
    static Received sent(Event event, Supplier<byte[]> encoded) {
        return new Received(
                event.economy().getBytes(StandardCharsets.UTF_8),
                encoded,
                event.at().toEpochMilli(),
                "(not from a topic)");
    }

    public byte @Nullable [] key() {
        return key;
    }

    /** The value; empty where there is none. */
    public byte[] bytes() {
        return value.get();
    }

    public long timestamp() {
        return timestamp;
    }

    public String place() {
        return place;
    }

    public Instant at() {
        return Instant.ofEpochMilli(timestamp);
    }
}
