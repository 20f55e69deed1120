package org.tidemark.awaited;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.projection.EconomyProjection;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * The readings that a release is expected to bring to a pool of one series: each is expected where the projection of its
 * economy expects a figure of that time, and off by as much as its band says.
 *
 * @param figures in the order of time
 * @param expected the figure of each as it is projected, shares
 * @param standardError that each will be read with, a share
 */
record ComingReadings(String economy, List<FigureId> figures, List<Banded> expected, double standardError) {
    private static final double EDGE = 1e-6;

    ComingReadings {
        figures = List.copyOf(figures);
        expected = List.copyOf(expected);
    }

    /** Of a series whose economy goes as its projection says; what is behind its newest figure is read at that one's time. */
    static ComingReadings of(
            Speaking.Spoken series, ExpectedRelease next, EconomyProjection outlook, double standardError) {
        List<FigureId> figures = new ArrayList<>();
        List<Banded> expected = new ArrayList<>();
        for (Period period : Speaking.coming(series, next)) {
            figures.add(new FigureId(series.id(), period));
            expected.add(outlook.projected(Math.max(0, period.midYear() - outlook.time())));
        }
        return new ComingReadings(series.id().economy(), figures, expected, standardError);
    }

    int count() {
        return figures.size();
    }

    /** Puts them into a pool as they are in one course, in which each step of the series is off by so many deviations. */
    void put(ProjectionPool pool, Instant at, double[] deviations, String unit) {
        List<PoolFigure> read = new ArrayList<>();
        double off = 0;
        for (int i = 0; i < figures.size(); i++) {
            FigureId figure = figures.get(i);
            off += deviations[i];
            double share = share(expected.get(i), off / StrictMath.sqrt(i + 1.0));
            read.add(new PoolFigure(figure, at, new Measurement(figure.period().midYear(), share, standardError)));
        }
        pool.take(economy, read, List.of(), unit);
    }

    void takeBack(ProjectionPool pool, String unit) {
        pool.take(economy, List.of(), figures, unit);
    }

    /** A place of a band in logits: so many deviations above its median, or below. */
    static double share(Banded band, double deviations) {
        double middle = logit(band.value());
        double edge = logit(deviations < 0 ? band.lower80() : band.upper80());
        return 1 / (1 + StrictMath.exp(-(middle + Math.abs(deviations) * (edge - middle) / StandardNormal.Z90)));
    }

    private static double logit(double share) {
        double inside = Math.min(Math.max(share, EDGE), 1 - EDGE);
        return StrictMath.log(inside / (1 - inside));
    }
}
