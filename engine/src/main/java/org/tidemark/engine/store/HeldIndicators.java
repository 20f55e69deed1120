package org.tidemark.engine.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.wire.Codecs;

/** Of what a source has spoken in an economy, found by leaps over its figures: one look for each indicator. */
public final class HeldIndicators {
    private final TableReader<Held> figures;

    private HeldIndicators(TableReader<Held> figures) {
        this.figures = figures;
    }

    /** For queries. */
    public static HeldIndicators reading(TableReaders tables, Codecs codecs) {
        return new HeldIndicators(tables.reader(FigureStore.NAME, FigureStore.form(codecs)));
    }

    /** Whether all indicators of a source in an economy are so; false where nothing is held. */
    public boolean all(String economy, String source, Predicate<String> wanted) {
        Key from = new KeyBuilder().text(economy).text(source).key();
        Key end = from.end();
        String indicator = first(from, end);
        boolean any = indicator != null;
        while (indicator != null && wanted.test(indicator)) {
            from = new KeyBuilder()
                    .text(economy)
                    .text(source)
                    .text(indicator)
                    .key()
                    .end();
            indicator = first(from, end);
        }
        return any && indicator == null;
    }

    private @Nullable String first(Key from, Key end) {
        String[] found = new String[1];
        boolean unused = figures.range(from, end, entry -> {
            found[0] = entry.value().observation().figure().series().indicator();
            return false;
        });
        return found[0];
    }
}
