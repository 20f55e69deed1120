package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.estimate.Estimate;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.validate.RejectReason;

/** What the flow promises, on each kind of store. */
@ParameterizedClass
@EnumSource(StoreKind.class)
abstract class FlowSuite {
    static final String EUROSTAT = "EUROSTAT";
    static final String GERMANY = "DE|TOTAL|penetration|firms.any_use";

    final StoreKind kind;
    final Flow flow;

    FlowSuite(StoreKind kind) {
        this(kind, new Flow(kind));
    }

    FlowSuite(StoreKind kind, Flow flow) {
        this.kind = kind;
        this.flow = flow;
    }

    @AfterEach
    void close() {
        flow.close();
    }

    static ReleaseSent eurostat(String day) {
        return ReleaseSent.of(EUROSTAT, day);
    }

    Estimate onlyEstimate() {
        assertThat(flow.estimateRecords()).hasSize(1);
        return flow.latest().values().iterator().next();
    }

    ReleaseOutcome onlyOutcome() {
        var outcomes = flow.outcomes();
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    /** Drops what has come out so far. */
    void skipOutputs() {
        flow.estimateRecords();
        flow.latestRecords();
        flow.outcomes();
        flow.rejections();
    }

    static Map<Outcome, Integer> counts(Outcome outcome, int count) {
        return new TreeMap<>(Map.of(outcome, count));
    }

    static Map<RejectReason, Integer> counts(RejectReason reason, int count) {
        return new TreeMap<>(Map.of(reason, count));
    }
}
