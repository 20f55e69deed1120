package org.tidemark.api.query;

import org.jspecify.annotations.Nullable;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushIds;

/**
 * Figures that somebody pushes.
 *
 * @param by name that belongs to the token
 * @param key under which the same means the same; null where the body is its own key
 * @param hash of what was received
 * @param csv the figures as plain CSV
 */
// Nobody compares requests.
@SuppressWarnings("ArrayRecordComponent")
public record PushRequest(String by, @Nullable String key, PushForm form, String hash, byte[] csv) {
    private static final int KEY_CHARS_MAX = 200;

    /**
     * Reads a body.
     *
     * @throws BadQueryException where it is no JSON of figures, or the key is none
     */
    static PushRequest of(String by, @Nullable String key, PushForm form, byte[] body) {
        byte[] csv = form == PushForm.JSON ? JsonFigures.csv(body) : body;
        return new PushRequest(by, key == null ? null : bare(key), form, PushIds.hash(body), csv);
    }

    /** The draft of the IETF has it as text in quotation marks; most send it without. */
    private static String bare(String key) {
        String text = key.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String bare = quoted ? text.substring(1, text.length() - 1) : text;
        if (!bare.matches("[\\x21-\\x7e]{1," + KEY_CHARS_MAX + "}")) {
            throw new BadQueryException("Idempotency-Key is 1 to %d characters of ASCII without blanks, such as a UUID"
                    .formatted(KEY_CHARS_MAX));
        }
        return bare;
    }

    /** The id of the release that it becomes. */
    public String id() {
        return PushIds.id(by, key, hash);
    }
}
