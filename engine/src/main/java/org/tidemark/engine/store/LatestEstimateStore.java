package org.tidemark.engine.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.wire.Codecs;

/**
 * The latest estimate of each cell: the last entry of the cell in {@link EstimateStore}, so that it is stored once. A cell that
 * all was withdrawn of stays, with an estimate that rests on nothing: this is also the list of the cells there ever were.
 */
public final class LatestEstimateStore {
    /** So many entries of a cell are passed one by one; beyond that, its last one is looked up. Keys alone are read. */
    static final int PASSED_MAX = 32;

    private final TableReader<Estimate> history;

    private LatestEstimateStore(TableReader<Estimate> history) {
        this.history = history;
    }

    /** For queries. */
    public static LatestEstimateStore reading(TableReaders tables, Codecs codecs) {
        return new LatestEstimateStore(EstimateStore.reader(tables, codecs));
    }

    /** For the task that writes the history. */
    public static LatestEstimateStore reading(Tables tables, StorePlace place, Codecs codecs) {
        return new LatestEstimateStore(EstimateStore.table(tables, place, codecs));
    }

    /** What was said last of a cell, if anything. */
    public Optional<Estimate> of(EstimateKey cell) {
        return Optional.ofNullable(last(KeyBuilder.ofCell(cell).key())).map(Entry::value);
    }

    private @Nullable Entry<Estimate> last(Key cell) {
        return history.lastUpTo(cell, cell.end());
    }

    /** The cells of one economy, or of all when it is null, while the consumer wants more. */
    public void each(@Nullable String economy, Predicate<Estimate> wantsMore) {
        Key from = KeyBuilder.ofEconomy(economy);
        Key end = economy == null ? null : from.end();
        while (from != null) {
            Walk walk = new Walk(wantsMore);
            from = walk.goOn(history.range(from, end, walk));
        }
    }

    /** Passes the entries of cell after cell, up to one that has too many. */
    private final class Walk implements Predicate<Entry<Estimate>> {
        private final Predicate<Estimate> wantsMore;
        private @Nullable Key cell;
        private @Nullable Entry<Estimate> newest;
        private int passed;
        private boolean over;

        private Walk(Predicate<Estimate> wantsMore) {
            this.wantsMore = wantsMore;
        }

        @Override
        public boolean test(Entry<Estimate> entry) {
            if (cell != null && entry.key().startsWith(cell)) {
                newest = entry;
                passed++;
                return passed < PASSED_MAX;
            }
            tell(newest);
            cell = cell(entry.key());
            newest = entry;
            passed = 1;
            return !over;
        }

        private void tell(@Nullable Entry<Estimate> last) {
            over = last != null && !wantsMore.test(last.value());
        }

        /** Tells the cell at which the walk has ended; returns where to begin again, null where nothing is left. */
        private @Nullable Key goOn(boolean whole) {
            if (over || cell == null) {
                return null;
            }
            tell(whole ? newest : last(cell));
            return whole || over ? null : cell.end();
        }
    }

    /** What all keys of the cell begin with: an instant stands behind it. */
    private static Key cell(Key key) {
        byte[] bytes = key.bytes();
        return Key.of(Arrays.copyOf(bytes, bytes.length - Long.BYTES));
    }
}
