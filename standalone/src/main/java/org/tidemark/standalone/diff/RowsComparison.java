package org.tidemark.standalone.diff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

/**
 * Compares two tables as bags of rows, whatever their columns mean. Holds a hash of each row that has found no partner
 * yet, never a table: both files are read a second time for the rows that have remained. Those of estimates are told by
 * cell, as estimates are.
 */
final class RowsComparison {
    /** The columns of a table that say of which estimate a row is. */
    static final List<String> CELL = List.of("economy", "sector", "measure", "concept");

    /** The version of the rules that an alert was raised by is how a run was made, not what it says. */
    private static final String NOT_SAID = "rules";

    private final String file;
    private final int shownMax;
    private final MessageDigest digest;
    /** How much more often A has a row than B; never zero. Only looked up by key, so its order shows nowhere. */
    private final Map<RowHash, Integer> surplus = new HashMap<>();
    /** Where the column stands that is not compared; -1 where there is none. */
    private int notSaid = -1;
    /** How many columns both sides have. */
    private int columns;

    private RowsComparison(String file, int shownMax) {
        this.file = file;
        this.shownMax = shownMax;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record RowHash(long first, long second) {}

    private interface RowReader {
        void read(List<String> cells) throws IOException;
    }

    /**
     * Compares a file that at least one folder has.
     *
     * @param shownMax how many cells, and how many rows of each side of one, are kept to be shown
     */
    static RowsDifference of(String file, Path folderA, Path folderB, int shownMax) throws IOException {
        return new RowsComparison(file, shownMax).compare(folderA, folderB);
    }

    private RowsDifference compare(Path folderA, Path folderB) throws IOException {
        Path a = folderA.resolve(file);
        Path b = folderB.resolve(file);
        boolean inA = Files.exists(a);
        boolean inB = Files.exists(b);
        List<String> header = Columns.header(inA ? a : b);
        if (inA && inB) {
            header = Columns.shared(file, folderA, folderB, header, Columns.header(b));
        }
        columns = header.size();
        notSaid = header.indexOf(NOT_SAID);
        if (inA) {
            each(a, cells -> count(cells, 1));
        }
        if (inB) {
            each(b, cells -> count(cells, -1));
        }
        return difference(header, inA && inB ? "" : inA ? "B" : "A", a, b);
    }

    private RowsDifference difference(List<String> header, String absentIn, Path a, Path b) throws IOException {
        long onlyA =
                surplus.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum();
        long onlyB =
                surplus.values().stream().filter(n -> n < 0).mapToLong(n -> -n).sum();
        Map<List<String>, RowsGroup.Tally> byCell = new HashMap<>();
        if (onlyA > 0) {
            left(a, 1, row -> tally(byCell, header, row).onlyInA(row));
        }
        if (onlyB > 0) {
            left(b, -1, row -> tally(byCell, header, row).onlyInB(row));
        }
        List<RowsGroup> groups = byCell.entrySet().stream()
                .map(e -> e.getValue().of(e.getKey()))
                .sorted(RowsGroup.MOST_FIRST)
                .limit(shownMax)
                .toList();
        return new RowsDifference(file, header, absentIn, onlyA, onlyB, isOfCells(header) ? byCell.size() : 0, groups);
    }

    private RowsGroup.Tally tally(Map<List<String>, RowsGroup.Tally> byCell, List<String> header, List<String> row) {
        List<String> cell = isOfCells(header)
                ? CELL.stream().map(column -> row.get(header.indexOf(column))).toList()
                : List.of();
        return byCell.computeIfAbsent(cell, c -> new RowsGroup.Tally(shownMax));
    }

    private static boolean isOfCells(List<String> header) {
        return header.containsAll(CELL);
    }

    private void count(List<String> cells, int side) {
        surplus.merge(hash(cells), side, (held, more) -> held + more == 0 ? null : Integer.valueOf(held + more));
    }

    /** Reads the rows that are left over on one side. */
    private void left(Path path, int side, RowReader reader) throws IOException {
        each(path, cells -> {
            if (surplus.getOrDefault(hash(cells), 0) * side > 0) {
                count(cells, -side);
                reader.read(cells);
            }
        });
    }

    private void each(Path path, RowReader reader) throws IOException {
        try (ReplayTable table = ReplayTable.open(path, List.of())) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                reader.read(row.cells().subList(0, columns));
            }
        }
    }

    private RowHash hash(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            byte[] bytes = (i == notSaid ? "" : cells.get(i)).getBytes(StandardCharsets.UTF_8);
            // The length keeps "a","b" and "a,b" apart.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer all = ByteBuffer.wrap(digest.digest());
        return new RowHash(all.getLong(), all.getLong());
    }
}
