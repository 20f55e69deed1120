package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.wire.Codecs;

/** How each alert stands, by economy, rule, sector, concept and subject. */
public final class StandingStore {
    public static final String NAME = "alert-standings";

    private final TableReader<AlertState> entries;

    private StandingStore(TableReader<AlertState> entries) {
        this.entries = entries;
    }

    /** For queries. */
    public static StandingStore reading(TableReaders tables, Codecs codecs) {
        return new StandingStore(tables.reader(NAME, form(codecs)));
    }

    /** For the task that writes it. */
    public static StandingStore reading(Table<AlertState> entries) {
        return new StandingStore(entries);
    }

    /** The table itself, for the task that writes it. */
    public static Table<AlertState> table(Tables tables, StorePlace place, Codecs codecs) {
        return tables.table(place.of(NAME), form(codecs));
    }

    private static ValueForm<AlertState> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().standings());
    }

    /** Keeps how an alert stands. */
    public static void put(Table<AlertState> entries, AlertState standing) {
        entries.put(key(standing.key()), standing);
    }

    /** The alerts of one rule in one cell, in the order of their subjects. */
    public List<AlertState> of(AlertKey cell) {
        List<AlertState> found = new ArrayList<>();
        boolean unused = entries.scan(cell(cell).key(), entry -> found.add(entry.value()));
        return found;
    }

    /** How one alert stands; quiet where nothing was read yet. */
    public AlertState standing(AlertKey key) {
        AlertState stands = entries.get(key(key));
        return stands == null ? AlertState.quiet(key) : stands;
    }

    /** The alerts of one economy. */
    public void ofEconomy(String economy, Consumer<AlertState> consumer) {
        each(KeyBuilder.ofEconomy(economy), consumer);
    }

    public void each(Consumer<AlertState> consumer) {
        each(Key.EMPTY, consumer);
    }

    private void each(Key prefix, Consumer<AlertState> consumer) {
        boolean unused = entries.scan(prefix, entry -> {
            consumer.accept(entry.value());
            return true;
        });
    }

    private static KeyBuilder cell(AlertKey key) {
        return new KeyBuilder()
                .text(key.economy())
                .text(key.rule())
                .text(key.sector())
                .text(key.concept());
    }

    private static Key key(AlertKey key) {
        return cell(key).text(key.subject()).key();
    }
}
