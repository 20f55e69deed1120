package org.tidemark.text;

/** Text from outside that whoever shows it need not fear. */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NEXT_LINE = 0x0085;

    private PlainText() {}

    /**
     * Whether a character is obeyed instead of shown: it moves a cursor, forges a line, or turns the order of letters.
     * Marks that only shape words of some scripts are not among them.
     */
    public static boolean isObeyed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT ->
                codePoint != SOFT_HYPHEN && codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    /** Whether nothing in the text is obeyed. */
    public static boolean isPlain(String text) {
        // Asked of every cell that is read or written, so without a stream.
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (isObeyed(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The text on one line: a blank for each tab and line break, a replacement character for all else that is obeyed. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(PlainText::shown).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int shown(int codePoint) {
        if (!isObeyed(codePoint)) {
            return codePoint;
        }
        boolean breaks = (codePoint >= '\t' && codePoint <= '\r')
                || codePoint == NEXT_LINE
                || Character.getType(codePoint) == Character.LINE_SEPARATOR
                || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR;
        return breaks ? ' ' : REPLACEMENT;
    }
}
