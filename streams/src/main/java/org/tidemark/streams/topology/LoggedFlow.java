package org.tidemark.streams.topology;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.alert.AlertEvent;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.judge.Assessment;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.ReleaseEnd;

/** Passes on what the engine tells, and writes to the log what an operator has to know. */
record LoggedFlow(FlowListener next) implements FlowListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedFlow.class);

    @Override
    public void applied(ReleaseOutcome outcome) {
        next.applied(outcome);
    }

    @Override
    public void judged(Assessment judgement) {
        next.judged(judgement);
    }

    @Override
    public void alerted(AlertEvent event) {
        next.alerted(event);
    }

    @Override
    public void leftPending(ReleaseEnd closing) {
        LOG.warn(
                "{} {}: closed with {} sent, but not all have arrived; it stays pending until it is sent again",
                closing.economy(),
                closing.batch(),
                closing.sent());
        next.leftPending(closing);
    }
}
