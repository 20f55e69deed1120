package org.tidemark.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;

class ReleaseOutcomeTest {
    private static final BatchId BATCH = new BatchId("EUROSTAT", "r1", Instant.parse("2025-01-31T00:00:00Z"), "00ff");

    @Test
    void sentIsTheSumOfOutcomesAndRejections() {
        ReleaseOutcome outcome =
                outcome(10, Map.of(Outcome.ACCEPTED, 4, Outcome.LATE, 3), Map.of(RejectReason.CONFLICTING, 3), 0);

        assertThat(outcome.sent()).isEqualTo(10);
        assertThat(outcome.outcomes()).containsExactly(Map.entry(Outcome.ACCEPTED, 4), Map.entry(Outcome.LATE, 3));
    }

    @Test
    void aReleaseThatSentNothingHasNoOutcome() {
        assertThat(outcome(0, Map.of(), Map.of(), 5).withdrawnByAbsence()).isEqualTo(5);
    }

    @Test
    void aCountThatIsShortOrOverIsRefusedWithWhatIsTold() {
        for (int sent : new int[] {0, 6, 8}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> outcome(sent, Map.of(Outcome.ACCEPTED, 5), Map.of(RejectReason.OUT_OF_RANGE, 2), 0))
                    .withMessageContaining("DE")
                    .withMessageContaining("EUROSTAT")
                    .withMessageContaining("sent %d, but 7 have an outcome".formatted(sent))
                    .withMessageContaining("ACCEPTED=5")
                    .withMessageContaining("OUT_OF_RANGE=2");
        }
    }

    @Test
    void whatIsWithdrawnByAbsenceIsCountedApart() {
        assertThatIllegalArgumentException().isThrownBy(() -> outcome(3, Map.of(Outcome.ACCEPTED, 1), Map.of(), 2));
    }

    @Test
    void countsBelowNothingCannotMakeUpForOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(1, Map.of(Outcome.ACCEPTED, 2, Outcome.LATE, -1), Map.of(), 0))
                .withMessageContaining("LATE=-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(1, Map.of(Outcome.ACCEPTED, 2), Map.of(RejectReason.BAD_ID, -1), 0))
                .withMessageContaining("BAD_ID=-1");
        assertThatIllegalArgumentException().isThrownBy(() -> outcome(0, Map.of(), Map.of(), -1));
    }

    @Test
    void countsThatOverflowDoNotAddUp() {
        Map<Outcome, Integer> huge =
                Map.of(Outcome.ACCEPTED, Integer.MAX_VALUE, Outcome.LATE, Integer.MAX_VALUE, Outcome.REVISED, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> outcome(0, huge, Map.of(), 0));
    }

    @Test
    void conflictingFiguresAreCountedAmongTheRejectionsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(2, Map.of(Outcome.CONFLICTING, 2), Map.of(), 0))
                .withMessageContaining("conflicting");
    }

    @Test
    void theCountsAreTheReleasesOwn() {
        SortedMap<Outcome, Integer> given = new TreeMap<>(Map.of(Outcome.ACCEPTED, 1));
        ReleaseOutcome outcome = new ReleaseOutcome("DE", BATCH, 1, given, new TreeMap<>(), 0);

        given.put(Outcome.LATE, 1);

        assertThat(outcome.outcomes()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> outcome.outcomes().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> outcome.rejected().put(RejectReason.BAD_ID, 1));
    }

    private static ReleaseOutcome outcome(
            int sent, Map<Outcome, Integer> outcomes, Map<RejectReason, Integer> rejected, int withdrawn) {
        return new ReleaseOutcome("DE", BATCH, sent, new TreeMap<>(outcomes), new TreeMap<>(rejected), withdrawn);
    }
}
