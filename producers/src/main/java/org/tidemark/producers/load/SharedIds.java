package org.tidemark.producers.load;

import java.util.HashMap;
import java.util.Map;
import org.tidemark.producers.StatedFigure;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** One object for each series, period and unit of a run: a reader makes them anew for every cell, by the million. */
final class SharedIds {
    private final Map<SeriesId, SeriesId> series = new HashMap<>();
    private final Map<Period, Period> periods = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    StatedFigure shared(StatedFigure f) {
        return new StatedFigure(
                new FigureId(
                        one(series, f.figure().series()),
                        one(periods, f.figure().period())),
                f.value(),
                f.standardError(),
                one(units, f.unit()),
                f.status(),
                f.stated(),
                f.usual(),
                f.release(),
                f.note(),
                f.where());
    }

    private static <T> T one(Map<T, T> known, T value) {
        T before = known.putIfAbsent(value, value);
        return before == null ? value : before;
    }
}
