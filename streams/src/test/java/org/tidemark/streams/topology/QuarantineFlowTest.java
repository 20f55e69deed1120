package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.judge.Effect;
import org.tidemark.revise.Outcome;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.validate.RejectReason;

/** A release that is out of range is kept and not believed, until somebody or its publisher decides. */
class QuarantineFlowTest {
    private static final String KEY = "DE|TOTAL|penetration|firms.any_use";
    private static final int YEARS = 12;

    private final Flow flow = new Flow(StoreKind.MEMORY);

    @AfterEach
    void close() {
        flow.close();
    }

    /** Twelve years of figures, each a little more than the last, all of them moved by a factor. */
    private static ReleaseSent history(String day, double factor) {
        ReleaseSent release = ReleaseSent.of("EUROSTAT", day);
        for (int i = 0; i < YEARS; i++) {
            release = release.figure(Integer.toString(2010 + i), factor * (2 + i));
        }
        return release;
    }

    private Estimate latest() {
        Estimate latest = flow.latest().get(KEY);
        assertThat(latest).isNotNull();
        return latest;
    }

    private static double level(Estimate estimate) {
        return estimate.levels().get(0).band().value();
    }

    private List<Status> statuses() {
        return flow.judgements().stream().map(Assessment::status).toList();
    }

    private static QuarantineDecision decision(ReleaseSent release, QuarantineDecision.Action action) {
        return new QuarantineDecision(
                "DE",
                ReleaseSent.ANY_USE,
                release.batch(),
                action,
                Instant.parse("2026-01-02T00:00:00Z"),
                "asked the publisher");
    }

    @Test
    void aRewriteOfTheHistoryIsHeldAndTheEstimateStaysAsItWas() {
        flow.send(history("2022-03-01", 1));
        Estimate before = latest();

        flow.send(history("2022-04-01", 1.3));

        assertThat(latest()).isEqualTo(before);
        assertThat(statuses()).containsExactly(Status.HELD);
        assertThat(flow.outcomes().get(1).outcomes()).isEqualTo(new TreeMap<>(Map.of(Outcome.QUARANTINED, YEARS)));
    }

    @Test
    void whatIsHeldSaysWhatItWouldDo() {
        flow.send(history("2022-03-01", 1));
        double without = level(latest());
        flow.send(history("2022-04-01", 1.3));

        Assessment held = flow.judgements().get(0);

        Effect effect = held.effects().stream()
                .filter(e -> e.key().toString().equals(KEY))
                .findFirst()
                .orElseThrow();
        assertThat(effect.without()).isEqualTo(without);
        assertThat(effect.with()).isCloseTo(1.3 * without, within(0.05 * without));
        assertThat(held.reason()).contains("restated figures move by").contains("x1.3");
    }

    @Test
    void aReleasedOneIsBelievedAsIfItHadNeverBeenHeld() {
        flow.send(history("2022-03-01", 1), history("2022-04-01", 1.3));
        Assessment held = flow.judgements().get(0);

        flow.send(decision(history("2022-04-01", 1.3), QuarantineDecision.Action.RELEASE));

        assertThat(level(latest())).isEqualTo(effect(held).with());
        assertThat(statuses()).containsExactly(Status.RELEASED);
    }

    private static Effect effect(Assessment held) {
        return held.effects().stream()
                .filter(e -> e.key().toString().equals(KEY))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDiscardedOneIsNeverBelievedAndItsRepetitionIsHeldAgain() {
        flow.send(history("2022-03-01", 1), history("2022-04-01", 1.3));
        flow.send(decision(history("2022-04-01", 1.3), QuarantineDecision.Action.DISCARD));
        Estimate before = latest();

        flow.send(history("2022-05-01", 1.3), history("2022-06-01", 1.3));

        assertThat(statuses()).containsExactly(Status.HELD, Status.DISCARDED, Status.HELD, Status.HELD);
        assertThat(latest()).isEqualTo(before);
    }

    @Test
    void whatThePublisherRepeatsOftenEnoughIsWhatItStandsBy() {
        flow.send(history("2022-03-01", 1), history("2022-04-01", 1.3), history("2022-05-01", 1.3));
        Estimate before = latest();

        flow.send(history("2022-06-01", 1.3));

        assertThat(level(latest())).isGreaterThan(1.2 * level(before));
        assertThat(statuses())
                .containsExactly(Status.HELD, Status.HELD, Status.SUPERSEDED, Status.SUPERSEDED, Status.CONFIRMED);
    }

    @Test
    void aHeldReleaseThatIsTakenBackBecomesHistory() {
        flow.send(history("2022-03-01", 1), history("2022-04-01", 1.3));
        Estimate before = latest();

        flow.send(history("2022-05-01", 1));

        assertThat(statuses()).containsExactly(Status.HELD, Status.SUPERSEDED, Status.ACCEPTED);
        assertThat(level(latest())).isEqualTo(level(before));
    }

    @Test
    void whatACompleteReleaseThatIsHeldLeavesOutIsNotWithdrawn() {
        flow.send(history("2022-03-01", 1));
        Estimate before = latest();

        ReleaseSent half = ReleaseSent.of("EUROSTAT", "2022-04-01").completely();
        for (int i = 2; i < YEARS; i++) {
            half = half.figure(Integer.toString(2010 + i), 1.3 * (2 + i));
        }
        flow.send(half);

        assertThat(flow.outcomes().get(1).withdrawnByAbsence()).isZero();
        assertThat(latest()).isEqualTo(before);

        flow.send(decision(half, QuarantineDecision.Action.RELEASE));

        assertThat(latest().inputs()).isEqualTo(YEARS - 2);
    }

    @Test
    void aDecisionOnWhatWasNeverJudgedIsRejected() {
        flow.send(history("2022-03-01", 1));

        flow.send(decision(history("2022-03-01", 1), QuarantineDecision.Action.DISCARD));

        assertThat(flow.rejections()).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.NOTHING_TO_DECIDE);
            assertThat(r.detail()).contains("was never judged");
        });
    }

    @Test
    void theSameReleaseAgainKeepsTheWordThatWasGiven() {
        ReleaseSent wild = history("2022-04-01", 1.3);
        flow.send(history("2022-03-01", 1), wild);
        flow.send(decision(wild, QuarantineDecision.Action.RELEASE));
        Estimate released = latest();

        flow.send(wild);

        assertThat(latest()).isEqualTo(released);
    }
}
