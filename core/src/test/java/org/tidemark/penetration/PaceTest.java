package org.tidemark.penetration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** How long the newest figure of a cell is fresh. */
class PaceTest {
    private static Pace with(Pace before, String source, String period, String published) {
        SeriesId series = new SeriesId("adoption.firms.any_use", "DE", "TOTAL", source);
        return before.with(new FigureId(series, Period.parse(period)), Instant.parse(published + "T23:59:59.999Z"));
    }

    private static double days(Pace pace) {
        return Objects.requireNonNull(pace.term().value());
    }

    @Test
    void anAnnualSurveyIsFreshForTwoOfItsIntervalsAfterItsPublication() {
        Pace pace = with(Pace.NONE, "EUROSTAT", "2023", "2024-05-29");
        pace = with(pace, "EUROSTAT", "2024", "2025-01-31");
        pace = with(pace, "EUROSTAT", "2025", "2025-12-11");

        // 247 and 314 days apart; published before its period ended.
        assertThat(days(pace)).isEqualTo(2 * 280);
    }

    @Test
    void lagCountsFromTheEndOfThePeriod() {
        Pace pace = with(Pace.NONE, "CENSUS_BTOS", "2025-09-08/2025-09-21", "2025-09-25");
        pace = with(pace, "CENSUS_BTOS", "2025-09-22/2025-10-05", "2025-10-09");

        assertThat(days(pace)).isEqualTo(4 + 2 * 14);
        assertThat(pace.term().source()).contains("CENSUS_BTOS").contains("14 days");
    }

    @Test
    void whatCameOutOnOneDayHasTheIntervalOfItsPeriods() {
        Pace pace = with(Pace.NONE, "EUROSTAT", "2023", "2025-12-31");
        pace = with(pace, "EUROSTAT", "2024", "2025-12-31");

        assertThat(days(pace)).isEqualTo(365 + 2 * 366);
    }

    @Test
    void aSingleFigureHasTheLengthOfItsPeriod() {
        assertThat(days(with(Pace.NONE, "EUROSTAT", "2025-Q1", "2025-03-31"))).isEqualTo(2 * 90);
    }

    @Test
    void theSourceOfTheNewestFigureCounts() {
        Pace pace = with(Pace.NONE, "SLOW", "2023", "2024-01-31");
        pace = with(pace, "SLOW", "2024", "2025-01-31");
        pace = with(pace, "FAST", "2025-01", "2025-01-31");
        pace = with(pace, "FAST", "2025-02", "2025-02-28");

        assertThat(days(pace)).isEqualTo(2 * 28);
        assertThat(days(with(pace, "SLOW", "2025", "2026-01-31"))).isEqualTo(31 + 2 * 366);
    }

    @Test
    void equalFiguresGiveEqualPaces() {
        Pace one = with(with(Pace.NONE, "A", "2023", "2024-01-31"), "A", "2024", "2025-01-31");
        Pace other = with(with(Pace.NONE, "A", "2023", "2024-01-31"), "A", "2024", "2025-01-31");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(with(Pace.NONE, "A", "2024", "2025-01-31"));
    }

    @Test
    void withoutAFigureThereIsNothingToSay() {
        assertThatThrownBy(Pace.NONE::term).isInstanceOf(IllegalStateException.class);
    }
}
