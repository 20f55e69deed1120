package org.tidemark.penetration;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.SmoothedBank;
import org.tidemark.series.Period;

/**
 * Penetration of one cell as it is seen from its end: the level in the period of each figure, from the figures before and
 * after it. It is no word of that time, which knew only what came before, and each new figure moves all of it.
 *
 * @param key the cell, of measure {@value #MEASURE}
 * @param unit of the levels: {@code percent}, or shares of 0 to 1
 * @param points in order of time
 */
public record SmoothedPath(EstimateKey key, String unit, List<Point> points) {
    /** The name of the measure. */
    public static final String MEASURE = "penetration.smoothed";

    /**
     * The level in the period of a figure.
     *
     * @param period reference period of the figure
     * @param level median and bands, in the unit of the path
     * @param figure what was read there, in the unit of the path
     */
    public record Point(Period period, Banded level, double figure) {}

    /**
     * A figure that is read.
     *
     * @param period its reference period
     * @param reading its share and error
     */
    public record Figure(Period period, Measurement reading) {}

    public SmoothedPath {
        points = List.copyOf(points);
    }

    /**
     * The path through the figures of a cell.
     *
     * @param cell of which it is; its measure does not matter
     * @param figures in the order of folding
     */
    public static SmoothedPath of(EstimateKey cell, String unit, List<Figure> figures) {
        List<BankState> states =
                SmoothedBank.of(figures.stream().map(Figure::reading).toList());
        double scale = PenetrationReport.scale(unit);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Figure figure = figures.get(i);
            points.add(new Point(
                    figure.period(),
                    PenetrationReport.level(states.get(i)).times(scale),
                    scale * figure.reading().share()));
        }
        return new SmoothedPath(new EstimateKey(cell.economy(), cell.sector(), MEASURE, cell.concept()), unit, points);
    }
}
