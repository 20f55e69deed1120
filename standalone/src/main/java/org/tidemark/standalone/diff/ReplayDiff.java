package org.tidemark.standalone.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.producers.UnreadableFileException;

/** What two replays say differently, and first what differs in how they were run. */
public final class ReplayDiff {
    private static final List<String> BAGS = List.of("news.csv", "alerts.csv", "quarantine.csv", "rejected.csv");

    private final Path a;
    private final Path b;
    private final List<FactDifference> facts;
    private final List<TableDifference> tables = new ArrayList<>();
    private final List<RowsDifference> rows = new ArrayList<>();

    private ReplayDiff(Path a, Path b, List<FactDifference> facts) {
        this.a = a;
        this.b = b;
        this.facts = new ArrayList<>(facts);
    }

    /**
     * Compares the folders of two replays. A file whose hash both run.json state alike is not read.
     *
     * @param tolerance largest difference of two numbers that counts as none, 0 or more
     * @param rowsMax how many rows of each file are kept to be shown
     * @throws UnreadableFileException when one of them is no folder of a replay, or is damaged
     */
    public static ReplayDiff between(Path a, Path b, double tolerance, int rowsMax) throws IOException {
        RunRecord runA = RunRecord.of(a);
        RunRecord runB = RunRecord.of(b);
        ReplayDiff diff = new ReplayDiff(a, b, FactDifference.between(runA.facts(), runB.facts()));
        for (CellTable kind : CellTable.values()) {
            if (diff.isToRead(kind.file(), runA, runB)) {
                diff.tables.add(TableComparison.of(kind, a, b, tolerance));
                Columns.further(kind.file(), a, b).ifPresent(fact -> diff.facts.add(0, fact));
            }
        }
        for (String file : BAGS) {
            if (diff.isToRead(file, runA, runB)) {
                diff.rows.add(RowsComparison.of(file, a, b, rowsMax));
                Columns.further(file, a, b).ifPresent(fact -> diff.facts.add(0, fact));
            }
        }
        return diff;
    }

    private boolean isToRead(String file, RunRecord runA, RunRecord runB) throws IOException {
        String hash = runA.hashes().get(file);
        if (hash != null && hash.equals(runB.hashes().get(file))) {
            return false;
        }
        boolean inA = isThere(a, file, runA);
        boolean inB = isThere(b, file, runB);
        return inA || inB;
    }

    private static boolean isThere(Path folder, String file, RunRecord run) throws IOException {
        boolean there = Files.isRegularFile(folder.resolve(file));
        if (!there && run.hashes().containsKey(file)) {
            throw new UnreadableFileException(
                    "%s has lost %s, which its run.json names; replay it again".formatted(folder, file));
        }
        return there;
    }

    /** Whether both say the same, however they were run. */
    public boolean saysTheSame() {
        return tables.stream().allMatch(t -> t.cells().isEmpty())
                && rows.stream().allMatch(RowsDifference::isNone);
    }

    Path a() {
        return a;
    }

    Path b() {
        return b;
    }

    List<FactDifference> facts() {
        return facts;
    }

    /** Tables of cells that had to be read, also those without a difference that counts. */
    List<TableDifference> tables() {
        return tables;
    }

    List<RowsDifference> rows() {
        return rows;
    }
}
