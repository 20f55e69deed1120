package org.tidemark.engine.listen;

import org.tidemark.alert.AlertEvent;
import org.tidemark.judge.Assessment;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.ReleaseEnd;

/**
 * Told of what passes through the processors, from any stream thread. What an aborted transaction did is told again when
 * it is done again, so counts are for watching; the books are the topics.
 */
public interface FlowListener {
    FlowListener NONE = new FlowListener() {};

    /** A release was applied in one economy. */
    default void applied(ReleaseOutcome outcome) {}

    /** A part of a release was judged, or judged again. */
    default void judged(Assessment judgement) {}

    /** An alert was raised, cleared or retracted. */
    default void alerted(AlertEvent event) {}

    /** A release was closed before all of it had arrived, and waits. */
    default void leftPending(ReleaseEnd closing) {}
}
