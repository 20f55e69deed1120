package org.tidemark.streams.revise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;

/**
 * Something else is believed of a figure than before, or since another instant.
 *
 * @param value believed now, in the indicator's unit; null when withdrawn or in conflict
 * @param standardError likewise; null when none was published
 * @param since when it was published; null when nothing is believed, be it a value or a withdrawal
 */
public record Change(
        FigureId figure, @Nullable Double value, @Nullable Double standardError, @Nullable Instant since) {}
