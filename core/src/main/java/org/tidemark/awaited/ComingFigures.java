package org.tidemark.awaited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * The figures that a release is expected to bring of one series.
 *
 * @param periods that they will be about, in the order of time
 * @param expected the value of each, in the unit of the indicator
 * @param pace by which they may be off
 * @param standardError that will be published with each, in the same unit; null where none is
 */
record ComingFigures(
        SeriesId series, List<Period> periods, List<Double> expected, SeriesPace pace, @Nullable Double standardError) {
    private static final double MONTH_DAYS = 30.436875;

    ComingFigures {
        periods = List.copyOf(periods);
        expected = List.copyOf(expected);
    }

    List<FigureId> ids() {
        return periods.stream().map(period -> new FigureId(series, period)).toList();
    }

    /** The values in one course, in which the series is off by so many deviations at each of its steps. */
    List<Double> values(double[] deviations) {
        List<Double> values = new ArrayList<>();
        double off = 0;
        for (int i = 0; i < periods.size(); i++) {
            off += deviations[i];
            values.add(pace.off(expected.get(i), off));
        }
        return values;
    }

    /** The period that lies some days after another and is of its kind: a month, quarter or year is followed by such. */
    static Period after(Period period, double days) {
        LocalDate next = period.end().plusDays(1);
        if (period.start().getDayOfMonth() == 1 && next.getDayOfMonth() == 1) {
            long months = Math.max(1, StrictMath.round(days / MONTH_DAYS));
            return new Period(
                    period.start().plusMonths(months), next.plusMonths(months).minusDays(1));
        }
        long whole = Math.max(1, StrictMath.round(days));
        return new Period(period.start().plusDays(whole), period.end().plusDays(whole));
    }
}
