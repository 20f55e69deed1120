package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
import org.tidemark.figures.HeldFigures;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is believed now of each figure that a composed estimate reads: keyed by economy, indicator, sector, source, period. */
public final class BeliefStore implements FigureBeliefs {
    public static final String NAME = "beliefs";

    private static final int VALUE_BYTES = Long.BYTES + 2 * Double.BYTES;

    private static final ValueForm<CurrentValue> FORM = new Form<>(BeliefStore::encode, BeliefStore::decode);

    private final TableReader<CurrentValue> entries;
    private final @Nullable Table<CurrentValue> writable;

    public BeliefStore(Tables tables, StorePlace place) {
        this.writable = tables.table(place.of(NAME), FORM);
        this.entries = writable;
    }

    private BeliefStore(TableReader<CurrentValue> entries) {
        this.entries = entries;
        this.writable = null;
    }

    /** For queries. */
    public static BeliefStore reading(TableReaders tables) {
        return new BeliefStore(tables.reader(NAME, FORM));
    }

    private Table<CurrentValue> writable() {
        return Objects.requireNonNull(writable, "opened for reading");
    }

    @Override
    public boolean put(FigureId figure, @Nullable Double value, @Nullable Double standardError, Instant since) {
        CurrentValue belief = new CurrentValue(value, standardError, since);
        Key at = key(figure);
        if (belief.equals(entries.get(at))) {
            return false;
        }
        writable().put(at, belief);
        return true;
    }

    @Override
    public boolean remove(FigureId figure) {
        return writable().delete(key(figure)) != null;
    }

    @Override
    public void retain(String economy, Collection<FigureId> figures) {
        writable()
                .retain(
                        KeyBuilder.ofEconomy(economy),
                        figures.stream().map(BeliefStore::key).collect(Collectors.toSet()));
    }

    @Override
    public void read(String indicator, HeldFigures into) {
        Key prefix = new KeyBuilder().text(into.economy()).text(indicator).key();
        each(prefix, (figure, belief) -> put(figure, belief, into));
    }

    /** Fills in all that is believed of the economy of {@code into}. */
    public void read(HeldFigures into) {
        each(into.economy(), (figure, belief) -> put(figure, belief, into));
    }

    /** Hands over all that is believed of an economy, in the order of the figures. */
    void each(String economy, BiConsumer<FigureId, CurrentValue> consumer) {
        each(KeyBuilder.ofEconomy(economy), consumer);
    }

    private static void put(FigureId figure, CurrentValue belief, HeldFigures into) {
        into.put(figure, belief.value(), belief.standardError(), Objects.requireNonNull(belief.since()));
    }

    private void each(Key prefix, BiConsumer<FigureId, CurrentValue> consumer) {
        // Figures of one series lie together, and to take a key apart costs more than to compare it.
        byte[][] before = {new byte[0]};
        SeriesId[] series = new SeriesId[1];
        boolean unused = entries.scan(prefix, entry -> {
            byte[] key = entry.key().bytes();
            if (series[0] == null || !sameSeries(before[0], key)) {
                series[0] = series(key);
            }
            before[0] = key;
            consumer.accept(new FigureId(series[0], period(key)), entry.value());
            return true;
        });
    }

    private static byte[] encode(CurrentValue belief) {
        Double value = belief.value();
        Double standardError = belief.standardError();
        return ByteBuffer.allocate(VALUE_BYTES)
                .putLong(Objects.requireNonNull(belief.since()).toEpochMilli())
                .putDouble(value == null ? Double.NaN : value)
                .putDouble(standardError == null ? Double.NaN : standardError)
                .array();
    }

    private static CurrentValue decode(Key key, byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        Instant since = Instant.ofEpochMilli(in.getLong());
        return new CurrentValue(number(in.getDouble()), number(in.getDouble()), since);
    }

    private static @Nullable Double number(double stored) {
        return Double.isNaN(stored) ? null : stored;
    }

    private static Key key(FigureId figure) {
        SeriesId series = figure.series();
        return new KeyBuilder()
                .text(series.economy())
                .text(series.indicator())
                .text(series.sector())
                .text(series.source())
                .day(figure.period().start())
                .day(figure.period().end())
                .key();
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
