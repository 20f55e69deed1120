package org.tidemark.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.Period;

class ToldTest {
    private static final Banded BAND = new Banded(29.6, 16.4, 43.1, 16, 44);

    private static Estimate of(String measure) {
        return new Estimate(
                new EstimateKey("CN", "TOTAL", measure, "people.any_use"),
                Instant.parse("2026-05-31T00:00:00Z"),
                Period.parse("2026-Q1"),
                2,
                "00",
                "m",
                "percent",
                List.of(),
                null);
    }

    /** No number in a range is better than another, and least its middle. */
    @Test
    void aRangeIsSaidByItsEndsAndALevelWithItsMedian() {
        assertThat(Told.said(of("penetration.range"), BAND)).isEqualTo("16 to 43");
        assertThat(Told.said(of("penetration"), BAND)).isEqualTo("29.6 (16 to 43)");
    }
}
