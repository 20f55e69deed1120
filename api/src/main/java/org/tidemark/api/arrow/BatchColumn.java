package org.tidemark.api.arrow;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A column while the rows of a batch arrive. An empty cell is null. */
abstract class BatchColumn {
    private final BitSet there = new BitSet();
    private int rows;
    private int nulls;

    static BatchColumn of(ColumnType type, int rowsMax) {
        return type == ColumnType.TEXT ? new Texts(rowsMax) : new Values(type, rowsMax);
    }

    final void add(String cell) {
        if (cell.isEmpty()) {
            nulls++;
            putNull();
        } else {
            there.set(rows);
            put(cell);
        }
        rows++;
    }

    final int nulls() {
        return nulls;
    }

    /** What is written of it, in Arrow's order; the first says which rows have a value. */
    final List<byte[]> buffers() {
        List<byte[]> buffers = new ArrayList<>();
        buffers.add(bits(there, rows));
        buffers.addAll(values(rows));
        return buffers;
    }

    final void clear() {
        there.clear();
        rows = 0;
        nulls = 0;
        clearValues();
    }

    abstract void put(String cell);

    /** A null has a place in the buffers, whatever stands there. */
    abstract void putNull();

    abstract List<byte[]> values(int rows);

    abstract void clearValues();

    private static byte[] bits(BitSet set, int rows) {
        byte[] bits = new byte[(rows + Byte.SIZE - 1) / Byte.SIZE];
        byte[] written = set.toByteArray();
        System.arraycopy(written, 0, bits, 0, written.length);
        return bits;
    }

    /** Values of one width. */
    private static final class Values extends BatchColumn {
        private final ColumnType type;
        private final ByteBuffer values;

        Values(ColumnType type, int rowsMax) {
            this.type = type;
            this.values = ByteBuffer.allocate(rowsMax * type.width()).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        void put(String cell) {
            type.put(values, cell);
        }

        @Override
        void putNull() {
            for (int i = 0; i < type.width(); i++) {
                values.put((byte) 0);
            }
        }

        @Override
        List<byte[]> values(int rows) {
            byte[] bytes = Arrays.copyOf(values.array(), values.position());
            return List.of(type == ColumnType.FLAG ? asBits(bytes) : bytes);
        }

        private static byte[] asBits(byte[] flags) {
            BitSet set = new BitSet();
            for (int i = 0; i < flags.length; i++) {
                set.set(i, flags[i] != 0);
            }
            return bits(set, flags.length);
        }

        @Override
        void clearValues() {
            values.clear();
        }
    }

    /** Texts: where each ends, and all of them behind each other. */
    private static final class Texts extends BatchColumn {
        private final ByteBuffer ends;
        private final ByteArrayOutputStream texts = new ByteArrayOutputStream();

        Texts(int rowsMax) {
            ends = ByteBuffer.allocate((rowsMax + 1) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            clearValues();
        }

        @Override
        void put(String cell) {
            texts.writeBytes(cell.getBytes(StandardCharsets.UTF_8));
            putNull();
        }

        @Override
        void putNull() {
            ends.putInt(texts.size());
        }

        @Override
        List<byte[]> values(int rows) {
            return List.of(Arrays.copyOf(ends.array(), ends.position()), texts.toByteArray());
        }

        @Override
        void clearValues() {
            texts.reset();
            ends.clear();
            ends.putInt(0);
        }
    }
}
