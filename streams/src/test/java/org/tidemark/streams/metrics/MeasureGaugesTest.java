package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;
import org.tidemark.told.Told;

/** A declared measure on the gauges: its number and the ends of its band, in the unit of its recipe. */
class MeasureGaugesTest {
    private static final Estimate SHARE = new Estimate(
            new EstimateKey("WORLD", "TOTAL", "shares", "robot_share"),
            Instant.parse("2026-01-31T00:00:00Z"),
            Period.parse("2025"),
            4,
            "00",
            "shares/1",
            "percent",
            List.of(new HorizonValue(Horizon.P0D, new Banded(51, 48, 54, 46, 56), null)),
            null,
            List.of(),
            null);

    @Test
    void itHasOneSeriesForTheNumberAndOneForEachEnd() {
        assertThat(MeasureGauges.all()).allSatisfy(gauge -> {
            assertThat(gauge.measures().test("shares")).isTrue();
            assertThat(gauge.measures().test("penetration")).isFalse();
            assertThat(gauge.labels().apply(SHARE.key()).toString())
                    .isEqualTo("{economy=\"WORLD\",kind=\"shares\",recipe=\"robot_share\"}");
        });
        Told told = Told.of(SHARE, LocalDate.EPOCH, Optional.empty());
        assertThat(MeasureGauges.all().stream()
                        .map(gauge -> gauge.name() + " " + gauge.value().applyAsDouble(told)))
                .containsExactly(
                        "tidemark_measure 51.0", "tidemark_measure_lower80 48.0", "tidemark_measure_upper80 54.0");
    }

    @Test
    void itsUnitIsATextOfItsOwn() {
        assertThat(MeasureGauges.info(ShippedCatalogue.with(List.of())).getDataPoints())
                .extracting(GaugeDataPointSnapshot::getLabels)
                .extracting(Object::toString)
                .contains("{kind=\"shares\",recipe=\"robot_share\",unit=\"percent\"}");
    }
}
