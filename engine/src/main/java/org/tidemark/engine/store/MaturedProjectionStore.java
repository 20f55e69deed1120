package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.accuracy.MaturedProjection;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;

/** What each projection scored whose figure has come, by measure, concept, horizon, instant and economy. */
public final class MaturedProjectionStore {
    public static final String NAME = "projections-matured";

    private static final Form<Entry> FORM = new Form<>(MaturedProjectionStore::encode, (key, bytes) -> decode(bytes));
    private static final int NUMBERS = 7;
    private static final byte IN_80 = 1;
    private static final byte IN_95 = 2;

    private final TableReader<Entry> entries;

    private MaturedProjectionStore(TableReader<Entry> entries) {
        this.entries = entries;
    }

    /** One with its concept. */
    private record Entry(String concept, MaturedProjection matured) {}

    /** For queries. */
    public static MaturedProjectionStore reading(TableReaders tables) {
        return new MaturedProjectionStore(tables.reader(NAME, FORM));
    }

    /** For the task that writes it. */
    public static Writer writing(Tables tables, StorePlace place) {
        return new Writer(tables.table(place.of(NAME), FORM));
    }

    /** Keeps what has matured. */
    public static final class Writer {
        private final Table<Entry> table;

        private Writer(Table<Entry> table) {
            this.table = table;
        }

        /** Keeps one. */
        public void put(String concept, MaturedProjection matured) {
            table.put(key(concept, matured), new Entry(concept, matured));
        }
    }

    /**
     * Hands over what has matured, with its concept, by measure, concept and horizon, in that order, while more is wanted.
     *
     * @param concept the only one; null: all
     * @param until of what matured later nothing is known
     */
    public void each(@Nullable String concept, Instant until, BiPredicate<String, List<MaturedProjection>> wantsMore) {
        List<Entry> group = new ArrayList<>();
        boolean whole = entries.scan(Key.EMPTY, entry -> {
            Entry next = entry.value();
            if (concept != null && !concept.equals(next.concept())) {
                return true;
            }
            if (!group.isEmpty() && !isAlike(group.get(0), next) && !handOver(group, wantsMore)) {
                return false;
            }
            if (!next.matured().at().isAfter(until)) {
                group.add(next);
            }
            return true;
        });
        boolean unused = whole && !group.isEmpty() && handOver(group, wantsMore);
    }

    private static boolean handOver(List<Entry> group, BiPredicate<String, List<MaturedProjection>> wantsMore) {
        boolean more = wantsMore.test(
                group.get(0).concept(), group.stream().map(Entry::matured).toList());
        group.clear();
        return more;
    }

    private static boolean isAlike(Entry one, Entry other) {
        return Objects.equals(one.concept(), other.concept())
                && Objects.equals(one.matured().measure(), other.matured().measure())
                && one.matured().months() == other.matured().months();
    }

    private static Key key(String concept, MaturedProjection matured) {
        return new KeyBuilder()
                .text(matured.measure())
                .text(concept)
                .number(matured.months())
                .instant(matured.at())
                .text(matured.economy())
                .real(matured.target())
                .key();
    }

    private static byte[] encode(Entry entry) {
        MaturedProjection one = entry.matured();
        ByteBuffer bytes = ByteBuffer.allocate(Packed.size(entry.concept())
                + Packed.size(one.measure())
                + Packed.size(one.economy())
                + Integer.BYTES
                + Long.BYTES
                + NUMBERS * Double.BYTES
                + 1);
        Packed.put(bytes, entry.concept());
        Packed.put(bytes, one.measure());
        Packed.put(bytes, one.economy());
        bytes.putInt(one.months()).putLong(one.at().toEpochMilli()).putDouble(one.target());
        bytes.putDouble(one.error()).putDouble(one.lastError()).putDouble(one.driftError());
        bytes.putDouble(one.crps()).putDouble(one.logScore()).putDouble(one.pit());
        bytes.put((byte) ((one.inside80() ? IN_80 : 0) | (one.inside95() ? IN_95 : 0)));
        return bytes.array();
    }

    private static Entry decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        String concept = Packed.text(bytes);
        String measure = Packed.text(bytes);
        String economy = Packed.text(bytes);
        int months = bytes.getInt();
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        double target = bytes.getDouble();
        double error = bytes.getDouble();
        double last = bytes.getDouble();
        double drift = bytes.getDouble();
        double crps = bytes.getDouble();
        double log = bytes.getDouble();
        double pit = bytes.getDouble();
        byte inside = bytes.get();
        return new Entry(
                concept,
                new MaturedProjection(
                        measure,
                        months,
                        economy,
                        at,
                        target,
                        error,
                        last,
                        drift,
                        crps,
                        log,
                        pit,
                        (inside & IN_80) != 0,
                        (inside & IN_95) != 0));
    }
}
