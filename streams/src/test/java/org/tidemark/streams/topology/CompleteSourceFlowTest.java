package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;

class CompleteSourceFlowTest extends FlowSuite {
    CompleteSourceFlowTest(StoreKind kind) {
        super(kind);
    }

    private static ReleaseSent complete(String day) {
        return eurostat(day).completely();
    }

    private void assertInputs(int inputs) {
        assertThat(flow.latest().values()).extracting(Estimate::inputs).containsExactly(inputs);
    }

    @Test
    void whatACompleteReleaseLeavesOutIsWithdrawnAndCountedApart() {
        flow.send(complete("2023-05-17").figure("2021", 8.0).figure("2022", 9.5));
        skipOutputs();

        flow.send(complete("2024-05-17").figure("2022", 9.5));

        ReleaseOutcome outcome = onlyOutcome();
        assertThat(outcome.withdrawnByAbsence()).isEqualTo(1);
        assertThat(outcome.outcomes()).isEqualTo(counts(Outcome.DUPLICATE, 1));
        assertInputs(1);
    }

    @Test
    void whatAPartialReleaseLeavesOutStands() {
        flow.send(eurostat("2023-05-17").figure("2021", 8.0));

        flow.send(eurostat("2024-05-17").figure("2022", 9.5));

        assertInputs(2);
    }

    @Test
    void aCompleteReleaseOfNothingWithdrawsAllOfThatSourceThereAndNothingElse() {
        flow.send(
                complete("2023-05-17").figure("2021", 8.0).figure("2022", 9.5),
                ReleaseSent.of("RAMP", "2023-05-17").figure("2022", 3.0),
                complete("2023-05-17").in("FR").figure("2021", 4.0),
                complete("2023-05-17").in("DE-BY").figure("2021", 4.0));
        skipOutputs();

        flow.send(complete("2024-05-17"));

        assertThat(onlyOutcome().withdrawnByAbsence()).isEqualTo(2);
        assertThat(flow.latest().values())
                .extracting(e -> e.key().economy() + " " + e.inputs())
                .containsExactly("DE-BY 1", "DE 1", "FR 1");
    }

    @Test
    void theSameCompleteReleaseAgainWithdrawsNothingMore() {
        flow.send(complete("2023-05-17").figure("2021", 8.0), complete("2024-05-17"));
        skipOutputs();

        flow.send(complete("2024-05-17"));

        assertThat(onlyOutcome().withdrawnByAbsence()).isZero();
        assertThat(flow.estimateRecords()).isEmpty();
    }

    @Test
    void aFigureThatArrivesAfterTheCompleteReleaseThatLeftItOutIsWithdrawnAtOnce() {
        flow.send(complete("2024-05-17").figure("2022", 9.5));
        skipOutputs();

        flow.send(complete("2023-05-17").figure("2021", 8.0));

        assertThat(onlyOutcome().withdrawnByAbsence()).isEqualTo(1);
        assertInputs(1);
    }

    @Test
    void aCompleteReleaseThatArrivesLateDoesNotWithdrawWhatCameAfterIt() {
        flow.send(eurostat("2024-05-17").figure("2021", 8.0));

        flow.send(complete("2023-05-17"));

        assertInputs(1);
        assertThat(flow.outcomes())
                .extracting(ReleaseOutcome::withdrawnByAbsence)
                .containsExactly(0, 0);
    }

    @Test
    void aRefusedFigureIsNotAbsent() {
        flow.send(complete("2023-05-17").figure("2021", 8.0));
        skipOutputs();

        flow.send(complete("2024-05-17").figure("2021", 800.0));

        assertThat(onlyOutcome().withdrawnByAbsence()).isZero();
        assertInputs(1);
    }

    @Test
    void aFigureThatArrivesAfterACompleteReleaseRefusedANewValueOfItStands() {
        flow.send(complete("2024-05-17").figure("2021", 800.0));

        flow.send(complete("2023-05-17").figure("2021", 8.0));

        assertInputs(1);
    }

    @Test
    void whatIsSaidOverrulesWhatIsLeftOutAtTheSameInstantInEitherOrder() {
        ReleaseSent before = eurostat("2023-05-17").figure("2021", 8.0);
        ReleaseSent said = eurostat("2024-05-17").release("said").figure("2021", 9.0);
        ReleaseSent leftOut = complete("2024-05-17");

        flow.send(before, leftOut, said);

        assertInputs(1);
        assertThat(flow.rejections()).isEmpty();
        try (Flow other = new Flow(kind)) {
            assertThat(other.send(before, said, leftOut).latestBytes()).isEqualTo(flow.latestBytes());
        }
    }

    @Test
    void aConflictThatUncoversAnOlderFigureDoesNotUndoItsLaterAbsence() {
        flow.send(
                eurostat("2022-05-17").figure("2021", 8.0),
                eurostat("2023-05-17").withdrawn("2021"),
                complete("2024-05-17"));

        flow.send(eurostat("2023-05-17").load("load-2").figure("2021", 9.0));

        assertThat(flow.latest()).isEmpty();
    }

    @Test
    void aLateFigureMeetsTheFirstReleaseThatLeftItOutEvenBehindOneThatSaidItInConflict() {
        flow.send(complete("2023-05-17").figure("2021", 8.0).figure("2021", 9.0), complete("2024-05-17"));

        flow.send(eurostat("2022-05-17").figure("2021", 7.0));

        assertThat(flow.latest()).isEmpty();
    }

    @Test
    void anIndicatorThatLeftTheCatalogueIsWithdrawnLikeAnyOther() {
        Catalogue own = ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                "own", "families: { own.: { title: Own, role: adoption, unit: percent, range: [0, 100] } }")));
        ReleaseSent first = complete("2023-05-17").figure("own.use", "TOTAL", "2021", 8.0);

        try (Flow before = new Flow(kind, own).send(first);
                Flow after = before.restarted(Flow.CATALOGUE)) {
            after.send(complete("2024-05-17"));

            assertThat(after.outcomes())
                    .extracting(ReleaseOutcome::withdrawnByAbsence)
                    .containsExactly(1);
        }
    }
}
