package org.tidemark.producers.text;

/**
 * Whether a quoted field is still open at the end of a line, which is all that must be known to join lines; the cells
 * themselves are FastCSV's work. RFC 4180: a quote opens a field only at its start, and two quotes within are one.
 */
final class QuoteScan {
    enum State {
        CLOSED,
        OPEN,
        /** Text follows a closing quote. */
        BROKEN
    }

    private static final char QUOTE = '"';

    private final char separator;

    QuoteScan(char separator) {
        this.separator = separator;
    }

    /** State at the end of the line, given whether a field was open at its beginning. */
    State after(String line, boolean openBefore) {
        boolean open = openBefore || startsField(line, 0);
        int at = open && !openBefore ? 1 : 0;
        while (true) {
            at = open ? closing(line, at) + 1 : line.indexOf(separator, at);
            if (open && at == 0) {
                return State.OPEN;
            }
            if (at < 0 || at == line.length()) {
                return State.CLOSED;
            }
            if (line.charAt(at) != separator) {
                return State.BROKEN;
            }
            open = startsField(line, at + 1);
            at += open ? 2 : 1;
        }
    }

    private static boolean startsField(String line, int at) {
        return at < line.length() && line.charAt(at) == QUOTE;
    }

    /** Where the open field closes; -1 when not in this line. */
    private static int closing(String line, int from) {
        int at = line.indexOf(QUOTE, from);
        while (at >= 0 && line.startsWith("\"", at + 1)) {
            at = line.indexOf(QUOTE, at + 2);
        }
        return at;
    }
}
