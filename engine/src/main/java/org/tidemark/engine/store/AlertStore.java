package org.tidemark.engine.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.wire.Codecs;

/** Every alert that was raised, cleared or retracted, by economy, alert and the instant it was known at. */
public final class AlertStore {
    public static final String NAME = "alerts";

    private final TableReader<AlertEvent> entries;

    private AlertStore(TableReader<AlertEvent> entries) {
        this.entries = entries;
    }

    /** For queries. */
    public static AlertStore reading(TableReaders tables, Codecs codecs) {
        return new AlertStore(tables.reader(NAME, form(codecs)));
    }

    /** The table itself, for the task that writes it. */
    public static Table<AlertEvent> table(Tables tables, StorePlace place, Codecs codecs) {
        return tables.table(place.of(NAME), form(codecs));
    }

    private static ValueForm<AlertEvent> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().alerts());
    }

    /** Keeps what was said; at one instant an alert may be both raised and over. */
    public static void put(Table<AlertEvent> entries, AlertEvent event) {
        AlertKey key = event.key();
        Key at = new KeyBuilder()
                .text(key.economy())
                .text(key.rule())
                .text(key.sector())
                .text(key.concept())
                .text(key.subject())
                .instant(event.asOf())
                .text(event.kind().name())
                .key();
        entries.put(at, event);
    }

    /**
     * All of one economy, or of all when it is null, by alert and instant, while the consumer wants more. Returns false
     * when it did not.
     */
    public boolean each(@Nullable String economy, Predicate<AlertEvent> wantsMore) {
        return entries.scan(KeyBuilder.ofEconomy(economy), entry -> wantsMore.test(entry.value()));
    }
}
