package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.news.NewsInWords;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;

/** What was loaded wrongly is taken back by hand: it counts until then, and no longer. */
class WithdrawalFlowTest {
    private static final String KEY = "DE|TOTAL|penetration|firms.any_use";
    private static final Instant HAND = Instant.parse("2024-11-30T12:00:00Z");

    private final Flow flow = new Flow(StoreKind.MEMORY);

    @AfterEach
    void close() {
        flow.close();
    }

    private static ReleaseSent history() {
        return ReleaseSent.of("GEN_A", "2024-01-20").figure("2021", 11.0).figure("2022", 12.0);
    }

    private static ReleaseSent wrong() {
        return ReleaseSent.of("GEN_A", "2024-02-20").figure("2022", 33.0).figure("2023", 14.0);
    }

    private static Withdrawal word(ReleaseSent release, @Nullable String year, Withdrawal.Action action, Instant at) {
        FigureId figure = year == null
                ? null
                : new FigureId(new SeriesId(ReleaseSent.ANY_USE, "DE", "TOTAL", "GEN_A"), Period.parse(year));
        return new Withdrawal("DE", release.batch(), figure, action, "anna", "a slip", at);
    }

    private static Withdrawal withdraw(ReleaseSent release, @Nullable String year) {
        return word(release, year, Withdrawal.Action.WITHDRAW, HAND);
    }

    private Estimate latest() {
        return Objects.requireNonNull(flow.latest().get(KEY));
    }

    private static double level(Estimate estimate) {
        return estimate.level(Horizon.P0D).orElseThrow();
    }

    /** The level that the same figures give where the wrong ones never came. */
    private static double levelOf(ReleaseSent... releases) {
        try (Flow other = new Flow(StoreKind.MEMORY)) {
            return level(Objects.requireNonNull(other.send(releases).latest().get(KEY)));
        }
    }

    @Test
    void aFigureThatIsWithdrawnCountsNoLongerAndItsEstimateIsKnownAsOfThen() {
        flow.send(history(), wrong());

        flow.send(withdraw(wrong(), "2022"));

        assertThat(latest().asOf()).isEqualTo(HAND);
        assertThat(latest().inputs()).isEqualTo(3);
        assertThat(level(latest()))
                .isEqualTo(
                        levelOf(history(), ReleaseSent.of("GEN_A", "2024-02-20").figure("2023", 14.0)));
        assertThat(flow.rejections()).isEmpty();
    }

    @Test
    void aReleaseThatIsWithdrawnLeavesWhatWasBefore() {
        flow.send(history(), wrong());

        flow.send(withdraw(wrong(), null));

        assertThat(latest().asOf()).isEqualTo(HAND);
        assertThat(level(latest())).isEqualTo(levelOf(history()));
    }

    @Test
    void newsSayThatItWasWithdrawnByHand() {
        flow.send(history(), wrong());
        flow.send(withdraw(wrong(), null));

        List<News> told = flow.news();
        assertThat(new NewsInWords(told.get(told.size() - 1)).text()).contains("by hand");
    }

    @Test
    @DisplayName("R-published-in-the-future: a correction published before the typo counts once that is withdrawn")
    void aCorrectionWithAnEarlierDateCountsAfterTheWithdrawal() {
        ReleaseSent typo = ReleaseSent.of("GEN_A", "2099-02-20").figure("2023", 33.0);
        ReleaseSent fix = ReleaseSent.of("GEN_A", "2024-11-20").figure("2023", 13.0);
        flow.send(history(), typo, fix);
        assertThat(latest().asOf()).isEqualTo(typo.published());

        flow.send(withdraw(typo, "2023"));

        assertThat(latest().asOf()).isEqualTo(fix.published());
        assertThat(level(latest())).isEqualTo(levelOf(history(), fix));
    }

    @Test
    void aCorrectionOfTheSameInstantIsNoConflictWithWhatWasWithdrawn() {
        flow.send(history(), wrong());
        flow.send(withdraw(wrong(), null));

        flow.send(ReleaseSent.of("GEN_A", "2024-02-20")
                .load("load-2")
                .figure("2022", 12.5)
                .figure("2023", 14.0));

        assertThat(flow.rejections()).isEmpty();
        assertThat(latest().inputs()).isEqualTo(3);
    }

    @Test
    void ofTwoThatContradictEachOtherTheOneThatStaysCounts() {
        ReleaseSent right = ReleaseSent.of("GEN_A", "2024-02-20").load("load-2").figure("2022", 12.5);
        ReleaseSent slip = ReleaseSent.of("GEN_A", "2024-02-20").load("load-3").figure("2022", 33.0);
        flow.send(history(), right, slip);
        assertThat(level(latest())).isEqualTo(levelOf(history()));

        flow.send(withdraw(slip, "2022"));

        assertThat(level(latest())).isEqualTo(levelOf(history(), right));
    }

    @Test
    void theSameFileAgainStaysWithdrawn() {
        flow.send(history(), wrong());
        flow.send(withdraw(wrong(), null));
        Estimate before = latest();

        flow.send(wrong());

        assertThat(latest()).isEqualTo(before);
    }

