package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.release.WithdrawalCount;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;

class CountsTest {
    private static final String LOAD = "aa";

    private final List<Load> loads =
            List.of(load("MADE", LOAD, 5, Map.of("EMPTY", 2L), Map.of(RejectReason.BAD_NUMBER, 1L)));
    private final ReleaseOutcome first =
            outcome("DK", LOAD, Map.of(Outcome.ACCEPTED, 2, Outcome.LATE, 1), Map.of(RejectReason.OUT_OF_RANGE, 1), 3);
    private final ReleaseOutcome second = outcome("SE", LOAD, Map.of(Outcome.REVISED, 1), Map.of(), 0);

    @Test
    void everythingThatWasReadHasOneEnd() {
        Counts counts = Counts.of(loads, List.of(first, second));

        assertThat(counts.addUp()).isTrue();
        assertThat(counts.line())
                .isEqualTo("8 read, 2 accepted, 1 revised, 1 late, 2 skipped, 2 rejected, 3 withdrawn by absence");
        assertThat(counts.rejected()).containsOnlyKeys("BAD_NUMBER", "OUT_OF_RANGE");
        assertThat(counts.outcomes()).containsEntry(Outcome.DUPLICATE, 0L).doesNotContainKey(Outcome.CONFLICTING);
    }

    @Test
    void whatIsMissingIsSaid() {
        Counts counts = Counts.of(loads, List.of(first));

        assertThat(counts.addUp()).isFalse();
        assertThat(counts.line()).endsWith("; THESE DO NOT ADD UP");
    }

    @Test
    void aReleaseThatWasSentAgainIsCountedOnceAsItWasTheFirstTime() {
        ReleaseOutcome again =
                outcome("DK", LOAD, Map.of(Outcome.DUPLICATE, 3), Map.of(RejectReason.OUT_OF_RANGE, 1), 0);

        assertThat(Counts.of(loads, List.of(first, second, again))).isEqualTo(Counts.of(loads, List.of(first, second)));
    }

    @Test
    void whatBelongsToALoadThatHasNotEndedIsNotCounted() {
        ReleaseOutcome pending = outcome("FI", "bb", Map.of(Outcome.ACCEPTED, 7), Map.of(), 0);

        assertThat(Counts.of(loads, List.of(pending, first, second)).addUp()).isTrue();
    }

    @Test
    @DisplayName("B09-conflicts-counted-half: what another release takes back is rejected and no longer what it was")
    void whatIsTakenBackIsRejected() {
        BatchId other = new BatchId("MADE", "r2", first.batch().published(), "cc");
        ReleaseOutcome contradicts = new ReleaseOutcome(
                "DK",
                other,
                2,
                new TreeMap<>(),
                new TreeMap<>(Map.of(RejectReason.CONFLICTING, 2)),
                0,
                List.of(new WithdrawalCount(first.batch().release(), LOAD, Outcome.ACCEPTED, 2)));
        Load second = load("MADE", "cc", 2, Map.of(), Map.of());

        Counts both = Counts.of(List.of(loads.get(0), second), List.of(first, this.second, contradicts));
        Counts firstAlone = Counts.of(loads, List.of(first, this.second, contradicts));

        assertThat(both.addUp()).isTrue();
        assertThat(both.outcomes()).containsEntry(Outcome.ACCEPTED, 0L);
        assertThat(both.rejected()).containsEntry("CONFLICTING", 4L);
        assertThat(firstAlone.addUp()).isTrue();
        assertThat(firstAlone.rejected()).containsEntry("CONFLICTING", 2L);
    }

    @Test
    void manyAreWrittenInGroupsOfThree() {
        List<Load> many = List.of(load("MADE", LOAD, 0, Map.of("EMPTY", 1_234_567L), Map.of()));

        assertThat(Counts.of(many, List.of()).line()).isEqualTo("1,234,567 read, 1,234,567 skipped, 0 rejected");
    }

    private static Load load(
            String source, String hash, long sent, Map<String, Long> skipped, Map<RejectReason, Long> rejected) {
        SortedMap<RejectReason, Long> sorted = new TreeMap<>(rejected);
        return new Load(
                source,
                hash,
                "made.csv",
                "plain-csv",
                null,
                true,
                sent,
                new TreeMap<>(skipped),
                sorted,
                new TreeSet<>());
    }

    private static ReleaseOutcome outcome(
            String economy,
            String load,
            Map<Outcome, Integer> outcomes,
            Map<RejectReason, Integer> rejected,
            int absent) {
        int sent = outcomes.values().stream().mapToInt(Integer::intValue).sum()
                + rejected.values().stream().mapToInt(Integer::intValue).sum();
        BatchId batch = new BatchId("MADE", "MADE@2025-01-31", Instant.parse("2025-01-31T23:59:59.999Z"), load);
        return new ReleaseOutcome(economy, batch, sent, new TreeMap<>(outcomes), new TreeMap<>(rejected), absent);
    }
}
