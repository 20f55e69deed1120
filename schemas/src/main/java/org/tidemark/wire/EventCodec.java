package org.tidemark.wire;

import java.util.Map;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseClosing;

/** Two kinds of record on one topic, told apart by the schema's fingerprint. */
final class EventCodec implements Codec<Event> {
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
        long fingerprint = Header.fingerprint(bytes);
        String name = names.get(fingerprint);
        if (name == null) {
            throw Header.unknown(fingerprint, "observation or release_closing");
        }
        return "observation".equals(name) ? observations.decode(bytes) : closings.decode(bytes);
    }
}
