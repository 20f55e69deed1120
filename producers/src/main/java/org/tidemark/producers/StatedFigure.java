package org.tidemark.producers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;

/**
 * A figure as a file states it, before it is decided when it became public.
 *
 * @param figure series and reference period
 * @param value in {@code unit}; null when the publisher withdraws it explicitly
 * @param standardError in {@code unit}; null when not published
 * @param unit as the file or the format has it, in the catalogue's words
 * @param status SDMX observation status
 * @param stated when it became public, where the file says so itself (then nothing else counts); else null
 * @param usual when such a figure usually becomes public, where the format knows better than the catalogue's lag; else
 *     null
 * @param release the publisher's id of the release; null when it has none
 * @param note prose; null when there is none
 * @param where place in the file, for messages
 */
public record StatedFigure(
        FigureId figure,
        @Nullable Double value,
        @Nullable Double standardError,
        String unit,
        ObservationStatus status,
        @Nullable Instant stated,
        @Nullable Instant usual,
        @Nullable String release,
        @Nullable String note,
        String where) {
    /** A figure of which the file says no more than its value, and perhaps how sure it is. */
    public static StatedFigure of(
            FigureId figure, double value, @Nullable Double standardError, String unit, String where) {
        return new StatedFigure(
                figure, value, standardError, unit, ObservationStatus.NORMAL, null, null, null, null, where);
    }
}
