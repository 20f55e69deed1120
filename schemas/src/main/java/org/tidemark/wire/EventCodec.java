package org.tidemark.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseClosing;

/** Two kinds of record on one topic, told apart by the schema's fingerprint. */
final class EventCodec implements Codec<Event> {
    private static final int HEADER_BYTES = 10;
    private static final int FINGERPRINT_AT = 2;

    private final Codec<Observation> observations;
    private final Codec<ReleaseClosing> closings;
    private final Map<Long, String> names;

    EventCodec(Codec<Observation> observations, Codec<ReleaseClosing> closings, Map<Long, String> names) {
        this.observations = observations;
        this.closings = closings;
        this.names = names;
    }

    @Override
    public byte[] encode(Event event) {
        return event instanceof Observation observation
                ? observations.encode(observation)
                : closings.encode((ReleaseClosing) event);
    }

    @Override
    public Event decode(byte[] bytes) throws UndecodableException {
        if (bytes.length < HEADER_BYTES || bytes[0] != (byte) 0xC3 || bytes[1] != 1) {
            throw new UndecodableException(
                    "%d bytes do not begin with C3 01 and a schema fingerprint; write Avro single-object encoding"
                            .formatted(bytes.length));
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
        String name = names.get(fingerprint);
        if (name == null) {
            throw new UndecodableException(
                    "schema fingerprint %016x is none of ours; write with a released schema".formatted(fingerprint));
        }
        return "observation".equals(name) ? observations.decode(bytes) : closings.decode(bytes);
    }
}
