package org.tidemark.measure;

import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.series.SeriesId;

/**
 * The latest estimate of an economy as a whole, as far as a list of recipes tells it.
 *
 * @param period that its number is about
 * @param band null where there is no number
 * @param withheld why there is none; null where there is one, or where it was withdrawn
 */
public record Reported(
        String economy,
        String measure,
        String concept,
        String period,
        @Nullable Banded band,
        String unit,
        @Nullable String withheld) {
    /** Whether an estimate is of an economy as a whole, and not withdrawn. */
    public static boolean isOne(Estimate e) {
        return e.inputs() > 0 && e.key().sector().equals(SeriesId.TOTAL);
    }

    /** An estimate as it stands. */
    public static Reported of(Estimate e) {
        Banded band = e.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .map(level -> level.band())
                .findFirst()
                .orElse(null);
        return new Reported(
                e.key().economy(),
                e.key().measure(),
                e.key().concept(),
                e.period().label(),
                band,
                e.unit(),
                e.withheld());
    }
}
