package org.tidemark.reallocation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;

/**
 * Output and employment of one sector by calendar year.
 *
 * @param output yearly means, only of years that figures cover
 * @param employment likewise
 */
record SectorYears(String sector, SortedMap<Integer, Double> output, SortedMap<Integer, Double> employment) {
    /** A year short of this many days would compare a season with a year. */
    private static final long DAYS_MIN = 360;

    static SectorYears of(String sector, FigureSeries output, FigureSeries employment) {
        return new SectorYears(sector, yearlyMeans(output), yearlyMeans(employment));
    }

    /** Means over the days of a year, of the figures that lie within it. */
    private static SortedMap<Integer, Double> yearlyMeans(FigureSeries series) {
        SortedMap<Integer, Long> days = new TreeMap<>();
        SortedMap<Integer, Double> sums = new TreeMap<>();
        for (Figure figure : series.figures()) {
            int year = figure.period().start().getYear();
            if (year == figure.period().end().getYear()) {
                days.merge(year, figure.period().days(), Long::sum);
                sums.merge(year, figure.value() * figure.period().days(), Double::sum);
            }
        }
        SortedMap<Integer, Double> means = new TreeMap<>();
        days.forEach((year, covered) -> {
            if (covered >= DAYS_MIN) {
                means.put(year, sums.getOrDefault(year, Double.NaN) / covered);
            }
        });
        return means;
    }

    /** What figure cannot be true; null when all can. */
    static @Nullable String fault(FigureSeries series) {
        for (Figure figure : series.figures()) {
            if (!(figure.value() > 0)) {
                return "%s of %s in %s is %s; it must be above 0"
                        .formatted(
                                series.id().indicator(),
                                series.id().sector(),
                                figure.period().label(),
                                figure.value());
            }
        }
        return null;
    }
}
