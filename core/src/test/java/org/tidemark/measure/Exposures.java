package org.tidemark.measure;

import java.time.Instant;
import java.util.List;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;

/** What another estimator says of a sector's exposure. */
final class Exposures {
    private Exposures() {}

    static Estimate of(String economy, String sector, double percent, String asOf) {
        return new Estimate(
                new EstimateKey(economy, sector, "exposure", "gpt_beta"),
                Instant.parse(asOf),
                Period.parse("2023"),
                1,
                "0011223344556677",
                "exposure/1",
                "percent",
                List.of(new HorizonValue(Horizon.P0D, new Banded(percent, 50, 70, 45, 75), null)),
                null);
    }
}
