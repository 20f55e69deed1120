package org.tidemark.producers.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Ids of what is pushed. They follow from who pushes under which key, so that no monitor has to remember them. */
public final class PushIds {
    private static final int LETTERS = 24;

    private PushIds() {}

    /** SHA-256, hexadecimal. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /**
     * The id: letters only, since digits in the name of a file may be its date.
     *
     * @param key under which it is pushed; null where the body itself is the key
     * @param body hash of what was received
     */
    public static String id(String by, @Nullable String key, String body) {
        String said = key == null ? "body\n%s\n%s".formatted(by, body) : "key\n%s\n%s".formatted(by, key);
        byte[] digest = digest(said.getBytes(StandardCharsets.UTF_8));
        StringBuilder letters = new StringBuilder();
        for (int i = 0; letters.length() < LETTERS; i++) {
            letters.append((char) ('a' + ((digest[i] >> 4) & 15))).append((char) ('a' + (digest[i] & 15)));
        }
        return letters.toString();
    }

    /** Whether a text may be an id. */
    public static boolean isId(String text) {
        return text.matches("[a-p]{" + LETTERS + "}");
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
