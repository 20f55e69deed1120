package org.tidemark.accuracy;

import java.time.Instant;
import org.tidemark.estimate.Measurement;
import org.tidemark.projection.PoolFigure;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Yearly figures that are made. */
final class Made {
    private Made() {}

    static PoolFigure figure(String economy, int year, double share, double error) {
        Period period = Period.parse(Integer.toString(year));
        FigureId id = new FigureId(new SeriesId("adoption.firms.cloud", economy, "TOTAL", "MADE"), period);
        return new PoolFigure(id, Instant.EPOCH, new Measurement(period.midYear(), share, error));
    }
}
