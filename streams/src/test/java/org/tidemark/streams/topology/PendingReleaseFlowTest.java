package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.PendingStore;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.validate.RejectReason;

class PendingReleaseFlowTest extends FlowSuite {
    private static final double IMPOSSIBLE = 150;

    PendingReleaseFlowTest(StoreKind kind) {
        super(kind);
    }

    private static ReleaseSent threeFigures() {
        return eurostat("2024-05-17").figure("2021", 8.0).figure("2022", 9.5).figure("2023", 11.8);
    }

    @Test
    void figuresWithoutAClosingAreNeverApplied() {
        flow.send(threeFigures().observations());

        assertThat(flow.outcomes()).isEmpty();
        assertThat(flow.estimates()).isEmpty();
        assertThat(flow.entries(PendingStore.NAME)).as("one row of places").hasSize(1);
    }

    @Test
    void aClosedReleaseIsOneUpdate() {
        flow.send(threeFigures());

        assertThat(onlyEstimate().inputs()).isEqualTo(3);
        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.ACCEPTED, 3));
        assertThat(flow.entries(PendingStore.NAME)).isEmpty();
    }

    @Test
    void aReleaseWithAMissingFigureIsNotApplied() {
        flow.send(threeFigures().observations().get(0))
                .send(threeFigures().observations().get(2))
                .send(threeFigures().closing());

        assertThat(flow.outcomes()).isEmpty();
        assertThat(flow.estimates()).isEmpty();
    }

    @Test
    void aRerunAfterHalfABatchCompletesIt() {
        flow.send(threeFigures().observations().subList(0, 2));

        flow.send(threeFigures());

        assertThat(onlyEstimate().inputs()).isEqualTo(3);
        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.ACCEPTED, 3));
    }

    @Test
    void theMissingFigureAloneDoesNotCloseAReleaseButTheNextClosingDoes() {
        flow.send(threeFigures().observations().subList(1, 3))
                .send(threeFigures().closing())
                .send(threeFigures().observations().get(0));
        assertThat(flow.outcomes()).isEmpty();

        flow.send(threeFigures().closing());

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.ACCEPTED, 3));
    }

    @Test
    void figuresOfOneReleaseMayArriveInAnyOrder() {
        flow.send(threeFigures().observations().get(2))
                .send(threeFigures().observations().get(0))
                .send(threeFigures().observations().get(1))
                .send(threeFigures().closing());

        assertThat(onlyEstimate().inputs()).isEqualTo(3);
    }

    @Test
    void theSameBatchAgainIsAllDuplicatesAndWritesNoEstimate() {
        flow.send(threeFigures());
        skipOutputs();

        flow.send(threeFigures());

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.DUPLICATE, 3));
        assertThat(flow.estimateRecords()).isEmpty();
        assertThat(flow.latestRecords()).isEmpty();
    }

    @Test
    void halfABatchOfAnotherLoadIsNeverApplied() {
        ReleaseSent abandoned = threeFigures().load("load-0").figure("2020", 50.0);
        flow.send(abandoned.observations().subList(0, 2));

        flow.send(eurostat("2024-05-17").figure("2021", 8.5)).send(abandoned.closing());

        assertThat(onlyEstimate().inputs()).isEqualTo(1);
        assertThat(onlyOutcome().batch().load()).isEqualTo("load-1");
    }

    @Test
    void placesBeyondTheCountAreDropped() {
        flow.send(threeFigures().observations()).send(threeFigures().closing(2));

        assertThat(onlyEstimate().inputs()).isEqualTo(2);
        assertThat(onlyOutcome().sent()).isEqualTo(2);
        assertThat(flow.entries(PendingStore.NAME)).isEmpty();
    }

    @Test
    void aPlaceBeyondTheCountDoesNotStandInForAMissingOne() {
        flow.send(threeFigures().observations().get(0))
                .send(threeFigures().observations().get(2))
                .send(threeFigures().closing(2));

        assertThat(flow.outcomes()).isEmpty();
        assertThat(flow.entries(PendingStore.NAME)).isNotEmpty();
    }

    @Test
    void aClosingOfNothingIsAccountedForAndWritesNoEstimate() {
        flow.send(eurostat("2024-05-17"));

        ReleaseOutcome outcome = onlyOutcome();
        assertThat(outcome.sent()).isZero();
        assertThat(outcome.outcomes()).isEmpty();
        assertThat(flow.estimates()).isEmpty();
    }

    @Test
    void aRefusedFigureKeepsItsPlaceSoThatTheReleaseCloses() {
        flow.send(eurostat("2024-05-17").figure("2022", 9.5).figure("2023", IMPOSSIBLE));

        ReleaseOutcome outcome = onlyOutcome();
        assertThat(outcome.outcomes()).isEqualTo(counts(Outcome.ACCEPTED, 1));
        assertThat(outcome.rejected()).isEqualTo(counts(RejectReason.OUT_OF_RANGE, 1));
        assertThat(onlyEstimate().inputs()).isEqualTo(1);
    }

    @Test
    void aRefusedFigureSentTwiceIsCountedOnce() {
        ReleaseSent release = eurostat("2024-05-17").figure("2023", IMPOSSIBLE).figure("2022", 9.5);
        flow.send(release.observations().get(0));

        flow.send(release);

        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.OUT_OF_RANGE, 1));
    }

    @Test
    void releasesOfOneInstantAreGatheredApart() {
        ReleaseSent other = ReleaseSent.of("RAMP", "2024-05-17").figure("2021", 3.0);
        ReleaseSent elsewhere = threeFigures().in("FR");
        flow.send(threeFigures().observations())
                .send(other.observations())
                .send(elsewhere.observations().get(0));

        flow.send(other.closing()).send(elsewhere.closing()).send(threeFigures().closing());

        assertThat(flow.outcomes())
                .extracting(o -> o.economy() + " " + o.batch().source() + " " + o.sent())
                .containsExactly("DE RAMP 1", "DE EUROSTAT 3");
    }

    @Test
    void countsAddUpWhateverAReleaseMixes() {
        flow.send(eurostat("2023-05-17").figure("2020", 6.0).figure("2021", 8.0).figure("2022", 9.5));
        skipOutputs();

        flow.send(eurostat("2024-05-17")
                .figure("2020", 6.0)
                .figure("2021", 8.2)
                .withdrawn("2022")
                .figure("2023", 11.8)
                .figure("2019", IMPOSSIBLE));

        ReleaseOutcome outcome = onlyOutcome();
        assertThat(outcome.outcomes())
                .isEqualTo(new TreeMap<>(
                        Map.of(Outcome.DUPLICATE, 1, Outcome.REVISED, 1, Outcome.WITHDRAWN, 1, Outcome.ACCEPTED, 1)));
        assertThat(outcome.rejected()).isEqualTo(counts(RejectReason.OUT_OF_RANGE, 1));
        assertThat(outcome.withdrawnByAbsence()).isZero();
    }
}
