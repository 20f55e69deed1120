package org.tidemark.producers.text;

import org.tidemark.producers.UnreadableFileException;

/** Takes the rows below a header, in the order of the file. */
@FunctionalInterface
public interface RowReader {
    void row(Row row);

    /** Makes a reader for a header; this is where a format asks for its columns. */
    @FunctionalInterface
    interface Factory {
        /**
         * Finds the columns.
         *
         * @throws UnreadableFileException when the header lacks what the format needs
         */
        RowReader under(Header header) throws UnreadableFileException;
    }
}
