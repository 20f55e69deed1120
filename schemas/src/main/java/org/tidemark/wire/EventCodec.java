package org.tidemark.wire;

import java.util.Map;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseClosing;

/** Three kinds of record on one topic, told apart by the schema's fingerprint. */
final class EventCodec implements Codec<Event> {
    private final Codec<Observation> observations;
    private final Codec<ReleaseClosing> closings;
    private final Codec<QuarantineDecision> decisions;
    private final Map<Long, String> names;

    EventCodec(
            Codec<Observation> observations,
            Codec<ReleaseClosing> closings,
            Codec<QuarantineDecision> decisions,
            Map<Long, String> names) {
        this.observations = observations;
        this.closings = closings;
        this.decisions = decisions;
        this.names = names;
    }

    @Override
    public byte[] encode(Event event) {
        if (event instanceof Observation observation) {
            return observations.encode(observation);
        }
        return event instanceof ReleaseClosing closing
                ? closings.encode(closing)
                : decisions.encode((QuarantineDecision) event);
    }

    @Override
    public Event decode(byte[] bytes) throws UndecodableException {
        long fingerprint = Header.fingerprint(bytes);
        String name = names.get(fingerprint);
        if (name == null) {
            throw Header.unknown(fingerprint, "observation, release_closing or quarantine_decision");
        }
        return switch (name) {
            case "observation" -> observations.decode(bytes);
            case "release_closing" -> closings.decode(bytes);
            default -> decisions.decode(bytes);
        };
    }
}
