package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Reading;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * The latest figures of each cell as a filter reads them: keyed by the cell and then (event time, length, source,
 * indicator), so that a range scan is the order of folding.
 */
public final class ReadingStore {
    public static final String NAME = "readings";

    private static final int FIXED_BYTES = Long.BYTES + 2 * Double.BYTES + 2 * Integer.BYTES + Short.BYTES;

    private final KeyValueStore<Bytes, byte[]> entries;

    public ReadingStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * What is believed of one figure, and its place in the fold.
     *
     * @param since when that was published
     * @param reading null when the figure is withdrawn: nothing to read, but something that is known
     */
    public record Entry(Bytes position, FigureId figure, Instant since, @Nullable Reading reading) {}

    /** Puts a reading, or that there is none, in its place. Returns the place when that changed anything, else null. */
    public @Nullable Bytes put(EstimateKey cell, FigureId figure, Instant since, @Nullable Reading reading) {
        Bytes position = position(cell, figure);
        byte[] value = encode(figure, since, reading);
        byte[] before = entries.get(position);
        if (Arrays.equals(before, value)) {
            return null;
        }
        entries.put(position, value);
        return position;
    }

    /** Forgets a figure of which nothing is believed. Returns its place when there was one, else null. */
    public @Nullable Bytes remove(EstimateKey cell, FigureId figure) {
        Bytes position = position(cell, figure);
        return entries.delete(position) == null ? null : position;
    }

    /** Walks the entries of a cell in the order of folding; begins behind {@code after}, or at the first when null. */
    public void walk(EstimateKey cell, @Nullable Bytes after, Consumer<Entry> each) {
        Bytes prefix = prefix(cell).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = after == null
                ? entries.prefixScan(prefix, new BytesSerializer())
                : entries.range(after, Ranges.endOf(prefix))) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                if (!entry.key.equals(after)) {
                    each.accept(decode(cell, entry));
                }
            }
        }
    }

    /** Before all places of a cell. */
    public static Bytes first(EstimateKey cell) {
        return prefix(cell).bytes();
    }

    /** Forgets all of an economy but some places. */
    public void retain(String economy, Set<Bytes> places) {
        Ranges.retain(entries, new StoreKey().text(economy).bytes(), places);
    }

    static StoreKey prefix(EstimateKey cell) {
        return new StoreKey()
                .text(cell.economy())
                .text(cell.sector())
                .text(cell.measure())
                .text(cell.concept());
    }

    /** Where a figure lies in the fold of a cell. */
    public static Bytes position(EstimateKey cell, FigureId figure) {
        return prefix(cell)
                .real(figure.period().midYear())
                .number(figure.period().days())
                .text(figure.series().source())
                .text(figure.series().indicator())
                .day(figure.period().start())
                .bytes();
    }

    private static byte[] encode(FigureId figure, Instant since, @Nullable Reading reading) {
        byte[] indicator = figure.series().indicator().getBytes(StandardCharsets.UTF_8);
        byte[] source = figure.series().source().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + indicator.length + source.length)
                .putLong(since.toEpochMilli())
                .putDouble(reading == null ? Double.NaN : reading.share())
                .putDouble(reading == null ? Double.NaN : reading.standardError())
                .putInt((int) figure.period().start().toEpochDay())
                .putInt((int) figure.period().end().toEpochDay())
                .putShort((short) indicator.length)
                .put(indicator)
                .put(source)
                .array();
    }

    private static Entry decode(EstimateKey cell, KeyValue<Bytes, byte[]> entry) {
        ByteBuffer in = ByteBuffer.wrap(entry.value);
        Instant since = Instant.ofEpochMilli(in.getLong());
        double share = in.getDouble();
        double standardError = in.getDouble();
        Period period = new Period(LocalDate.ofEpochDay(in.getInt()), LocalDate.ofEpochDay(in.getInt()));
        byte[] indicator = new byte[in.getShort()];
        in.get(indicator);
        byte[] source = new byte[in.remaining()];
        in.get(source);
        SeriesId series = new SeriesId(
                new String(indicator, StandardCharsets.UTF_8),
                cell.economy(),
                cell.sector(),
                new String(source, StandardCharsets.UTF_8));
        Reading reading = Double.isNaN(share) ? null : new Reading(period.midYear(), share, standardError);
        return new Entry(entry.key, new FigureId(series, period), since, reading);
    }
}
