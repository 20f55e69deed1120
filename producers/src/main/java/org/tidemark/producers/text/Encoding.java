package org.tidemark.producers.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tidemark.producers.SourceFile;

/**
 * The character set of a file, found from its bytes: a mark at its beginning, the zeros that UTF-16 has in every other
 * place, else UTF-8, and only where not one character beyond ASCII is UTF-8 the character set that the format falls back
 * on.
 *
 * @param charset of what {@link #open} gives
 * @param wide whether the file is in UTF-16; it is then read as UTF-8
 * @param bigEndian of UTF-16, whether the high byte comes first
 */
record Encoding(Charset charset, boolean wide, boolean bigEndian) {
    private static final int CHUNK_BYTES = 1 << 16;
    /** Below this many bytes a few zeros could be anything. */
    private static final int UNMISTAKABLE_BYTES = 16;

    private static Encoding of(Charset charset) {
        return new Encoding(charset, false, false);
    }

    /** As far as the first bytes tell. */
    static Encoding ofHead(byte[] head, Charset otherwise) {
        if (isWide(head, false)) {
            return new Encoding(StandardCharsets.UTF_8, true, false);
        }
        if (isWide(head, true)) {
            return new Encoding(StandardCharsets.UTF_8, true, true);
        }
        HighBytes seen = new HighBytes(otherwise);
        seen.see(head, head.length);
        return of(seen.isOtherwise() ? otherwise : StandardCharsets.UTF_8);
    }

    /** As all bytes tell; one word beyond ASCII may stand at the very end. */
    static Encoding ofFile(SourceFile file, Charset otherwise) throws IOException {
        Encoding head = ofHead(file.head(), otherwise);
        if (head.wide) {
            return head;
        }
        HighBytes seen = new HighBytes(otherwise);
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = file.open()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                seen.see(chunk, count);
            }
        }
        return of(seen.isOtherwise() ? otherwise : StandardCharsets.UTF_8);
    }

    private static boolean isWide(byte[] head, boolean bigEndian) {
        if (head.length < 2) {
            return false;
        }
        int mark = bigEndian ? unit(head[0], head[1]) : unit(head[1], head[0]);
        if (mark == 0xFEFF) {
            // UTF-32 begins alike, and goes on with two zeros.
            return bigEndian || head.length < 4 || head[2] != 0 || head[3] != 0;
        }
        int pairs = head.length / 2;
        int zeros = 0;
        for (int i = 0; i < pairs; i++) {
            byte high = head[2 * i + (bigEndian ? 0 : 1)];
            byte low = head[2 * i + (bigEndian ? 1 : 0)];
            if (low == 0) {
                return false;
            }
            zeros += high == 0 ? 1 : 0;
        }
        return head.length >= UNMISTAKABLE_BYTES && zeros * 10L >= pairs * 9L;
    }

    private static int unit(byte high, byte low) {
        return ((high & 0xFF) << 8) | (low & 0xFF);
    }

    InputStream open(InputStream bytes) {
        return wide ? new Utf16Input(bytes, bigEndian) : bytes;
    }

    /** Name for people. */
    String title() {
        String order = bigEndian ? "UTF-16BE" : "UTF-16LE";
        return wide ? order : charset.name();
    }
}
