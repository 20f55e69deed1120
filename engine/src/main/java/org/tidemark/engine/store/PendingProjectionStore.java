package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.accuracy.PendingProjection;
import org.tidemark.accuracy.PendingProjections;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.Banded;

/** The projections that wait for their figures, by concept and economy: never written anew, since they were said. */
public final class PendingProjectionStore {
    public static final String NAME = "projections-pending";

    private static final int NUMBERS = 9;

    private final Table<PendingProjections> entries;

    public PendingProjectionStore(Tables tables) {
        this.entries = tables.table(
                StorePlace.PANELS.of(NAME), new Form<>(PendingProjectionStore::encode, (key, bytes) -> decode(bytes)));
    }

    /** Those of an economy. */
    public PendingProjections of(String concept, String economy) {
        PendingProjections held = entries.get(key(concept, economy));
        return held == null ? PendingProjections.NONE : held;
    }

    /** Keeps those of an economy. */
    public void put(String concept, String economy, PendingProjections pending) {
        entries.put(key(concept, economy), pending);
    }

    private static Key key(String concept, String economy) {
        return new KeyBuilder().text(concept).text(economy).key();
    }

    static byte[] encode(PendingProjections pending) {
        int size = Double.BYTES;
        for (PendingProjection one : pending.waiting()) {
            size += Packed.size(one.measure()) + Integer.BYTES + NUMBERS * Double.BYTES;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).putDouble(pending.newest());
        for (PendingProjection one : pending.waiting()) {
            Packed.put(bytes, one.measure());
            Banded band = one.band();
            bytes.putInt(one.months()).putDouble(one.from()).putDouble(one.target());
            bytes.putDouble(band.value()).putDouble(band.lower80()).putDouble(band.upper80());
            bytes.putDouble(band.lower95()).putDouble(band.upper95());
            bytes.putDouble(one.last()).putDouble(one.drift());
        }
        return bytes.array();
    }

    static PendingProjections decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        double newest = bytes.getDouble();
        List<PendingProjection> waiting = new ArrayList<>();
        while (bytes.hasRemaining()) {
            String measure = Packed.text(bytes);
            int months = bytes.getInt();
            double from = bytes.getDouble();
            double target = bytes.getDouble();
            double value = bytes.getDouble();
            double lower80 = bytes.getDouble();
            double upper80 = bytes.getDouble();
            Banded band = new Banded(value, lower80, upper80, bytes.getDouble(), bytes.getDouble());
            waiting.add(
                    new PendingProjection(measure, months, from, target, band, bytes.getDouble(), bytes.getDouble()));
        }
        return new PendingProjections(newest, waiting);
    }
}
