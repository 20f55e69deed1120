package org.tidemark.engine.store;

import java.time.Instant;
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
import org.tidemark.estimate.EstimateKey;
import org.tidemark.news.News;
import org.tidemark.wire.Codecs;

/** Why each estimate moved, by cell and instant; of an instant that moved it twice, the last. */
public final class NewsStore {
    public static final String NAME = "news";

    private final TableReader<News> entries;

    private NewsStore(TableReader<News> entries) {
        this.entries = entries;
    }

    /** For queries. */
    public static NewsStore reading(TableReaders tables, Codecs codecs) {
        return new NewsStore(tables.reader(NAME, form(codecs)));
    }

    /** The table itself, for the task that writes it. */
    public static Table<News> table(Tables tables, StorePlace place, Codecs codecs) {
        return tables.table(place.of(NAME), form(codecs));
    }

    private static ValueForm<News> form(Codecs codecs) {
        return new CodecForm<>(NAME, codecs.stored().news());
    }

    public static void put(Table<News> entries, News news) {
        entries.put(key(news.key(), news.asOf()), news);
    }

    /** Drops what was told of a cell at an instant and later: with the estimates that it was told of, it is void. */
    public static void dropFrom(Table<News> entries, EstimateKey cell, Instant instant) {
        entries.deleteRange(key(cell, instant), KeyBuilder.ofCell(cell).key().end());
    }

    /** The last of a cell told by an instant, or null. */
    public @Nullable News asOf(EstimateKey cell, Instant instant) {
        Entry<News> last = entries.lastUpTo(KeyBuilder.ofCell(cell).key(), key(cell, instant));
        return last == null ? null : last.value();
    }

    /**
     * All of a cell from one instant to another, both included, while the consumer wants more. Returns false when it did
     * not.
     */
    public boolean between(EstimateKey cell, Instant from, Instant to, Predicate<News> wantsMore) {
        return entries.range(key(cell, from), key(cell, to), entry -> wantsMore.test(entry.value()));
    }

    private static Key key(EstimateKey cell, Instant instant) {
        return KeyBuilder.ofCell(cell).instant(instant).key();
    }
}
