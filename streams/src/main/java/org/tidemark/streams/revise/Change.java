package org.tidemark.streams.revise;

import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;

/**
 * Another value is believed of a figure than before.
 *
 * @param value believed now, in the indicator's unit; null when withdrawn or in conflict
 * @param standardError likewise; null when none was published
 */
public record Change(FigureId figure, @Nullable Double value, @Nullable Double standardError) {}
