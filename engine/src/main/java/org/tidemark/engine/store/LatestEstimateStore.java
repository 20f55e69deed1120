package org.tidemark.engine.store;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.wire.Codecs;

/**
 * The latest estimate of each cell, so that a look at the present does not read all history. A cell that all was
 * withdrawn of stays, with an estimate that rests on nothing: this is also the list of the cells there ever were.
 */
public final class LatestEstimateStore {
    public static final String NAME = "estimates-latest";

    private final TableReader<Estimate> entries;

    private LatestEstimateStore(TableReader<Estimate> entries) {
        this.entries = entries;
    }

    /** For queries. */
    public static LatestEstimateStore reading(TableReaders tables, Codecs codecs) {
        return new LatestEstimateStore(tables.reader(NAME, form(codecs)));
    }

    /** For the task that writes it. */
    public static LatestEstimateStore reading(Table<Estimate> entries) {
        return new LatestEstimateStore(entries);
    }

    /** The table itself, for the task that writes it. */
    public static Table<Estimate> table(Tables tables, StorePlace place, Codecs codecs) {
        return tables.table(place.of(NAME), form(codecs));
    }

    private static ValueForm<Estimate> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().estimates());
    }

    public static void put(Table<Estimate> entries, Estimate estimate) {
        entries.put(KeyBuilder.ofCell(estimate.key()).key(), estimate);
    }

    /** What was said last of a cell, if anything. */
    public Optional<Estimate> of(EstimateKey cell) {
        return Optional.ofNullable(entries.get(KeyBuilder.ofCell(cell).key()));
    }

    /** The cells of one economy, or of all when it is null, while the consumer wants more. */
    public void each(@Nullable String economy, Predicate<Estimate> wantsMore) {
        boolean unused = entries.scan(KeyBuilder.ofEconomy(economy), entry -> wantsMore.test(entry.value()));
    }
}
