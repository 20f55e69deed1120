package org.tidemark.standalone.diff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

/** The rows of one replay's table one after another, in their order, so that two can be walked side by side. */
final class CellRows implements Closeable {
    private final CellTable kind;
    private final ReplayTable table;
    /** The rows of one update that are still to come, by item: their order in the file may be another. */
    private final Deque<CellRow> update = new ArrayDeque<>();
    /** The first row of the next update. */
    private @Nullable CellRow ahead;

    private CellRows(CellTable kind, ReplayTable table) {
        this.kind = kind;
        this.table = table;
    }

    /** Opened at the first row. */
    static CellRows open(CellTable kind, Path folder) throws IOException {
        CellRows rows = new CellRows(kind, ReplayTable.open(folder.resolve(kind.file()), kind.needed()));
        try {
            rows.ahead = rows.read();
            rows.fill();
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
        return update.peekFirst();
    }

    void advance() throws IOException {
        update.removeFirst();
        if (update.isEmpty()) {
            fill();
        }
    }

    private void fill() throws IOException {
        CellRow first = ahead;
        if (first == null) {
            return;
        }
        SortedMap<String, CellRow> byItem = new TreeMap<>();
        CellRow next = first;
        while (next != null && CellRow.OF_UPDATES.compare(first, next) == 0) {
            if (byItem.put(next.item(), next) != null) {
                throw disorder(next, "is there twice");
            }
            next = read();
        }
        if (next != null && CellRow.OF_UPDATES.compare(first, next) > 0) {
            throw disorder(next, "is out of the order of a replay");
        }
        ahead = next;
        update.addAll(byItem.values());
    }

    private UnreadableFileException disorder(CellRow row, String what) {
        return new UnreadableFileException("%s: the row of %s for %s %s %s; the file was changed: replay it again"
                .formatted(table.file(), row.asOf(), row.cell(), row.item(), what));
    }

    private @Nullable CellRow read() throws IOException {
        ReplayRow row = table.read();
        String item = kind.item();
        return row == null ? null : new CellRow(row.asOf(), row.key(), item == null ? "" : row.text(item), row);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
