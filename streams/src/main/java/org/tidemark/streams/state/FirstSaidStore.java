package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;

/** What was said of each reference period of an estimate when that period was new: never written over, since it was said. */
public final class FirstSaidStore {
    public static final String NAME = "first-said";

    private final KeyValueStore<Bytes, byte[]> entries;

    public FirstSaidStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /** Keeps a value unless something was said of that period before. */
    public void say(EstimateKey key, Period period, double value) {
        Bytes at =
                ReadingStore.prefix(key).day(period.start()).day(period.end()).bytes();
        entries.putIfAbsent(
                at, ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    /** Fills in what was said first of every period of an estimate. */
    public void read(EstimateKey key, HeldFigures into) {
        Bytes prefix = ReadingStore.prefix(key).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                ByteBuffer days = ByteBuffer.wrap(entry.key.get(), prefix.get().length, 2 * Integer.BYTES);
                Period period = new Period(day(days.getInt()), day(days.getInt()));
                into.putFirstSaid(key, period, ByteBuffer.wrap(entry.value).getDouble());
            }
        }
    }

    private static LocalDate day(int stored) {
        return LocalDate.ofEpochDay(stored ^ Integer.MIN_VALUE);
    }
}
