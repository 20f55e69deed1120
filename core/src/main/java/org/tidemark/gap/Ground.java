package org.tidemark.gap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.InputsHash;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * What an estimate rests on.
 *
 * @param asOf newest publication instant of its series
 * @param newest latest period among its figures
 * @param inputs how many figures
 */
record Ground(Instant asOf, Period newest, int inputs, InputsHash hash) {
    private static final Period NO_PERIOD = Period.parse("0001");
    private static final Comparator<Period> BY_END = Comparator.comparing(Period::end);

    /** Of nothing yet. */
    static final Ground NONE = new Ground(Instant.MIN, NO_PERIOD, 0, InputsHash.NONE);

    /** With some figures of a series. */
    Ground and(FigureSeries series, List<Figure> used) {
        InputsHash after = hash;
        Period latest = newest;
        for (Figure figure : used) {
            double se = figure.standardError() == null ? 0 : figure.standardError();
            after = after.append(new FigureId(series.id(), figure.period()), figure.value(), se);
            latest = later(latest, figure.period());
        }
        return new Ground(later(asOf, series.knownAt()), latest, inputs + used.size(), after);
    }

    /** With an estimate that this one rests on; its period is not that of the gap. */
    Ground and(Estimate upstream) {
        return new Ground(later(asOf, upstream.asOf()), newest, inputs + 1, hash.append(upstream));
    }

    /** With figures that date from before the newest period and shall not move it. */
    Ground andPast(FigureSeries series, List<Figure> used) {
        Ground all = and(series, used);
        return new Ground(all.asOf, newest, all.inputs, all.hash);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Period later(Period a, Period b) {
        return BY_END.compare(a, b) >= 0 ? a : b;
    }
}
