package org.tidemark.standalone.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.api.history.Level;
import org.tidemark.api.history.SaidCells;
import org.tidemark.estimate.Horizon;
import org.tidemark.series.PublicationDate;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

/** What a replay said of every cell, from the tables that it left. */
final class SaidHistory {
    private static final List<String> NEEDED =
            concat(ReplayTable.CELL, "period", "horizon", "value", "lower80", "upper80", "unit");

    private static final List<String> OF_PATHS =
            List.of("measure", "concept", "economy", "sector", "period", "value", "lower80", "upper80", "unit");

    private static final Instant END_MAX = PublicationDate.endOf(HistoryFile.LAST_DAY_MAX);

    private final SaidCells cells = new SaidCells();

    /** Reads estimates.csv and, where they are there, withheld.csv and smoothed.csv of a folder. */
    static SaidCells of(Path folder) throws IOException {
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
        return said.cells;
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
        cells.said(
                row.key(), row.text("unit"), level(row, seen(row)), row.period().end());
    }

    private void readWithheld(Path file) throws IOException {
        try (ReplayTable table = ReplayTable.open(file, ReplayTable.CELL)) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                cells.withheld(row.key(), seen(row));
            }
        }
    }

    private void readSmoothed(Path file) throws IOException {
        try (ReplayTable table = ReplayTable.open(file, OF_PATHS)) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                Instant newest = cells.newest();
                if (newest != null) {
                    cells.smoothed(row.key(), row.text("unit"), level(row, newest), row.period());
                }
            }
        }
    }

    private static Level level(ReplayRow row, Instant asOf) throws IOException {
        return Level.in(row.text("unit"), asOf, row.number("value"), row.number("lower80"), row.number("upper80"));
    }

    private static Instant seen(ReplayRow row) throws IOException {
        Instant asOf = row.asOf();
        if (!asOf.isBefore(END_MAX)) {
            throw row.bad("as_of", "before " + END_MAX);
        }
        return asOf;
    }

    private static List<String> concat(List<String> first, String... rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return List.copyOf(all);
    }
}
