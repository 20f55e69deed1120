package org.tidemark.engine.table;

import java.util.Arrays;
import java.util.HexFormat;

/** A key of a table: bytes that sort, unsigned, as the parts do that a {@link KeyBuilder} made them of. */
public final class Key implements Comparable<Key> {
    /** The prefix of every key. */
    public static final Key EMPTY = new Key(new byte[0]);

    private final byte[] bytes;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A key of these bytes, which the caller never changes afterwards. */
    public static Key of(byte[] bytes) {
        return new Key(bytes);
    }

    /** The bytes themselves: to be read, never changed. */
    public byte[] bytes() {
        return bytes;
    }

    public boolean startsWith(Key prefix) {
        int length = prefix.bytes.length;
        return length <= bytes.length && Arrays.equals(bytes, 0, length, prefix.bytes, 0, length);
    }

    /** The first key behind all keys that begin with this one, which ends with a text, so with a zero byte. */
    public Key end() {
        byte[] end = bytes.clone();
        end[end.length - 1] = 1;
        return new Key(end);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
