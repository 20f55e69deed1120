package org.tidemark.producers.text;

import java.util.List;

/**
 * How one file is written, as found out from its beginning.
 *
 * @param separator of the cells
 * @param lineOfHeader how many physical lines stand before the record that names the columns
 * @param above what those lines say, without blank ones, comments and the mark of a spreadsheet
 */
record Layout(char separator, int lineOfHeader, List<String> above) {
    /** Longer titles are no titles; a bound also for hostile files. */
    static final int LINES_ABOVE_MAX = 32;

    Layout {
        above = List.copyOf(above);
    }

    /** The header is the first record. */
    static Layout of(char separator) {
        return new Layout(separator, 0, List.of());
    }
}
