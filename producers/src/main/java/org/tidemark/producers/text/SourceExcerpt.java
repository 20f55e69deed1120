package org.tidemark.producers.text;

import org.tidemark.text.PlainText;

/** Foreign text as a message may show it: quoted, on one line, short. */
public final class SourceExcerpt {
    private static final int CHARS_MAX = 40;

    private SourceExcerpt() {}

    /** The text in single quotes, 40 characters at most, control characters as question marks. */
    public static String of(String text) {
        boolean cut = text.length() > CHARS_MAX;
        StringBuilder shown = new StringBuilder(CHARS_MAX + 5).append('\'');
        for (int i = 0; i < Math.min(CHARS_MAX, text.length()); i++) {
            char c = text.charAt(i);
            shown.append(PlainText.isObeyed(c) ? '?' : c);
        }
        return shown.append(cut ? "...'" : "'").toString();
    }
}
