package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts between numbers: their length, then their bytes. */
final class Packed {
    private Packed() {}

    static int size(String text) {
        return Short.BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }

    static void put(ByteBuffer bytes, String text) {
        byte[] its = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer unused = bytes.putShort((short) its.length).put(its);
    }

    static String text(ByteBuffer bytes) {
        byte[] its = new byte[bytes.getShort()];
        ByteBuffer unused = bytes.get(its);
        return new String(its, StandardCharsets.UTF_8);
    }
}
