package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.revise.Outcome;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

class RevisionFlowTest extends FlowSuite {
    RevisionFlowTest(StoreKind kind) {
        super(kind);
    }

    /** What the flow says when nothing but these releases has ever been sent. */
    private Map<String, String> alone(ReleaseSent... releases) {
        try (Flow fresh = new Flow(kind)) {
            return fresh.send(releases).latestBytes();
        }
    }

    @Test
    void aRevisionReplacesTheFigureAsIfItHadNeverBeenOtherwise() {
        flow.send(eurostat("2023-05-17").figure("2021", 8.0).figure("2022", 9.5));
        skipOutputs();

        flow.send(eurostat("2024-05-17").figure("2021", 7.0));

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.REVISED, 1));
        assertThat(flow.latest().values()).extracting(Estimate::inputs).containsExactly(2);
        assertThat(flow.latestBytes())
                .isEqualTo(alone(
                        eurostat("2023-05-17").figure("2022", 9.5),
                        eurostat("2024-05-17").figure("2021", 7.0)));
    }

    @Test
    void aLateVintageIsKeptAsHistoryAndWritesNoEstimate() {
        flow.send(eurostat("2024-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2023-05-17").figure("2021", 7.0));

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.LATE, 1));
        assertThat(flow.estimateRecords()).isEmpty();
    }

    @Test
    void aLateReleaseMayBringFiguresThatAreNewAndTheyAreReadInTheirPlace() {
        ReleaseSent early = eurostat("2023-05-17").figure("2021", 7.0).figure("2022", 9.0);
        ReleaseSent later = eurostat("2024-05-17").figure("2023", 11.0);

        flow.send(later, early);

        assertThat(flow.latestBytes()).isEqualTo(alone(early, later));
    }

    @Test
    void theSameValueInALaterReleaseWritesNoEstimate() {
        flow.send(eurostat("2023-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2024-05-17").figure("2021", 8.0));

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.DUPLICATE, 1));
        assertThat(flow.estimateRecords()).isEmpty();
    }

    @Test
    void aRestatementWithinRoundingWritesNoEstimate() {
        flow.send(eurostat("2023-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2024-05-17").figure("2021", 8.0 + 1e-9));

        assertThat(flow.estimateRecords()).isEmpty();
    }

    @Test
    void itIsKnownSinceItWasFirstSaidEvenWhenThatIsLearntLate() {
        ReleaseSent first = eurostat("2023-05-17").figure("2021", 8.0);
        ReleaseSent again = eurostat("2024-05-17").figure("2021", 8.0);

        flow.send(again, first);

        assertThat(flow.latest().get(GERMANY))
                .extracting(Estimate::asOf)
                .isEqualTo(first.batch().published());
        assertThat(flow.latestBytes()).isEqualTo(alone(first, again));
    }

    @Test
    void aWithdrawnFigureIsReadNoMoreAndTheEstimateIsKnownSinceTheWithdrawal() {
        ReleaseSent withdrawal = eurostat("2024-05-17").withdrawn("2022");
        flow.send(eurostat("2023-05-17").figure("2021", 8.0).figure("2022", 9.5));
        skipOutputs();

        flow.send(withdrawal);

        Estimate estimate = onlyEstimate();
        assertThat(estimate.inputs()).isEqualTo(1);
        assertThat(estimate.period().label()).isEqualTo("2021");
        assertThat(estimate.asOf()).isEqualTo(withdrawal.batch().published());
    }

    @Test
    void whenAllIsWithdrawnTheEstimateRestsOnNothingAndTheLatestIsATombstone() {
        flow.send(eurostat("2023-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2024-05-17").withdrawn("2021"));

        List<Estimate> estimates = flow.estimates();
        assertThat(estimates).hasSize(1);
        assertThat(estimates.get(0).inputs()).isZero();
        assertThat(estimates.get(0).levels()).isEmpty();
        assertThat(estimates.get(0).trajectory()).isNull();
        assertThat(estimates.get(0).asOf())
                .isEqualTo(eurostat("2024-05-17").batch().published());
        assertThat(flow.latestRecords()).hasSize(1).allMatch(r -> r.value() == null && GERMANY.equals(r.key()));
    }

    @Test
    void aWithdrawalOfWhatWasNeverSaidWritesNoEstimate() {
        flow.send(eurostat("2024-05-17").withdrawn("2021"));

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.WITHDRAWN, 1));
        assertThat(flow.estimateRecords()).isEmpty();
        assertThat(flow.latestRecords()).isEmpty();
    }

    @Test
    void aFigureMayReturnAfterItsWithdrawal() {
        ReleaseSent again = eurostat("2024-05-17").figure("2021", 8.0);
        flow.send(
                eurostat("2022-05-17").figure("2021", 8.0),
                eurostat("2023-05-17").withdrawn("2021"));
        skipOutputs();

        flow.send(again);

        assertThat(onlyOutcome().outcomes()).isEqualTo(counts(Outcome.REVISED, 1));
        assertThat(flow.latestBytes()).isEqualTo(alone(again));
    }

    @Test
    void twoValuesInOneReleaseAreBothRejectedAndTheRestIsApplied() {
        flow.send(eurostat("2024-05-17").figure("2021", 8.0).figure("2022", 9.5).figure("2021", 8.1));

        assertThat(flow.rejections())
                .extracting(Rejection::reason)
                .containsExactly(RejectReason.CONFLICTING, RejectReason.CONFLICTING);
        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.CONFLICTING, 2));
        assertThat(onlyEstimate().period().label()).isEqualTo("2022");
    }

    @Test
    void theSameStatementTwiceInOneReleaseIsADuplicate() {
        flow.send(eurostat("2024-05-17").figure("2021", 8.0).figure("2021", 8.0));

        assertThat(onlyOutcome().outcomes())
                .isEqualTo(new TreeMap<>(Map.of(Outcome.ACCEPTED, 1, Outcome.DUPLICATE, 1)));
    }

    @Test
    void aSecondLoadThatContradictsTheFirstAtTheSameInstantTakesBothBack() {
        ReleaseSent before = eurostat("2023-05-17").figure("2021", 7.0);
        flow.send(before, eurostat("2024-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2024-05-17").load("load-2").figure("2021", 9.0));

        assertThat(flow.rejections())
                .extracting(r ->
                        Flow.decoded(Flow.CODECS.events(), r.original()).batch().load())
                .containsExactlyInAnyOrder("load-1", "load-2");
        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.CONFLICTING, 1));
        assertThat(flow.latestBytes()).isEqualTo(alone(before));
    }

    @Test
    void whatAnEarlierLoadSaidIsRejectedTooWhenALaterOneContradictsItselfAsWell() {
        flow.send(eurostat("2024-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(eurostat("2024-05-17").load("load-2").figure("2021", 8.0).figure("2021", 9.0));

        assertThat(flow.rejections())
                .extracting(r ->
                        Flow.decoded(Flow.CODECS.events(), r.original()).batch().load())
                .containsExactlyInAnyOrder("load-1", "load-2", "load-2");
        assertThat(flow.latest()).isEmpty();
    }

    @Test
    void aConflictSentAgainChangesNothing() {
        ReleaseSent conflict = eurostat("2024-05-17").figure("2021", 8.0).figure("2021", 8.1);
        flow.send(conflict);
        skipOutputs();

        flow.send(conflict);

        assertThat(onlyOutcome().rejected()).isEqualTo(counts(RejectReason.CONFLICTING, 2));
        assertThat(flow.estimateRecords()).isEmpty();
    }
}
