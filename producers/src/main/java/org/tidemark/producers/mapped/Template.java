package org.tidemark.producers.mapped;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;

/** A text with columns in braces: {@code {year}-Q{quarter}}. */
final class Template {
    private static final int LITERAL = -1;

    private record Piece(String text, int column) {}

    private final List<Piece> pieces = new ArrayList<>();

    private Template() {}

    static Template of(String text, Header header) throws UnreadableFileException {
        Template template = new Template();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                template.pieces.add(new Piece(text.substring(at), LITERAL));
                break;
            }
            template.pieces.add(new Piece(text.substring(at, open), LITERAL));
            template.pieces.add(new Piece("", header.require(text.substring(open + 1, close))));
            at = close + 1;
        }
        return template;
    }

    String of(Row row) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.column() == LITERAL ? piece.text() : row.text(piece.column()));
        }
        return text.toString().strip();
    }
}
