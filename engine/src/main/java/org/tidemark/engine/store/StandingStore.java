package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.Standing;
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

    private final TableReader<Standing> entries;

    private StandingStore(TableReader<Standing> entries) {
        this.entries = entries;
    }

    /** For queries. */
    public static StandingStore reading(TableReaders tables, Codecs codecs) {
        return new StandingStore(tables.reader(NAME, form(codecs)));
    }

    /** For the task that writes it. */
    public static StandingStore reading(Table<Standing> entries) {
        return new StandingStore(entries);
    }

    /** The table itself, for the task that writes it. */
    public static Table<Standing> table(Tables tables, StorePlace place, Codecs codecs) {
        return tables.table(place.of(NAME), form(codecs));
    }

    private static ValueForm<Standing> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().standings());
    }

    /** Keeps how an alert stands. */
    public static void put(Table<Standing> entries, Standing standing) {
        entries.put(key(standing.key()), standing);
    }

    /** The alerts of one rule in one cell, in the order of their subjects. */
    public List<Standing> of(AlertKey cell) {
        List<Standing> found = new ArrayList<>();
        boolean unused = entries.scan(cell(cell).key(), entry -> found.add(entry.value()));
        return found;
    }

    /** How one alert stands; quiet where nothing was read yet. */
    public Standing standing(AlertKey key) {
        Standing stands = entries.get(key(key));
        return stands == null ? Standing.quiet(key) : stands;
    }

    /** The alerts of one economy. */
    public void ofEconomy(String economy, Consumer<Standing> consumer) {
        each(KeyBuilder.ofEconomy(economy), consumer);
    }

    public void each(Consumer<Standing> consumer) {
        each(Key.EMPTY, consumer);
    }

    private void each(Key prefix, Consumer<Standing> consumer) {
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
