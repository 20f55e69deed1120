package org.tidemark.estimate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

/**
 * One update of one estimate.
 *
 * @param key what and of whom
 * @param asOf the publication instant that it was known at
 * @param period reference period of the newest input
 * @param inputs how many figures it rests on
 * @param inputsHash hash of those figures, hexadecimal
 * @param model version of the method and its parameters
 * @param unit unit of the levels
 * @param levels by horizon, in the order of {@link Horizon}
 * @param trajectory null while it is too early to claim one
 */
public record Estimate(
        EstimateKey key,
        Instant asOf,
        Period period,
        int inputs,
        String inputsHash,
        String model,
        String unit,
        List<HorizonValue> levels,
        @Nullable Trajectory trajectory) {
    public Estimate {
        levels = List.copyOf(levels);
    }
}
