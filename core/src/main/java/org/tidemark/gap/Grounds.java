package org.tidemark.gap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/** Grounds of one call: recipes that differ in their deflator alone share the rest, and hashing is most of the work. */
final class Grounds {
    private final Map<Step, Ground> known = new HashMap<>();

    private record Step(Ground from, SeriesId series, List<Figure> used) {}

    /** As {@link Ground#and(FigureSeries, List)}; the publication instant of a series does not change within a call. */
    Ground and(Ground from, FigureSeries series, List<Figure> used) {
        return known.computeIfAbsent(new Step(from, series.id(), used), step -> from.and(series, used));
    }
}
