package org.tidemark.streams.query;

import java.io.Flushable;

/** Rows of one kind on their way into a CSV text. */
interface CsvRows<T> extends Flushable {
    void write(T row);
}
