package org.tidemark.standalone.diff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Horizon;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

/** The rows of one replay's table one after another, in their order, so that two can be walked side by side. */
final class CellRows implements Closeable {
    private final CellTable kind;
    private final ReplayTable table;
    private @Nullable CellRow current;

    private CellRows(CellTable kind, ReplayTable table) {
        this.kind = kind;
        this.table = table;
    }

    /** Opened at the first row. */
    static CellRows open(CellTable kind, Path folder) throws IOException {
        CellRows rows = new CellRows(kind, ReplayTable.open(folder.resolve(kind.file()), kind.needed()));
        try {
            rows.advance();
        } catch (IOException e) {
            rows.close();
            throw e;
        }
        return rows;
    }

    List<String> header() {
        return table.header();
    }

    /** The row that it stands at; null behind the last. */
    @Nullable
    CellRow current() {
        return current;
    }

    void advance() throws IOException {
        ReplayRow row = table.read();
        CellRow next = row == null ? null : new CellRow(row.asOf(), row.key(), horizon(row), row);
        if (next != null && current != null && CellRow.ORDER.compare(current, next) >= 0) {
            throw new UnreadableFileException(
                    "%s: the row of %s for %s is out of the order of a replay; the file was changed: replay it again"
                            .formatted(table.file(), next.asOf(), next.cell()));
        }
        current = next;
    }

    private Horizon horizon(ReplayRow row) throws UnreadableFileException {
        try {
            return kind.hasHorizons() ? Horizon.valueOf(row.text(CellTable.HORIZON)) : Horizon.P0D;
        } catch (IllegalArgumentException e) {
            throw row.bad(CellTable.HORIZON, "a horizon");
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
