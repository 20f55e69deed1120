package org.tidemark.streams.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;

/**
 * Builds keys whose unsigned bytes sort as their parts do, part by part, so that a prefix of parts is a prefix of bytes.
 *
 * <p>Texts end with a zero byte (ids never hold one); numbers are big-endian with the sign turned.
 */
public final class StoreKey {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);

    public StoreKey text(String part) {
        bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        return this;
    }

    public StoreKey number(int part) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part ^ Integer.MIN_VALUE)
                .array());
        return this;
    }

    public StoreKey number(long part) {
        bytes.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(part ^ Long.MIN_VALUE).array());
        return this;
    }

    /** A finite number; -0.0 and 0.0 are one key. */
    public StoreKey real(double part) {
        long bits = Double.doubleToLongBits(part + 0.0);
        // Negative doubles sort backwards by their bits; turning all of them makes the order one.
        return number(bits < 0 ? Long.MIN_VALUE - bits - 1 : bits);
    }

    public StoreKey day(LocalDate part) {
        return number((int) part.toEpochDay());
    }

    public StoreKey instant(Instant part) {
        return number(part.toEpochMilli());
    }

    public Bytes bytes() {
        return Bytes.wrap(bytes.toByteArray());
    }
}
