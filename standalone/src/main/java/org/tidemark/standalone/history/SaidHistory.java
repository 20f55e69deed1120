package org.tidemark.standalone.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.series.PublicationDate;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;
import org.tidemark.streams.metrics.MetricScale;

/** What a replay said of every cell, from the tables that it left. */
final class SaidHistory {
    private static final List<String> NEEDED =
            concat(ReplayTable.CELL, "period", "horizon", "value", "lower80", "upper80", "unit");

    private static final List<String> OF_PATHS =
            List.of("measure", "concept", "economy", "sector", "period", "value", "lower80", "upper80", "unit");

    private static final Instant END_MAX = PublicationDate.endOf(HistoryFile.LAST_DAY_MAX);

    /** A cell in one unit: another unit is another metric. */
    record Line(MetricUnit unit, EstimateKey key) implements Comparable<Line> {
        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::key).thenComparing(Line::unit);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableMap<Line, CellHistory> cells = new TreeMap<>();
    private @Nullable Instant newest;

    /** Reads estimates.csv and, where they are there, withheld.csv and smoothed.csv of a folder. */
    static SaidHistory of(Path folder) throws IOException {
        SaidHistory said = new SaidHistory();
        said.readEstimates(folder.resolve("estimates.csv"));
        // Absent from what earlier versions have left.
        Path withheld = folder.resolve("withheld.csv");
        if (Files.exists(withheld)) {
            said.readWithheld(withheld);
        }
        Path smoothed = folder.resolve(HistoryFile.SMOOTHED);
        if (Files.exists(smoothed)) {
            said.readSmoothed(smoothed);
        }
        return said;
    }

    private void readEstimates(Path file) throws IOException {
        try (ReplayTable table = ReplayTable.open(file, NEEDED)) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                // The level in the newest period, which every measure has. NOW is the level at the instant of the
                // update:
                // carried to another day it would be of neither day.
                if (row.text("horizon").equals(Horizon.P0D.name())) {
                    add(row);
                }
            }
        }
    }

    private void add(ReplayRow row) throws IOException {
        Level level = level(row, seen(row));
        cells.computeIfAbsent(new Line(MetricUnit.of(row.text("unit")), row.key()), line -> new CellHistory())
                .said(level, row.period().end());
    }

    private void readWithheld(Path file) throws IOException {
        try (ReplayTable table = ReplayTable.open(file, ReplayTable.CELL)) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                Level none = Level.none(seen(row));
                for (MetricUnit unit : MetricUnit.values()) {
                    CellHistory cell = cells.get(new Line(unit, row.key()));
                    if (cell != null) {
                        cell.withheld(none);
                    }
                }
            }
        }
    }

    /** The path of a cell stands beside what was said of it, under the same labels. */
    private void readSmoothed(Path file) throws IOException {
        try (ReplayTable table = ReplayTable.open(file, OF_PATHS)) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                EstimateKey path = row.key();
                EstimateKey cell =
                        new EstimateKey(path.economy(), path.sector(), PenetrationReport.MEASURE, path.concept());
                CellHistory history = cells.get(new Line(MetricUnit.of(row.text("unit")), cell));
                if (history != null) {
                    history.smoothed(
                            level(row, Objects.requireNonNull(newest, "a cell has an update")),
                            row.period().end());
                }
            }
        }
    }

    private static Level level(ReplayRow row, Instant asOf) throws IOException {
        double divisor = MetricScale.divisor(row.text("unit"));
        return new Level(
                asOf, row.number("value") / divisor, row.number("lower80") / divisor, row.number("upper80") / divisor);
    }

    private Instant seen(ReplayRow row) throws IOException {
        Instant asOf = row.asOf();
        if (!asOf.isBefore(END_MAX)) {
            throw row.bad("as_of", "before " + END_MAX);
        }
        if (newest == null || asOf.isAfter(newest)) {
            newest = asOf;
        }
        return asOf;
    }

    SortedMap<Line, CellHistory> cells() {
        return cells;
    }

    CellHistory cell(Line line) {
        return Objects.requireNonNull(cells.get(line), () -> line + " is not held");
    }

    /** Epoch day of the newest update of all; every cell is carried as far. */
    long lastDay() {
        return newest == null ? 0 : LocalDate.ofInstant(newest, ZoneOffset.UTC).toEpochDay();
    }

    private static List<String> concat(List<String> first, String... rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return List.copyOf(all);
    }
}
