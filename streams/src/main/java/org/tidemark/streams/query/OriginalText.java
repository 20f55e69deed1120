package org.tidemark.streams.query;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes as they were received, for people to read. */
public final class OriginalText {
    private OriginalText() {}

    /**
     * The bytes as text where all of it is printable UTF-8 without a backslash, else byte by byte with \\xNN for what is
     * no printable ASCII: nothing is lost, nothing can be read two ways, and no terminal is harmed.
     */
    public static String printable(byte[] bytes) {
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        if (decoded.codePoints().allMatch(OriginalText::isPlain)) {
            return decoded;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte b : bytes) {
            boolean ascii = b >= ' ' && b < 0x7f && b != '\\';
            escaped.append(ascii ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02x", b));
        }
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        // Format characters turn the reading direction or hide; a replacement stands for bytes that were no UTF-8.
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return !hidden && c != '\uFFFD' && c != '\\';
    }

    /** Whether the bytes are UTF-8 without control characters but those of lines: the rows of a file, and no record of ours. */
    static boolean isText(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .codePoints()
                .allMatch(c -> isPlain(c) || c == '\\' || c == '\n' || c == '\r' || c == '\t');
    }
}
