package org.tidemark.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
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

    private static Estimate of(String period, String known, List<Term> terms) {
        return new Estimate(
                new EstimateKey("CN", "TOTAL", "penetration", "people.any_use"),
                Instant.parse(known + "T23:59:59.999Z"),
                Period.parse(period),
                2,
                "00",
                "m",
                "percent",
                List.of(new HorizonValue(Horizon.P0D, BAND, null)),
                null,
                terms,
                null);
    }

    private static boolean isStale(Estimate estimate, String day) {
        return Told.of(estimate, LocalDate.parse(day), Optional.empty()).isStale();
    }

    @Test
    void aLevelIsStaleFromTheDayAfterItsTermSaysThatItIsFresh() {
        Term fresh = new Term(Term.FRESH_DAYS, 32.0, null, null, Term.Basis.ESTIMATED, "days", "SOURCE");
        Estimate estimate = of("2025-09-22/2025-10-05", "2025-10-09", List.of(fresh));

        assertThat(isStale(estimate, "2025-11-06")).isFalse();
        assertThat(isStale(estimate, "2025-11-07")).isTrue();
    }

    /** What is made of several figures has no source of its own: its newest period stands for the interval. */
    @Test
    void withoutATermTheLengthOfThePeriodStandsForTheInterval() {
        Estimate quarter = of("2025-Q1", "2025-04-30", List.of());

        assertThat(isStale(quarter, "2025-10-27")).isFalse();
        assertThat(isStale(quarter, "2025-10-28")).isTrue();
        assertThat(isStale(of("2025-03-03", "2025-03-04", List.of()), "2026-03-03"))
                .isFalse();
    }

    @Test
    void whereThereIsNoLevelNothingIsStale() {
        Estimate withheld = new Estimate(
                new EstimateKey("CN", "TOTAL", "demand_gap", "x"),
                Instant.parse("2020-01-01T00:00:00Z"),
                Period.parse("2019"),
                2,
                "00",
                "m",
                "percent",
                List.of(),
                null,
                List.of(),
                "too few");

        assertThat(isStale(withheld, "2026-01-01")).isFalse();
    }
}
