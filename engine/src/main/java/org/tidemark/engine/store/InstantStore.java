package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * What has changed at an instant of which more is to come: the rest may come only after a restart. An entry holds some
 * changes of one release, in the order in which releases came: most live for less than one transaction, and each entry
 * that goes costs a deletion in the changelog.
 */
public final class InstantStore {
    public static final String NAME = "instant";

    private static final int CHANGES_MAX = 64;

    /** As the entries of one figure sort that versions before rows wrote. */
    private static final Comparator<FigureId> ORDER = Comparator.comparing(
                    FigureId::series,
                    Comparator.comparing(SeriesId::sector)
                            .thenComparing(SeriesId::indicator)
                            .thenComparing(SeriesId::source))
            .thenComparing(figure -> figure.period().start())
            .thenComparing(figure -> figure.period().end());

    private final Table<List<ValueChange>> rows;

    public InstantStore(Tables tables) {
        this.rows = tables.table(NAME, new Form<>(InstantRow::encode, (key, bytes) -> InstantRow.decode(bytes)));
    }

    /** Keeps what a release changed in an economy. */
    public void add(String economy, List<ValueChange> changes) {
        int number = rowsOf(economy);
        for (int from = 0; from < changes.size(); from += CHANGES_MAX) {
            int to = Math.min(changes.size(), from + CHANGES_MAX);
            rows.put(row(economy, number), List.copyOf(changes.subList(from, to)));
            number++;
        }
    }

    private int rowsOf(String economy) {
        List<Key> newest = new ArrayList<>();
        boolean unused = rows.reverseRange(row(economy, 0), row(economy, Integer.MAX_VALUE), entry -> {
            newest.add(entry.key());
            return false;
        });
        return newest.isEmpty() ? 0 : 1 + KeyBuilder.lastNumber(newest.get(0));
    }

    /**
     * Takes out all that has changed in an economy, with what has changed last; each figure once. Of one that changed
     * twice, what was believed before the first and after the last; one that changed there and back has not changed.
     */
    public List<ValueChange> takeWith(String economy, List<ValueChange> last) {
        Map<FigureId, ValueChange> all = new LinkedHashMap<>();
        take(economy).forEach(change -> all.put(change.figure(), change));
        last.forEach(change -> all.merge(change.figure(), change, ValueChange::then));
        return all.values().stream().filter(change -> !change.isNone()).toList();
    }

    /** In the order of the figures, whatever the order of the releases. */
    private Collection<ValueChange> take(String economy) {
        List<Key> keys = new ArrayList<>();
        List<ValueChange> changes = new ArrayList<>();
        boolean unused = rows.scan(KeyBuilder.ofEconomy(economy), entry -> {
            // Entries of one figure sort behind the rows, and were written before them.
            changes.addAll(isRow(entry.key(), economy) ? changes.size() : 0, entry.value());
            return keys.add(entry.key());
        });
        keys.forEach(rows::delete);
        Map<FigureId, ValueChange> merged = new TreeMap<>(ORDER);
        changes.forEach(change -> merged.merge(change.figure(), change, ValueChange::then));
        return merged.values();
    }

    private static KeyBuilder ofRows(String economy) {
        // No sector has an empty name.
        return new KeyBuilder().text(economy).text("");
    }

    private static boolean isRow(Key key, String economy) {
        return key.startsWith(ofRows(economy).key());
    }

    private static Key row(String economy, int number) {
        return ofRows(economy).number(number).key();
    }
}
