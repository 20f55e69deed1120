package org.tidemark.api.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.series.Period;

/** What was said of every cell, as it is taken in, in any order. */
public final class SaidCells {
    private final NavigableMap<Line, CellHistory> cells = new TreeMap<>();
    private @Nullable Instant newest;

    /** An update said that a cell has this level in a period. */
    public void said(EstimateKey key, String unit, Level level, LocalDate periodEnd) {
        seen(level.asOf());
        cells.computeIfAbsent(new Line(MetricUnit.of(unit), key), line -> new CellHistory())
                .said(level, periodEnd);
    }

    /** An update gave a cell no number; one that never had any has no history. */
    public void withheld(EstimateKey key, Instant asOf) {
        seen(asOf);
        for (MetricUnit unit : MetricUnit.values()) {
            CellHistory cell = cells.get(new Line(unit, key));
            if (cell != null) {
                cell.withheld(Level.none(asOf));
            }
        }
    }

    /**
     * The level of a cell of penetration in a period, in hindsight. It stands beside what was said of the cell, under the same
     * labels; a path of which nothing was said is nobody's.
     *
     * @param path whichever measure it is told under
     */
    public void smoothed(EstimateKey path, String unit, Level level, Period period) {
        EstimateKey key = new EstimateKey(path.economy(), path.sector(), PenetrationReport.MEASURE, path.concept());
        CellHistory cell = cells.get(new Line(MetricUnit.of(unit), key));
        if (cell != null) {
            cell.smoothed(level, period.end());
            cell.path(level, period.middle());
        }
    }

    /** The newest update expects this level of a cell at a day to come. */
    public void projected(EstimateKey key, String unit, Level level, LocalDate day) {
        cells.computeIfAbsent(new Line(MetricUnit.of(unit), key), line -> new CellHistory())
                .projected(level, day);
    }

    private void seen(Instant asOf) {
        if (newest == null || asOf.isAfter(newest)) {
            newest = asOf;
        }
    }

    /** All of them, in the order of their labels. */
    public SortedMap<Line, CellHistory> cells() {
        return Collections.unmodifiableSortedMap(cells);
    }

    /** One of them. */
    public CellHistory cell(Line line) {
        return Objects.requireNonNull(cells.get(line), () -> line + " is not held");
    }

    /** The newest update of all. */
    public @Nullable Instant newest() {
        return newest;
    }

    /** Epoch day of the newest update of all; 0 where there is none. */
    public long lastDay() {
        return newest == null ? 0 : LocalDate.ofInstant(newest, ZoneOffset.UTC).toEpochDay();
    }
}
