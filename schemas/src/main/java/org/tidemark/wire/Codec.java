package org.tidemark.wire;

/**
 * One kind of value as bytes. Safe for use by several threads.
 *
 * @param <T> the value in core's own terms
 */
public interface Codec<T> {
    byte[] encode(T value);

    /**
     * Reads what {@link #encode} or an earlier release of it wrote.
     *
     * @throws UndecodableException when the bytes are no such value; the message says why
     */
    T decode(byte[] bytes) throws UndecodableException;
}
