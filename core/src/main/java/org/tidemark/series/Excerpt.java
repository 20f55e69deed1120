package org.tidemark.series;

import org.tidemark.text.PlainText;

/** Text from outside as a message may show it: its beginning, on one line, without what a terminal or a log obeys. */
public final class Excerpt {
    private static final int CHARACTERS_MAX = 40;

    private Excerpt() {}

    /** The first 40 characters; a question mark stands for each that is not to be shown. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(CHARACTERS_MAX)
                .map(c -> PlainText.isObeyed(c) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, Math.min(text.length(), 2 * CHARACTERS_MAX + 1)) > CHARACTERS_MAX
                ? shown + "..."
                : shown.toString();
    }

    /** All of a text on one line; a question mark stands for each character that is not to be shown. */
    public static String oneLine(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().map(c -> PlainText.isObeyed(c) ? '?' : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