    @Test
    void whatIsRestoredCountsAsIfItHadNeverBeenWithdrawn() {
        flow.send(history(), wrong());
        Estimate before = latest();
        flow.send(withdraw(wrong(), null));

        flow.send(word(wrong(), null, Withdrawal.Action.RESTORE, HAND.plusSeconds(60)));

        assertThat(latest()).isEqualTo(before);
    }

    /** The same file under two names, or saved anew: the same release with other bytes. */
    private static ReleaseSent wrongAgain() {
        return wrong().load("load-9");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTwoFilesThatSayTheSameBothAreWithdrawnInAnyOrder(boolean turned) {
        flow.send(history(), wrong(), wrongAgain());

        flow.send(withdraw(turned ? wrongAgain() : wrong(), "2022"));
        Estimate between = latest();
        flow.send(withdraw(turned ? wrong() : wrongAgain(), "2022"));

        assertThat(flow.rejections()).isEmpty();
        assertThat(level(between)).as("the other file says it still").isEqualTo(levelOf(history(), wrong()));
        assertThat(level(latest()))
                .isEqualTo(
                        levelOf(history(), ReleaseSent.of("GEN_A", "2024-02-20").figure("2023", 14.0)));
        Estimate before = latest();
        flow.send(wrong(), wrongAgain());
        assertThat(latest()).as("sent again, both stay withdrawn").isEqualTo(before);
    }

    @Test
    void ofTwoFilesThatSayTheSameBothAreWithdrawnAsAWhole() {
        flow.send(history(), wrong(), wrongAgain());

        flow.send(List.of(withdraw(wrong(), null), withdraw(wrongAgain(), null)));
        flow.send(wrongAgain(), wrong());

        assertThat(flow.rejections()).isEmpty();
        assertThat(level(latest())).isEqualTo(levelOf(history()));
    }

    @Test
    void aNumberThatIsHeldStaysHeldWhereTheOtherFileIsWithdrawnAndGoesWithTheLast() {
        ReleaseSent slip = ReleaseSent.of("GEN_A", "2024-02-20").figure("2023", 0.12);
        flow.send(history(), slip, slip.load("load-9"));

        flow.send(withdraw(slip, "2023"));

        assertThat(flow.judgements())
                .filteredOn(j -> j.part().batch().load().equals("load-9"))
                .last()
                .satisfies(j -> assertThat(j.status()).isEqualTo(Assessment.Status.HELD));
        assertThat(level(latest())).isEqualTo(levelOf(history()));
        flow.send(withdraw(slip.load("load-9"), "2023"));
        flow.send(ReleaseSent.of("GEN_A", "2024-02-20").load("load-3").figure("2023", 14.0));
        assertThat(latest().inputs()).isEqualTo(3);
        assertThat(flow.rejections()).isEmpty();
    }

    @Test
    void aWholeFileThatRepeatsAnotherIsRestoredLikeAny() {
        flow.send(history(), wrong(), wrongAgain());
        flow.send(List.of(withdraw(wrong(), null), withdraw(wrongAgain(), null)));

        flow.send(word(wrongAgain(), null, Withdrawal.Action.RESTORE, HAND.plusSeconds(60)));

        assertThat(flow.rejections()).isEmpty();
        assertThat(level(latest())).isEqualTo(levelOf(history(), wrong()));
    }

    @Test
    void aCompleteReleaseThatIsWithdrawnWasNotSilentEither() {
        flow.send(history().completely(), wrong().completely());

        flow.send(withdraw(wrong(), null));

        assertThat(level(latest())).isEqualTo(levelOf(history()));
        flow.send(word(wrong(), null, Withdrawal.Action.RESTORE, HAND.plusSeconds(60)));
        assertThat(level(latest())).isEqualTo(levelOf(history().completely(), wrong().completely()));
    }

    @Test
    void ofACompleteReleaseAFigureThatIsWithdrawnIsNoSilence() {
        flow.send(history().completely(), wrong().completely());

        flow.send(withdraw(wrong(), "2022"));

        assertThat(latest().inputs())
                .as("2022 of before and 2023; 2021 was left out")
                .isEqualTo(2);
    }

    @Test
    void whatIsNotHeldCannotBeWithdrawn() {
        flow.send(history());

        flow.send(withdraw(wrong(), "2022"));

        assertThat(flow.rejections()).singleElement().satisfies(no -> {
            assertThat(no.reason()).isEqualTo(RejectReason.NOTHING_TO_DECIDE);
            assertThat(no.detail()).contains("nothing of release GEN_A-2024-02-20 of GEN_A is held");
        });
    }

    @Test
    void aJudgementOnWhatIsWithdrawnIsGone() {
        ReleaseSent slip = ReleaseSent.of("GEN_A", "2024-02-20").figure("2023", 0.12);
        flow.send(history(), slip);
        assertThat(flow.judgements()).hasSize(1);

        flow.send(withdraw(slip, null));
        flow.send(ReleaseSent.of("GEN_A", "2025-02-20").figure("2024", 15.0));

        assertThat(latest().inputs()).isEqualTo(3);
    }
}
