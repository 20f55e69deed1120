package org.tidemark.news;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Measurement;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;

/**
 * One place in the order of folding, before and after an update.
 *
 * @param before what was read there; null when nothing was
 * @param beforeSince when that was published
 * @param after what is read there now; null when nothing is
 * @param afterSince when that was published
 * @param batch the release that changed it; null when none did
 */
public record Slot(
        FigureId figure,
        @Nullable Measurement before,
        @Nullable Instant beforeSince,
        @Nullable Measurement after,
        @Nullable Instant afterSince,
        @Nullable BatchId batch) {
    /** A place that nothing happened at. */
    public static Slot unchanged(FigureId figure, Measurement reading, Instant since) {
        return new Slot(figure, reading, since, reading, since, null);
    }

    boolean isNew() {
        return before == null && after != null;
    }

    boolean isRevised() {
        return before != null && after != null && !before.equals(after);
    }

    boolean isWithdrawn() {
        return before != null && after == null;
    }
}
