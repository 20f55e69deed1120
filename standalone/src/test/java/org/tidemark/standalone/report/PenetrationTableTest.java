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

    private final PenetrationTable table =
            new PenetrationTable(new Words(TestSystem.CATALOGUE, false), LocalDate.parse("2026-06-30"));

    @Test
    void aggregatesComeFirstAndColumnsAreAligned() {
        List<Estimate> latest = List.of(
                estimate("US", "TOTAL", "workers.any_use", "2025-11", 2, null),
                estimate("DK", "TOTAL", "firms.any_use", "2025", 4, NEARLY_SURE),
                estimate("US", "TOTAL", "firms.goods_services", "2025-09-08/2025-09-21", 54, null),
                estimate("RO", "TOTAL", "firms.any_use", "2019", 12, UNSURE),
                estimate("EU27", "TOTAL", "firms.any_use", "2026-06-15/2026-06-28", 4, SURE));

        assertThat(table.lines(latest))
                .containsExactly(
                        "                        latest               period     age   nowcast",
                        "firms, any use",
                        "  European Union of 27  19.9 (19.4 to 20.4)  2026-06-28   2   20.9 (20.4 to 21.4)",
                        "  Denmark               19.9 (19.4 to 20.4)  2025       181   20.9 (20.4 to 21.4)",
                        "  Romania               19.9 (19.4 to 20.4)  2019       2373  20.9 (20.4 to 21.4)",
                        "firms, goods services",
                        "  United States         19.9 (19.4 to 20.4)  2025-09-21 282   ended 2025-10-31",
                        "workers, any use",
                        "  United States         19.9 (19.4 to 20.4)  2025-11    212   20.9 (20.4 to 21.4)",
                        "",
                        "Speed at the newest figure, points a year; n figures; early: three of them",
                        "                        speed, pt/y             stage              n",
                        "firms, any use",
                        "  European Union of 27  +7.0 (+5.6 to +8.4)     growth >99 %       4",
                        "  Denmark               +12.8 (+10.2 to +15.4)  growth >99 %       4",
                        "  Romania               -0.26 (-0.31 to -0.21)  germination 62 %  12",
                        "firms, goods services",
                        "  United States         too early                                 54",
                        "workers, any use",
                        "  United States         too early                                  2");
    }

    @Test
    void withIdsItHasTheWordsOfFilesAndOfTheApi() {
        List<Estimate> latest = List.of(estimate("EU27", "TOTAL", "firms.any_use", "2026-06-15/2026-06-28", 4, SURE));

        assertThat(new PenetrationTable(new Words(TestSystem.CATALOGUE, true), LocalDate.parse("2026-06-30"))
                        .lines(latest))
                .contains(
                        "firms.any_use", "  EU27  19.9 (19.4 to 20.4)  2026-06-15/2026-06-28   2  20.9 (20.4 to 21.4)");
    }

    @Test
    void sectorsAndRegionsAreCountedBelow() {
        List<Estimate> latest = List.of(
                estimate("US", "TOTAL", "firms.any_use", "2025", 2, null),
                estimate("US", "NAICS:51", "firms.any_use", "2025", 2, null),
                estimate("US-CA", "TOTAL", "firms.any_use", "2025", 2, null));

        assertThat(table.lines(latest))
                .element(3)
                .isEqualTo("and 2 more by sector or region; the query API and estimates.csv have them");
    }

    @Test
    void whatRestsOnNothingAnyMoreIsNotShown() {
        assertThat(table.lines(List.of(estimate("US", "TOTAL", "firms.any_use", "2025", 0, null))))
                .containsExactly("no estimate of a whole economy: no figure that says who uses AI has been loaded");
    }

    private static Trajectory trajectory(double points, StageOdds stage) {
        Banded logits = points < 0 ? new Banded(-0.5, -0.6, -0.4, -0.7, -0.3) : new Banded(0.5, 0.4, 0.6, 0.3, 0.7);
        return new Trajectory(logits, points, stage, List.of());
    }

    private static Estimate estimate(
            String economy, String sector, String concept, String period, int inputs, @Nullable Trajectory trajectory) {
        Banded level = new Banded(19.94, 19.43, 20.41, 19.0, 20.9);
        List<HorizonValue> levels = List.of(
                new HorizonValue(Horizon.P0D, level, null),
                new HorizonValue(Horizon.NOW, new Banded(20.94, 20.43, 21.41, 20, 21.9), null));
        return new Estimate(
                new EstimateKey(economy, sector, "penetration", concept),
                Instant.parse("2026-06-30T23:59:00Z"),
                Period.parse(period),
                inputs,
                "00",
                "model",
                "percent",
                inputs == 0 ? List.of() : levels,
                trajectory);
    }
}
