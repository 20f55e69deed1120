package org.tidemark.standalone.diff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

/**
 * Compares two tables as bags of rows, whatever their columns mean. Holds a hash of each row that has found no partner
 * yet, never a table: both files are read a second time for the rows that have remained.
 */
final class RowsComparison {
    private final String file;
    private final int shownMax;
    private final MessageDigest digest;
    /** How much more often A has a row than B; never zero. Only looked up by key, so its order shows nowhere. */
    private final Map<RowHash, Integer> surplus = new HashMap<>();

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
     * @param shownMax how many rows of each side are kept to be shown
     */
    static RowsDifference of(String file, Path folderA, Path folderB, int shownMax) throws IOException {
        return new RowsComparison(file, shownMax).compare(folderA.resolve(file), folderB.resolve(file));
    }

    private RowsDifference compare(Path a, Path b) throws IOException {
        boolean inA = Files.exists(a);
        boolean inB = Files.exists(b);
        List<String> header = header(inA ? a : b);
        if (inA && inB && !header(b).equals(header)) {
            throw new UnreadableFileException(
                    "%s has other columns than %s; they are of two versions: replay both with one".formatted(b, a));
        }
        if (inA) {
            each(a, cells -> count(cells, 1));
        }
        if (inB) {
            each(b, cells -> count(cells, -1));
        }
        long onlyA =
                surplus.values().stream().filter(n -> n > 0).mapToLong(n -> n).sum();
        long onlyB =
                surplus.values().stream().filter(n -> n < 0).mapToLong(n -> -n).sum();
        String absentIn = inA && inB ? "" : inA ? "B" : "A";
        return new RowsDifference(
                file,
                header,
                absentIn,
                onlyA,
                onlyB,
                onlyA > 0 ? left(a, 1) : List.of(),
                onlyB > 0 ? left(b, -1) : List.of());
    }

    private void count(List<String> cells, int side) {
        surplus.merge(hash(cells), side, (held, more) -> held + more == 0 ? null : Integer.valueOf(held + more));
    }

    /** Rows that are left over on one side, the first so many. */
    private List<List<String>> left(Path path, int side) throws IOException {
        List<List<String>> left = new ArrayList<>();
        each(path, cells -> {
            if (left.size() < shownMax && surplus.getOrDefault(hash(cells), 0) * side > 0) {
                count(cells, -side);
                left.add(List.copyOf(cells));
            }
        });
        return left;
    }

    private static List<String> header(Path path) throws IOException {
        try (ReplayTable table = ReplayTable.open(path, List.of())) {
            return table.header();
        }
    }

    private static void each(Path path, RowReader reader) throws IOException {
        try (ReplayTable table = ReplayTable.open(path, List.of())) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                reader.read(row.cells());
            }
        }
    }

    private RowHash hash(List<String> cells) {
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            // The length keeps "a","b" and "a,b" apart.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer all = ByteBuffer.wrap(digest.digest());
        return new RowHash(all.getLong(), all.getLong());
    }
}
