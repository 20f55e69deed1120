package org.tidemark.standalone.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.table.ReplayTable;

/** The columns of one table in two replays. A later version adds columns behind those that there were. */
final class Columns {
    private Columns() {}

    /**
     * Those that both have, which are all of one of them.
     *
     * @throws UnreadableFileException when neither begins with all columns of the other
     */
    static List<String> shared(String file, Path folderA, Path folderB, List<String> a, List<String> b)
            throws UnreadableFileException {
        int both = Math.min(a.size(), b.size());
        if (a.subList(0, both).equals(b.subList(0, both))) {
            return List.copyOf(a.subList(0, both));
        }
        throw new UnreadableFileException(
                "%s has other columns in %s than in %s; they are of two versions: replay both with one"
                        .formatted(file, folderA, folderB));
    }

    /** The columns that only one side has, as something that the two were run with differently. */
    static Optional<FactDifference> further(String file, Path folderA, Path folderB) throws IOException {
        if (!Files.exists(folderA.resolve(file)) || !Files.exists(folderB.resolve(file))) {
            return Optional.empty();
        }
        List<String> a = header(folderA.resolve(file));
        List<String> b = header(folderB.resolve(file));
        int both = Math.min(a.size(), b.size());
        if (a.size() == b.size()) {
            return Optional.empty();
        }
        return Optional.of(new FactDifference(
                "columns of " + file + ", not compared",
                a.size() == both ? null : String.join(", ", a.subList(both, a.size())),
                b.size() == both ? null : String.join(", ", b.subList(both, b.size()))));
    }

    static List<String> header(Path path) throws IOException {
        try (ReplayTable table = ReplayTable.open(path, List.of())) {
            return table.header();
        }
    }
}
