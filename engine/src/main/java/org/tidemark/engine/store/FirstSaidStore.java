package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;

/** What was said of each reference period of an estimate when that period was new: never written over, since it was said. */
public final class FirstSaidStore {
    public static final String NAME = "first-said";

    private final Table<Double> entries;

    public FirstSaidStore(Tables tables, StorePlace place) {
        this.entries = tables.table(place.of(NAME), Form.NUMBER);
    }

    /** Keeps a value unless something was said of that period before. */
    public void say(EstimateKey key, Period period, double value) {
        Key at = KeyBuilder.ofCell(key).day(period.start()).day(period.end()).key();
        boolean unused = entries.putIfAbsent(at, value);
    }

    /** Fills in what was said first of every period of an estimate. */
    public void read(EstimateKey key, HeldFigures into) {
        read(entries, key, into);
    }

    /** The same, for queries. */
    public static void read(TableReaders tables, EstimateKey key, HeldFigures into) {
        read(tables.reader(NAME, Form.NUMBER), key, into);
    }

    private static void read(TableReader<Double> entries, EstimateKey key, HeldFigures into) {
        Key prefix = KeyBuilder.ofCell(key).key();
        boolean unused = entries.scan(prefix, entry -> {
            ByteBuffer days = ByteBuffer.wrap(entry.key().bytes(), prefix.bytes().length, 2 * Integer.BYTES);
            Period period = new Period(day(days.getInt()), day(days.getInt()));
            into.putFirstSaid(key, period, entry.value());
            return true;
        });
    }

    private static LocalDate day(int stored) {
        return LocalDate.ofEpochDay(stored ^ Integer.MIN_VALUE);
    }
}
