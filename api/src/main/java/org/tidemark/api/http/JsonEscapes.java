package org.tidemark.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;
import org.tidemark.text.PlainText;

/** JSON in which nothing is obeyed by a terminal that shows it: escaped, so that no character is lost. */
public final class JsonEscapes extends CharacterEscapes {
    private static final int DELETE = 0x7F;

    private final int[] ascii = standardAsciiEscapesForJSON();

    private JsonEscapes() {
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    /** A factory that leaves streams open, which whoever opened them closes. */
    public static JsonFactory factory() {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        return factory.setCharacterEscapes(new JsonEscapes());
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
        boolean half = ch >= Character.MIN_SURROGATE && ch <= Character.MAX_SURROGATE;
        return PlainText.isObeyed(ch) && !half ? new SerializedString("\\u%04x".formatted(ch)) : null;
    }
}
