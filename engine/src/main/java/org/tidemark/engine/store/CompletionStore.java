package org.tidemark.engine.store;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;

/**
 * When a source of complete coverage said all it stands by of an economy. A figure that arrives late must find out that
 * a complete release after it left it out.
 */
public final class CompletionStore {
    public static final String NAME = "completions";

    private final Table<Instant> entries;

    public CompletionStore(Tables tables) {
        this.entries = tables.table(NAME, Form.INSTANT);
    }

    public void put(String economy, String source, Instant published) {
        entries.put(
                new KeyBuilder().text(economy).text(source).instant(published).key(), published);
    }

    /** Instants of all complete releases of a source in an economy. */
    public SortedSet<Instant> of(String economy, String source) {
        SortedSet<Instant> instants = new TreeSet<>();
        boolean unused =
                entries.scan(new KeyBuilder().text(economy).text(source).key(), entry -> instants.add(entry.value()));
        return instants;
    }
}
