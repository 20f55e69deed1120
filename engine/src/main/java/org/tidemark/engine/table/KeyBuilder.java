package org.tidemark.engine.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.EstimateKey;

/**
 * Builds keys whose unsigned bytes sort as their parts do, part by part, so that a prefix of parts is a prefix of bytes.
 *
 * <p>Texts end with a zero byte (ids never hold one); numbers are big-endian with the sign turned.
 */
public final class KeyBuilder {
    private byte[] bytes = new byte[96];
    private int length;

    /** The prefix of all that is kept of an economy, or of everything when it is null. */
    public static Key ofEconomy(@Nullable String economy) {
        return economy == null ? Key.EMPTY : new KeyBuilder().text(economy).key();
    }

    /** The beginning of all keys of a cell. */
    public static KeyBuilder ofCell(EstimateKey cell) {
        return new KeyBuilder()
                .text(cell.economy())
                .text(cell.sector())
                .text(cell.measure())
                .text(cell.concept());
    }

    public KeyBuilder text(String part) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        reserve(text.length + 1);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        bytes[length++] = 0;
        return this;
    }

    public KeyBuilder number(int part) {
        return bigEndian(part ^ Integer.MIN_VALUE, Integer.BYTES);
    }

    public KeyBuilder number(long part) {
        return bigEndian(part ^ Long.MIN_VALUE, Long.BYTES);
    }

    /** A finite number; -0.0 and 0.0 are one key. */
    public KeyBuilder real(double part) {
        long bits = Double.doubleToLongBits(part + 0.0);
        // Negative doubles sort backwards by their bits; turning all of them makes the order one.
        return number(bits < 0 ? Long.MIN_VALUE - bits - 1 : bits);
    }

    public KeyBuilder day(LocalDate part) {
        return number((int) part.toEpochDay());
    }

    public KeyBuilder instant(Instant part) {
        return number(part.toEpochMilli());
    }

    /** Reads back what {@link #instant} wrote at a place of a key. */
    public static Instant instantAt(Key key, int at) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(key.bytes()).getLong(at) ^ Long.MIN_VALUE);
    }

    public Key key() {
        return Key.of(Arrays.copyOf(bytes, length));
    }

    /** The number that a key ends with, see {@link #number(int)}. */
    public static int lastNumber(Key key) {
        byte[] bytes = key.bytes();
        return ByteBuffer.wrap(bytes, bytes.length - Integer.BYTES, Integer.BYTES)
                        .getInt()
                ^ Integer.MIN_VALUE;
    }

    private KeyBuilder bigEndian(long part, int size) {
        reserve(size);
        for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (part >> shift);
        }
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
