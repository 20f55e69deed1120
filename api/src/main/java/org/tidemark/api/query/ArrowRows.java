package org.tidemark.api.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tidemark.api.arrow.ArrowStream;
import org.tidemark.text.SheetCell;

/**
 * A list as Arrow's stream. Made of the rows of the CSV answer, so that both say the same to the last digit, and so that
 * it makes no difference which monitor made a row.
 */
final class ArrowRows {
    private final ArrowStream stream;

    private ArrowRows(ArrowStream stream) {
        this.stream = stream;
    }

    /**
     * Begins with the schema.
     *
     * @param list as its JSON answer names it
     * @param header of its CSV answer
     */
    static ArrowRows begin(OutputStream out, String list, String header) throws IOException {
        return new ArrowRows(ArrowStream.begin(out, ColumnTypes.of(list, header)));
    }

    /** Takes whatever lines a row of the CSV answer has. */
    void write(byte[] row) {
        CsvRows.lines(row).forEach(line -> write(line.getFields()));
    }

    private void write(List<String> cells) {
        try {
            // No spreadsheet opens it: what was put before a formula is taken away again.
            stream.row(cells.stream().map(SheetCell::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() throws IOException {
        stream.end();
    }
}
