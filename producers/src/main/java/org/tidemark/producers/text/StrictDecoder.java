package org.tidemark.producers.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** Bytes as text of one charset, or not at all: a replacement character would hide what the publisher wrote. */
final class StrictDecoder {
    private static final int CHARS_FIRST = 1 << 10;

    private final CharsetDecoder decoder;
    private CharBuffer chars = CharBuffer.allocate(CHARS_FIRST);

    StrictDecoder(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    String charset() {
        return decoder.charset().name();
    }

    /** The text; null when the bytes are none in this charset. */
    @Nullable
    String decode(byte[] bytes) {
        int most = (int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte());
        if (chars.capacity() < most) {
            chars = CharBuffer.allocate(most);
        }
        chars.clear();
        decoder.reset();
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        if (result.isError() || decoder.flush(chars).isError()) {
            return null;
        }
        return chars.flip().toString();
    }
}
