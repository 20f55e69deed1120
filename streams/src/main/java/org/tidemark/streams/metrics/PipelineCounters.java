package org.tidemark.streams.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tidemark.alert.AlertEvent;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.judge.Assessment;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.series.ReleaseEnd;

/** Counts of the flow since this process began. Both kinds of label are closed sets, so each begins at 0. */
final class PipelineCounters implements FlowListener {
    /** Far more publishers than there are; what a hostile file invents beyond is not shown. */
    static final int SOURCES_MAX = 200;

    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
    private final Map<Assessment.Status, LongAdder> judged = new EnumMap<>(Assessment.Status.class);
    private final Map<AlertEvent.Kind, LongAdder> alerted = new EnumMap<>(AlertEvent.Kind.class);
    private final LongAdder withdrawnByAbsence = new LongAdder();
    private final LongAdder releasesApplied = new LongAdder();
    private final LongAdder releasesLeftPending = new LongAdder();

    PipelineCounters() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
        for (Assessment.Status status : Assessment.Status.values()) {
            judged.put(status, new LongAdder());
        }
        for (AlertEvent.Kind kind : AlertEvent.Kind.values()) {
            alerted.put(kind, new LongAdder());
        }
    }

    @Override
    public void applied(ReleaseOutcome outcome) {
        outcome.outcomes().forEach((what, count) -> adder(outcomes, what).add(count));
        withdrawnByAbsence.add(outcome.withdrawnByAbsence());
        releasesApplied.increment();
    }

    @Override
    public void judged(Assessment judgement) {
        adder(judged, judgement.status()).increment();
    }

    @Override
    public void alerted(AlertEvent event) {
        adder(alerted, event.kind()).increment();
    }

    @Override
    public void leftPending(ReleaseEnd closing) {
        releasesLeftPending.increment();
    }

    private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
        LongAdder adder = adders.get(key);
        if (adder == null) {
            throw new IllegalStateException(key + " is in no closed set");
        }
        return adder;
    }

    Map<Outcome, LongAdder> outcomes() {
        return outcomes;
    }

    Map<Assessment.Status, LongAdder> judged() {
        return judged;
    }

    Map<AlertEvent.Kind, LongAdder> alerted() {
        return alerted;
    }

    long withdrawnByAbsence() {
        return withdrawnByAbsence.sum();
    }

    long releasesApplied() {
        return releasesApplied.sum();
    }

    long releasesLeftPending() {
        return releasesLeftPending.sum();
    }
}
