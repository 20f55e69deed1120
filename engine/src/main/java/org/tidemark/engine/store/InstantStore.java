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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * What has changed at an instant of which more is to come, by figure: the rest may come only after a restart. Of a figure
 * that changes twice, what was believed before the first and after the last.
 */
public final class InstantStore {
    public static final String NAME = "instant";

    private final Table<Change> entries;

    public InstantStore(Tables tables) {
        this.entries = tables.table(NAME, new Form<>(InstantStore::encode, (key, bytes) -> decode(bytes)));
    }

    public void add(Change change) {
        Key at = key(change.figure());
        Change held = entries.get(at);
        entries.put(at, held == null ? change : held.then(change));
    }

    /** Takes out all that has changed in an economy, with what has changed last; each figure once. */
    public List<Change> takeWith(String economy, List<Change> last) {
        Map<FigureId, Change> all = new LinkedHashMap<>();
        take(economy).forEach(change -> all.put(change.figure(), change));
        last.forEach(change -> all.merge(change.figure(), change, Change::then));
        return all.values().stream().filter(change -> !change.isNone()).toList();
    }

    private List<Change> take(String economy) {
        List<Key> keys = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        boolean unused = entries.scan(KeyBuilder.ofEconomy(economy), entry -> {
            keys.add(entry.key());
            return changes.add(entry.value());
        });
        keys.forEach(entries::delete);
        return changes;
    }

    private static Key key(FigureId figure) {
        SeriesId series = figure.series();
        return new KeyBuilder()
                .text(series.economy())
                .text(series.sector())
                .text(series.indicator())
                .text(series.source())
                .day(figure.period().start())
                .day(figure.period().end())
                .key();
    }

    private static byte[] encode(Change change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Change decode(byte[] value) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            SeriesId series = new SeriesId(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
            Period period = new Period(LocalDate.ofEpochDay(in.readLong()), LocalDate.ofEpochDay(in.readLong()));
            Belief before = readBelief(in);
            Belief after = readBelief(in);
            BatchId batch =
                    new BatchId(series.source(), in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readUTF());
            return new Change(new FigureId(series, period), before, after, batch, in.readBoolean());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Belief belief) throws IOException {
        write(out, belief.value());
        write(out, belief.standardError());
        Instant since = belief.since();
        out.writeBoolean(since != null);
        out.writeLong(since == null ? 0 : since.toEpochMilli());
    }

    private static void write(DataOutputStream out, @Nullable Double number) throws IOException {
        out.writeDouble(number == null ? Double.NaN : number);
    }

    private static Belief readBelief(DataInputStream in) throws IOException {
        Double value = number(in.readDouble());
        Double standardError = number(in.readDouble());
        boolean known = in.readBoolean();
        long since = in.readLong();
        return new Belief(value, standardError, known ? Instant.ofEpochMilli(since) : null);
    }

    private static @Nullable Double number(double stored) {
        return Double.isNaN(stored) ? null : stored;
    }
}
