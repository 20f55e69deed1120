package org.tidemark.standalone.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.tidemark.text.PlainText;

/** What a command prints: names, notes and file names are among it, and a terminal must obey none of them. */
final class PlainWriter extends FilterWriter {
    private static final char REPLACEMENT = '\uFFFD';

    PlainWriter(Writer out) {
        super(out);
    }

    /** Before a writer of the terminal; each line goes out at once. */
    static PrintWriter on(Writer terminal) {
        return new PrintWriter(new PlainWriter(terminal), true);
    }

    @Override
    public void write(int c) throws IOException {
        out.write(shown((char) c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        char[] plain = new char[length];
        for (int i = 0; i < length; i++) {
            plain[i] = shown(text[from + i]);
        }
        out.write(plain, 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    /** Halves of a pair come one by one; whether they are whole is for whoever encodes them. */
    private static char shown(char c) {
        boolean ends =
                c == '\n' || c == '\t' || (c == '\r' && System.lineSeparator().indexOf('\r') >= 0);
        return ends || Character.isSurrogate(c) || !PlainText.isObeyed(c) ? c : REPLACEMENT;
    }
}
