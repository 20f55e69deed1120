package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is believed now of each figure that a composed estimate reads: keyed by economy, indicator, sector, source, period. */
public final class BeliefStore {
    public static final String NAME = "beliefs";

    private static final int VALUE_BYTES = Long.BYTES + 2 * Double.BYTES;

    private final KeyValueStore<Bytes, byte[]> entries;

    public BeliefStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * Puts what is believed of a figure.
     *
     * @param value null: withdrawn, which is known too
     * @return whether that changed anything
     */
    public boolean put(FigureId figure, @Nullable Double value, @Nullable Double standardError, Instant since) {
        byte[] belief = ByteBuffer.allocate(VALUE_BYTES)
                .putLong(since.toEpochMilli())
                .putDouble(value == null ? Double.NaN : value)
                .putDouble(standardError == null ? Double.NaN : standardError)
                .array();
        Bytes at = key(figure);
        if (Arrays.equals(entries.get(at), belief)) {
            return false;
        }
        entries.put(at, belief);
        return true;
    }

    /** Forgets a figure of which nothing is believed; returns whether there was one. */
    public boolean remove(FigureId figure) {
        return entries.delete(key(figure)) != null;
    }

    /** Forgets all of an economy but some figures. */
    public void retain(String economy, Collection<FigureId> figures) {
        Ranges.retain(
                entries,
                new StoreKey().text(economy).bytes(),
                figures.stream().map(BeliefStore::key).collect(Collectors.toSet()));
    }

    /** Fills in all that is believed of one indicator in the economy of {@code into}. */
    public void read(String indicator, HeldFigures into) {
        Bytes prefix = new StoreKey().text(into.economy()).text(indicator).bytes();
        // Figures of one series lie together, and to take a key apart costs more than to compare it.
        byte[] before = new byte[0];
        SeriesId series = null;
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                byte[] key = entry.key.get();
                if (series == null || !sameSeries(before, key)) {
                    series = series(key);
                }
                before = key;
                ByteBuffer in = ByteBuffer.wrap(entry.value);
                Instant since = Instant.ofEpochMilli(in.getLong());
                into.put(new FigureId(series, period(key)), number(in.getDouble()), number(in.getDouble()), since);
            }
        }
    }

    private static @Nullable Double number(double stored) {
        return Double.isNaN(stored) ? null : stored;
    }

    private static Bytes key(FigureId figure) {
        SeriesId series = figure.series();
        return new StoreKey()
                .text(series.economy())
                .text(series.indicator())
                .text(series.sector())
                .text(series.source())
                .day(figure.period().start())
                .day(figure.period().end())
                .bytes();
    }

    private static boolean sameSeries(byte[] one, byte[] other) {
        return one.length == other.length && Arrays.equals(one, 0, days(one), other, 0, days(other));
    }

    /** Where the days of the period begin. */
    private static int days(byte[] key) {
        return key.length - 2 * Integer.BYTES;
    }

    private static SeriesId series(byte[] key) {
        String[] parts = new String(key, 0, days(key), StandardCharsets.UTF_8).split("\0", -1);
        return new SeriesId(parts[1], parts[0], parts[2], parts[3]);
    }

    private static Period period(byte[] key) {
        ByteBuffer in = ByteBuffer.wrap(key, days(key), 2 * Integer.BYTES);
        return new Period(day(in.getInt()), day(in.getInt()));
    }

    private static LocalDate day(int stored) {
        return LocalDate.ofEpochDay(stored ^ Integer.MIN_VALUE);
    }
}
