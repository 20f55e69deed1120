package org.tidemark.producers.kafka;

import org.tidemark.series.Event;
import org.tidemark.series.Observation;

/** Events as they are when history is played. */
public final class PlayedEvents {
    private PlayedEvents() {}

    /**
     * The same, received when it was published: the one instant that is the same whenever history is played, so that a
     * log that is played again holds the same bytes.
     */
    public static Event received(Event event) {
        return event instanceof Observation o ? received(o) : event;
    }

    static Observation received(Observation o) {
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
                o.note());
    }
}
