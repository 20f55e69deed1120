package org.tidemark.engine.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;

/**
 * When each source published last, by economy, with as many of its instants as show its rhythm. To know this from the
 * figures would take a walk over every vintage there is, at each scrape.
 */
public final class PublicationStore {
    public static final String NAME = "publications";

    /** The same of what crosses economies, all of them as one. */
    public static final String OF_PANELS = "publications-compared";

    /** A year of a monthly source: enough for a rhythm, and a bound on the value. */
    static final int STATED_MAX = 12;

    private static final ValueForm<Entry> FORM = new Form<>(PublicationStore::encode, (key, bytes) -> decode(bytes));

    private final TableReader<Entry> entries;
    private final @Nullable Table<Entry> writable;

    /** For the task that owns the table. */
    public PublicationStore(Tables tables) {
        this(tables.table(NAME, FORM));
    }

    private PublicationStore(TableReader<Entry> entries) {
        this.entries = entries;
        this.writable = null;
    }

    private PublicationStore(Table<Entry> writable) {
        this.entries = writable;
        this.writable = writable;
    }

    /** For the task that owns what crosses economies. */
    public static PublicationStore ofPanels(Tables tables) {
        return new PublicationStore(tables.table(StorePlace.PANELS.of(OF_PANELS), FORM));
    }

    /** The same for queries. */
    public static PublicationStore readingPanels(TableReaders tables) {
        return new PublicationStore(tables.reader(OF_PANELS, FORM));
    }

    /** For queries. */
    public static PublicationStore reading(TableReaders tables) {
        return new PublicationStore(tables.reader(NAME, FORM));
    }

    /**
     * Publications of a source.
     *
     * @param newest the last of all
     * @param stated the newest of those whose instant the source stated. Instants that were counted from a usual lag say
     *     how often figures fall due and not how often the source speaks
     */
    public record Publications(Instant newest, SortedSet<Instant> stated) {
        public Publications {
            stated = new TreeSet<>(stated);
            while (stated.size() > STATED_MAX) {
                stated.remove(stated.first());
            }
        }

        /** Those of both, of which the newest are kept. */
        public Publications and(Publications other) {
            SortedSet<Instant> all = new TreeSet<>(stated);
            all.addAll(other.stated);
            return new Publications(newest.isAfter(other.newest) ? newest : other.newest, all);
        }
    }

    /** When a source published last of an economy; null when it never did. */
    public @Nullable Instant newest(String economy, String source) {
        Entry held = entries.get(new KeyBuilder().text(economy).text(source).key());
        return held == null ? null : held.publications().newest();
    }

    public void note(String economy, String source, Instant published, boolean datedByLag) {
        Key key = new KeyBuilder().text(economy).text(source).key();
        SortedSet<Instant> stated = new TreeSet<>();
        if (!datedByLag) {
            stated.add(published);
        }
        Publications now = new Publications(published, stated);
        Entry held = entries.get(key);
        Objects.requireNonNull(writable, "opened for reading")
                .put(
                        key,
                        new Entry(
                                source, held == null ? now : held.publications().and(now)));
    }

    /** Every source in every economy. */
    public void each(BiConsumer<String, Publications> consumer) {
        boolean unused = entries.scan(Key.EMPTY, entry -> {
            consumer.accept(entry.value().source(), entry.value().publications());
            return true;
        });
    }

    /** Every economy with every source that has published of it. */
    public void eachPlace(BiConsumer<String, String> consumer) {
        boolean unused = entries.scan(Key.EMPTY, entry -> {
            consumer.accept(FigureKeys.economy(entry.key()), entry.value().source());
            return true;
        });
    }

    private record Entry(String source, Publications publications) {}

    private static byte[] encode(Entry entry) {
        Publications publications = entry.publications();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(entry.source());
            out.writeLong(publications.newest().toEpochMilli());
            out.writeByte(publications.stated().size());
            for (Instant stated : publications.stated()) {
                out.writeLong(stated.toEpochMilli());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Entry decode(byte[] value) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            String source = in.readUTF();
            Instant newest = Instant.ofEpochMilli(in.readLong());
            SortedSet<Instant> stated = new TreeSet<>();
            for (int left = in.readByte(); left > 0; left--) {
                stated.add(Instant.ofEpochMilli(in.readLong()));
            }
            return new Entry(source, new Publications(newest, stated));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
