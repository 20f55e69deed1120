package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/**
 * Of each cell, where its fold is out of date. Kept in a store, since the rest of an instant may come only after a
 * restart.
 */
public final class CellStore {
    public static final String NAME = "cells";

    private final KeyValueStore<Bytes, byte[]> entries;

    public CellStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * One cell.
     *
     * @param unit of the levels
     * @param dirtyFrom first place where the fold is out of date; null when it is up to date
     */
    public record Cell(EstimateKey key, String unit, @Nullable Bytes dirtyFrom) {
        boolean isDirty() {
            return dirtyFrom != null;
        }
    }

    /** Marks a cell out of date from a place on. Of the units of its indicators it has the first by name. */
    public void touch(EstimateKey key, String unit, Bytes position) {
        Bytes at = ReadingStore.prefix(key).bytes();
        byte[] held = entries.get(at);
        Cell before = held == null ? null : decode(key, held);
        String first = before == null || before.unit().compareTo(unit) > 0 ? unit : before.unit();
        Bytes earlier = before == null ? null : before.dirtyFrom();
        Bytes from = earlier != null && earlier.compareTo(position) <= 0 ? earlier : position;
        entries.put(at, encode(new Cell(key, first, from)));
    }

    /** The cell is up to date again. */
    public void settle(Cell cell) {
        entries.put(ReadingStore.prefix(cell.key()).bytes(), encode(new Cell(cell.key(), cell.unit(), null)));
    }

    /** The cells of an economy that are out of date, in the order of their keys. */
    public List<Cell> dirty(String economy) {
        List<Cell> dirty = new ArrayList<>();
        Bytes prefix = new StoreKey().text(economy).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                Cell cell = decode(key(entry.key), entry.value);
                if (cell.isDirty()) {
                    dirty.add(cell);
                }
            }
        }
        return dirty;
    }

    /** Forgets all of an economy. */
    public void forget(String economy) {
        Ranges.retain(entries, new StoreKey().text(economy).bytes(), Set.of());
    }

    private static EstimateKey key(Bytes bytes) {
        String[] parts = new String(bytes.get(), StandardCharsets.UTF_8).split("\0", -1);
        return new EstimateKey(parts[0], parts[1], parts[2], parts[3]);
    }

    private static byte[] encode(Cell cell) {
        byte[] unit = cell.unit().getBytes(StandardCharsets.UTF_8);
        Bytes from = cell.dirtyFrom();
        byte[] dirty = from == null ? new byte[0] : from.get();
        return ByteBuffer.allocate(Short.BYTES + unit.length + dirty.length)
                .putShort((short) unit.length)
                .put(unit)
                .put(dirty)
                .array();
    }

    private static Cell decode(EstimateKey key, byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        byte[] unit = new byte[in.getShort()];
        in.get(unit);
        byte[] dirty = Arrays.copyOfRange(value, in.position(), value.length);
        return new Cell(key, new String(unit, StandardCharsets.UTF_8), dirty.length == 0 ? null : Bytes.wrap(dirty));
    }
}
