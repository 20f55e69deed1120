package org.tidemark.engine.store;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Entry;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.wire.Codecs;

/** Every estimate by cell and the instant it was known at; an estimate without inputs means that all were withdrawn. */
public final class EstimateStore {
    public static final String NAME = "estimates";

    private final TableReader<Estimate> entries;

    private EstimateStore(TableReader<Estimate> entries) {
        this.entries = entries;
    }

    /** For queries. */
    public static EstimateStore reading(TableReaders tables, Codecs codecs) {
        return new EstimateStore(reader(tables, codecs));
    }

    static TableReader<Estimate> reader(TableReaders tables, Codecs codecs) {
        return tables.reader(NAME, form(codecs));
    }

    /** For the task that writes it. */
    public static EstimateStore reading(Table<Estimate> entries) {
        return new EstimateStore(entries);
    }

    /** The table itself, for the task that writes it. */
    public static Table<Estimate> table(Tables tables, StorePlace place, Codecs codecs) {
        return tables.table(place.of(NAME), form(codecs));
    }

    private static ValueForm<Estimate> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().estimates());
    }

    /**
     * Writes one; it replaces one of the same instant and voids those of later instants: what they rested on was taken
     * back by a conflict, or turned out to have been known before.
     */
    public static void put(Table<Estimate> entries, Estimate estimate) {
        Key at = at(estimate.key(), estimate.asOf());
        entries.deleteRange(at, KeyBuilder.ofCell(estimate.key()).key().end());
        entries.put(at, estimate);
    }

    /** Every estimate of one economy, or of all when it is null, by cell and instant. */
    public void each(@Nullable String economy, Consumer<Estimate> consumer) {
        boolean unused = entries.scan(KeyBuilder.ofEconomy(economy), entry -> {
            consumer.accept(entry.value());
            return true;
        });
    }

    /** The last one of a cell known at an instant, or null. */
    public @Nullable Estimate asOf(EstimateKey key, Instant instant) {
        Entry<Estimate> last = entries.lastUpTo(KeyBuilder.ofCell(key).key(), at(key, instant));
        return last == null ? null : last.value();
    }

    /**
     * The updates of a cell known from one instant to another, both included, while the consumer wants more. Returns
     * false when it did not.
     */
    public boolean between(EstimateKey key, Instant from, Instant to, Predicate<Estimate> wantsMore) {
        return entries.range(at(key, from), at(key, to), entry -> wantsMore.test(entry.value()));
    }

    private static Key at(EstimateKey cell, Instant instant) {
        return KeyBuilder.ofCell(cell).instant(instant).key();
    }
}
