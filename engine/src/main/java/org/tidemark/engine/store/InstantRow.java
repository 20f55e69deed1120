package org.tidemark.engine.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** How some changes of an instant are written: a mark, then one after the other. */
final class InstantRow {
    /** The first two bytes of a row. An entry of one change, as versions before rows wrote it, begins with the length of an id. */
    private static final int ROW = 0xFFFF;

    private InstantRow() {}

    static byte[] encode(List<ValueChange> row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192 * row.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(ROW);
            for (ValueChange change : row) {
                write(out, change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<ValueChange> decode(byte[] value) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(value);
        try (DataInputStream in = new DataInputStream(bytes)) {
            bytes.mark(0);
            if (in.readUnsignedShort() != ROW) {
                bytes.reset();
            }
            List<ValueChange> row = new ArrayList<>();
            while (bytes.available() > 0) {
                row.add(read(in));
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, ValueChange change) throws IOException {
        SeriesId series = change.figure().series();
        Period period = change.figure().period();
        out.writeUTF(series.indicator());
        out.writeUTF(series.economy());
        out.writeUTF(series.sector());
        out.writeUTF(series.source());
        out.writeLong(period.start().toEpochDay());
        out.writeLong(period.end().toEpochDay());
        write(out, change.before());
        write(out, change.after());
        out.writeUTF(change.batch().release());
        out.writeLong(change.batch().published().toEpochMilli());
        out.writeUTF(change.batch().load());
        out.writeBoolean(change.datedByLag());
    }

    private static ValueChange read(DataInputStream in) throws IOException {
        SeriesId series = new SeriesId(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        Period period = new Period(LocalDate.ofEpochDay(in.readLong()), LocalDate.ofEpochDay(in.readLong()));
        CurrentValue before = readBelief(in);
        CurrentValue after = readBelief(in);
        BatchId batch = new BatchId(series.source(), in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readUTF());
        return new ValueChange(new FigureId(series, period), before, after, batch, in.readBoolean());
    }

    private static void write(DataOutputStream out, CurrentValue belief) throws IOException {
        write(out, belief.value());
        write(out, belief.standardError());
        Instant since = belief.since();
        out.writeBoolean(since != null);
        out.writeLong(since == null ? 0 : since.toEpochMilli());
    }

    private static void write(DataOutputStream out, @Nullable Double number) throws IOException {
        out.writeDouble(number == null ? Double.NaN : number);
    }

    private static CurrentValue readBelief(DataInputStream in) throws IOException {
        Double value = number(in.readDouble());
        Double standardError = number(in.readDouble());
        boolean known = in.readBoolean();
        long since = in.readLong();
        return new CurrentValue(value, standardError, known ? Instant.ofEpochMilli(since) : null);
    }

    private static @Nullable Double number(double stored) {
        return Double.isNaN(stored) ? null : stored;
    }
}
