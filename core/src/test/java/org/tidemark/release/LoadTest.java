package org.tidemark.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.validate.RejectReason;

class LoadTest {
    @Test
    void readIsSentSkippedAndRejectedTogether() {
        Load load = load(7, Map.of("suppressed", 2L, "unchanged", 30L), Map.of(RejectReason.BAD_NUMBER, 1L));

        assertThat(load.read()).isEqualTo(40);
    }

    @Test
    void aLoadOfNothingReadNothing() {
        assertThat(load(0, Map.of(), Map.of()).read()).isZero();
    }

    @Test
    void countsBelowNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(-1, Map.of(), Map.of()))
                .withMessageContaining("file.csv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(1, Map.of("suppressed", -1L), Map.of()))
                .withMessageContaining("suppressed=-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(1, Map.of(), Map.of(RejectReason.BAD_NUMBER, -1L)))
                .withMessageContaining("BAD_NUMBER=-1");
    }

    @Test
    void countsThatOverflowAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> load(1, Map.of("suppressed", Long.MAX_VALUE), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(
                        Long.MAX_VALUE,
                        Map.of("suppressed", Long.MAX_VALUE),
                        Map.of(RejectReason.BAD_NUMBER, Long.MAX_VALUE)));
    }

    @Test
    void theCountsAndEconomiesAreTheLoadsOwn() {
        SortedMap<String, Long> skipped = new TreeMap<>(Map.of("suppressed", 2L));
        SortedSet<String> economies = new TreeSet<>(List.of("US", "DE"));
        Load load = new Load("TEST", "00ff", "file.csv", "plain", null, true, 1, skipped, new TreeMap<>(), economies);

        skipped.put("empty", 5L);
        economies.add("FR");

        assertThat(load.read()).isEqualTo(3);
        assertThat(load.economies()).containsExactly("DE", "US");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> load.economies().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> load.skipped().clear());
    }

    @Test
    void sinceWhenItCoversIsToldOfEachOfItsEconomiesOrOfNone() {
        Load told = covering(new TreeMap<>(Map.of("DE", Instant.EPOCH)));

        assertThat(told.close().coveredSince()).containsExactly(Map.entry("DE", Instant.EPOCH));
        assertThat(covering(null).close().coveredSince()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> covering(new TreeMap<>(Map.of("FR", Instant.EPOCH))))
                .withMessageContaining("is told of [FR], but it covers [DE]");
    }

    private static Load covering(@Nullable SortedMap<String, Instant> since) {
        SortedSet<String> economies = new TreeSet<>(List.of("DE"));
        return new Load(
                "TEST",
                "00ff",
                "file.csv",
                "plain",
                null,
                false,
                1,
                new TreeMap<>(),
                new TreeMap<>(),
                economies,
                null,
                since);
    }

    private static Load load(long sent, Map<String, Long> skipped, Map<RejectReason, Long> rejected) {
        return new Load(
                "TEST",
                "00ff",
                "file.csv",
                "plain",
                null,
                true,
                sent,
                new TreeMap<>(skipped),
                new TreeMap<>(rejected),
                new TreeSet<>());
    }
}
