package org.tidemark.awaited;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.series.Period;

/** The periods of the last figures of a source, in the order of time; not empty. */
public record Past(List<Period> periods) {
    /** More figures than this in one release are read as so many: what the first ones leave of doubt is little. */
    static final int FIGURES_MAX = 8;

    static final double YEAR_DAYS = 365.25;

    private static final int STEPS = 12;

    public Past {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a source without figures awaits nothing; leave it out");
        }
    }

    Period newest() {
        return periods.get(periods.size() - 1);
    }

    /** Usual days between the middles of its periods; of one period its length. */
    double step() {
        List<Double> steps = new ArrayList<>();
        for (int i = Math.max(1, periods.size() - STEPS); i < periods.size(); i++) {
            steps.add((periods.get(i).midYear() - periods.get(i - 1).midYear()) * YEAR_DAYS);
        }
        steps.removeIf(step -> step <= 0);
        steps.sort(null);
        return steps.isEmpty() ? newest().days() : steps.get(steps.size() / 2);
    }

    /** How many figures the next release is expected to bring: as many as fall into its interval. */
    int figures(ExpectedRelease next) {
        return (int) Math.max(1, Math.min(FIGURES_MAX, StrictMath.round(next.interval() / step())));
    }
}
