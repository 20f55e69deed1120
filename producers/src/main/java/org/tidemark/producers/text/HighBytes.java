package org.tidemark.producers.text;

import java.nio.charset.Charset;

/**
 * What the bytes beyond ASCII are: characters in UTF-8, or not. A state machine, so that a file may be of any size and a
 * character lie across two chunks.
 */
final class HighBytes {
    private static final String TYPOGRAPHY = "\u00a0\u00a7\u00a9\u00ab\u00ae\u00b0\u00b1\u00b2\u00b3\u00b4\u00b7\u00ba"
            + "\u00aa\u00bb\u00bc\u00bd\u00be\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2021\u2022\u2026"
            + "\u20ac\u2122\u2030\u2039\u203a";
    /** Letters that no word has: what is left of a mark, or of another character set. */
    private static final String NO_LETTERS = "\u00fe\u00ff";

    private final boolean[] plausible = new boolean[256];
    private long characters;
    private long others;
    private long implausible;
    private int more;
    private int inOne;

    HighBytes(Charset otherwise) {
        for (int i = 0x80; i < plausible.length; i++) {
            String text = new String(new byte[] {(byte) i}, otherwise);
            char c = text.isEmpty() ? '\ufffd' : text.charAt(0);
            plausible[i] = (Character.isLetter(c) && NO_LETTERS.indexOf(c) < 0) || TYPOGRAPHY.indexOf(c) >= 0;
        }
    }

    void see(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            see(bytes[i] & 0xFF);
        }
    }

    private void see(int b) {
        if (b >= 0x80 && !plausible[b]) {
            implausible++;
        }
        if (more > 0 && b >= 0x80 && b < 0xC0) {
            inOne++;
            if (--more == 0) {
                characters++;
                inOne = 0;
            }
            return;
        }
        if (more > 0) {
            others += inOne;
        }
        more = b >= 0xF0 && b < 0xF5 ? 3 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xC2 && b < 0xE0 ? 1 : 0;
        inOne = more > 0 ? 1 : 0;
        if (more == 0 && b >= 0x80) {
            others++;
        }
    }

    /** Whether it must be the other character set: no character is UTF-8, and each makes sense in the other. */
    boolean isOtherwise() {
        return characters == 0 && others > 0 && implausible == 0;
    }
}
