package org.tidemark.producers.kafka;

import java.time.Instant;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;

/** Events as they are when history is played. */
public final class PlayedEvents {
    private PlayedEvents() {}

    /**
     * The same, received when it was published: the one instant that is the same whenever history is played, so that a
     * log that is played again holds the same bytes. What was received before it was published keeps that: it is refused
     * for it, when it is played again too.
     */
    public static Event received(Event event) {
        return event instanceof Observation o ? received(o) : event;
    }

    static Observation received(Observation o) {
        if (o.receivedAt().isAfter(Instant.EPOCH) && o.receivedAt().isBefore(o.published())) {
            return o;
        }
        return new Observation(
                o.figure(),
                o.value(),
                o.standardError(),
                o.unit(),
                o.basis(),
                o.status(),
                o.batch(),
                o.ordinal(),
                o.published(),
                o.note(),
                o.place());
    }
}
