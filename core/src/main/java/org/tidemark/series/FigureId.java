package org.tidemark.series;

import java.util.Comparator;

/** A figure: one series in one reference period. Its vintages are what was published of it, and when. */
public record FigureId(SeriesId series, Period period) implements Comparable<FigureId> {
    private static final Comparator<FigureId> ORDER =
            Comparator.comparing(FigureId::series).thenComparing(FigureId::period);

    @Override
    public int compareTo(FigureId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return series + "|" + period;
    }
}
