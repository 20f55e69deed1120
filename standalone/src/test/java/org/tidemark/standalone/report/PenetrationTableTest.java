package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StageOdds;
import org.tidemark.estimate.Trajectory;
import org.tidemark.it.TestSystem;
import org.tidemark.series.Period;

class PenetrationTableTest {
    private static final Trajectory SURE = trajectory(7.04, new StageOdds(0.004, 0.9959, 0.0001));
    private static final Trajectory UNSURE = trajectory(-0.26, new StageOdds(0.62, 0.38, 0));
    private static final Trajectory NEARLY_SURE = trajectory(12.8, new StageOdds(0.005, 0.995, 0));

    private final PenetrationTable table = new PenetrationTable(TestSystem.CATALOGUE, LocalDate.parse("2026-06-30"));

    @Test
    void aggregatesComeFirstAndColumnsAreAligned() {
        List<Estimate> latest = List.of(
                estimate("US", "TOTAL", "workers.any_use", "2025-11", 2, null),
                estimate("DK", "TOTAL", "firms.any_use", "2025", 4, NEARLY_SURE),
                estimate("RO", "TOTAL", "firms.any_use", "2019", 12, UNSURE),
                estimate("EU27", "TOTAL", "firms.any_use", "2026-06-15/2026-06-28", 4, SURE));

        assertThat(table.lines(latest))
                .containsExactly(
                        "economy  concept           level  80 % band          speed  stage             newest input             age  figures",
                        "EU27     firms.any_use    19.9 %  19.4 to 20.4   +7.0 pt/y  growth >99 %      2026-06-15/2026-06-28    2 d        4",
                        "DK       firms.any_use    19.9 %  19.4 to 20.4  +12.8 pt/y  growth >99 %      2025                   181 d        4",
                        "RO       firms.any_use    19.9 %  19.4 to 20.4   -0.3 pt/y  germination 62 %  2019                   6.5 y       12",
                        "US       workers.any_use  19.9 %  19.4 to 20.4   too early  too early         2025-11                212 d        2");
    }

    @Test
    void sectorsAndRegionsAreCountedBelow() {
        List<Estimate> latest = List.of(
                estimate("US", "TOTAL", "firms.any_use", "2025", 2, null),
                estimate("US", "NAICS:51", "firms.any_use", "2025", 2, null),
                estimate("US-CA", "TOTAL", "firms.any_use", "2025", 2, null));

        assertThat(table.lines(latest))
                .hasSize(3)
                .last()
                .isEqualTo("and 2 more by sector or region; the query API and estimates.csv have them");
    }

    @Test
    void whatRestsOnNothingAnyMoreIsNotShown() {
        assertThat(table.lines(List.of(estimate("US", "TOTAL", "firms.any_use", "2025", 0, null))))
                .containsExactly("no estimate of a whole economy: no figure that says who uses AI has been loaded");
    }

    @Test
    void aFigureOfAPeriodThatHasNotEndedHasNoNegativeAge() {
        assertThat(table.lines(List.of(estimate("US", "TOTAL", "firms.any_use", "2026", 2, null))))
                .last()
                .asString()
                .contains(" 0 d ");
    }

    private static Trajectory trajectory(double points, StageOdds stage) {
        return new Trajectory(new Banded(0.5, 0.4, 0.6, 0.3, 0.7), points, stage, List.of());
    }

    private static Estimate estimate(
            String economy, String sector, String concept, String period, int inputs, @Nullable Trajectory trajectory) {
        Banded level = new Banded(19.94, 19.43, 20.41, 19.0, 20.9);
        List<HorizonValue> levels = List.of(new HorizonValue(Horizon.P0D, level, null));
        return new Estimate(
                new EstimateKey(economy, sector, "penetration", concept),
                Instant.parse("2026-06-30T00:00:00Z"),
                Period.parse(period),
                inputs,
                "00",
                "model",
                "percent",
                inputs == 0 ? List.of() : levels,
                trajectory);
    }
}
