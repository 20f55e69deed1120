package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;

/** Sentences folded at the width of a terminal. */
final class Fold {
    static final int WIDTH = 80;

    private Fold() {}

    /** Breaks between words; every line but the first begins with {@code indent} blanks. A word is never broken. */
    static List<String> lines(String text, int indent) {
        return lines(text, 0, indent);
    }

    /** As above, with blanks before the first line too. */
    static List<String> lines(String text, int first, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(first));
        boolean empty = true;
        for (String word : text.strip().split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
