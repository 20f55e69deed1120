package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.figures.Figure;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.SeriesId;

/** One payroll series against one other, which no recipe would allow: its basket has one member. */
final class PairOfPayrolls {
    private PairOfPayrolls() {}

    static List<Point> gaps(HeldFigures held, String above, String below) {
        Sector exposed = sector(held, above);
        Sector unexposed = sector(held, below);
        List<Point> gaps = new ArrayList<>();
        for (Figure f : held.series(above, SeriesId.TOTAL).orElseThrow().figures()) {
            Sector.Measured one = exposed.measured().get(f.period());
            Sector.Measured other = unexposed.measured().get(f.period());
            if (one != null && other != null) {
                gaps.add(new Point(f.period(), f.period().midYear(), one.value() - other.value(), 0));
            }
        }
        return gaps;
    }

    private static Sector sector(HeldFigures held, String indicator) {
        return Sector.of(indicator, held.series(indicator, SeriesId.TOTAL).orElseThrow(), true);
    }
}
