package org.tidemark.news;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The figures of one group while they are counted. */
final class Tally {
    private final SortedSet<SeriesId> series = new TreeSet<>();
    private int figures;
    private int expected;
    private int stated;
    private double forecasts;
    private double actuals;
    private double impact;
    private @Nullable Period newest;

    /** Counts one figure; a null forecast was not made, a null actual was withdrawn. */
    void count(FigureId figure, @Nullable Double forecast, @Nullable Double actual) {
        figures++;
        series.add(figure.series());
        Period period = figure.period();
        newest = newest == null || Period.BY_TIME.compare(period, newest) > 0 ? period : newest;
        if (forecast != null) {
            expected++;
            forecasts += forecast;
        }
        if (actual != null) {
            stated++;
            actuals += actual;
        }
    }

    void move(double by) {
        impact += by;
    }

    int figures() {
        return figures;
    }

    double impact() {
        return impact;
    }

    @Nullable
    Period newest() {
        return newest;
    }

    @Nullable
    String sector() {
        SortedSet<String> sectors = new TreeSet<>();
        series.forEach(s -> sectors.add(s.sector()));
        return sectors.size() == 1 ? sectors.first() : null;
    }

    /** Mean over the figures; a mean over some of them, or over several series, would be a number of nothing. */
    @Nullable
    Double forecast() {
        return mean(forecasts, expected);
    }

    @Nullable
    Double actual() {
        return mean(actuals, stated);
    }

    private @Nullable Double mean(double sum, int count) {
        return count == 0 || count < figures || series.size() > 1 ? null : Double.valueOf(sum / count);
    }
}
