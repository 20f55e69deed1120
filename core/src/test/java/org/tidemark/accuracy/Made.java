package org.tidemark.accuracy;

import java.time.Instant;
import java.util.function.IntPredicate;
import org.tidemark.estimate.Measurement;
import org.tidemark.projection.PoolFigure;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Yearly figures that are made. */
final class Made {
    /** Of all made curves. */
    static final int FIRST_YEAR = 2000;

    private Made() {}

    static PoolFigure figure(String economy, int year, double share, double error) {
        Period period = Period.parse(Integer.toString(year));
        FigureId id = new FigureId(new SeriesId("adoption.firms.cloud", economy, "TOTAL", "MADE"), period);
        return new PoolFigure(id, Instant.EPOCH, new Measurement(period.midYear(), share, error));
    }

    /** The figures of a made curve in some years, counted from its first possible one. */
    static Curve surveyed(Curve curve, IntPredicate years) {
        return new Curve(
                curve.concept(),
                curve.economy(),
                curve.sector(),
                curve.figures().stream()
                        .filter(figure -> years.test(
                                (int) Math.floor(figure.figure().period().midYear()) - FIRST_YEAR))
                        .toList());
    }
}
