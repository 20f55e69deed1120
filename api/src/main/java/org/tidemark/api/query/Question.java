package org.tidemark.api.query;

import java.io.Writer;
import java.util.Set;
import java.util.function.Function;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Key;
import org.tidemark.streams.state.StoreAccess;

/**
 * A question whose answer is a list.
 *
 * @param name of the array in the JSON answer
 * @param economies that are asked for
 * @param places which parts may answer
 * @param walk finds the rows in some stores
 * @param place of a row in the order of all rows
 */
record Question<T>(
        String name,
        Economies economies,
        Set<StorePlace> places,
        Function<StoreAccess, Walk<T>> walk,
        Function<T, Key> place,
        Function<Writer, CsvRows<T>> csv,
        JsonRow<T> json) {

    /** Whether equal rows of several monitors are one. */
    boolean distinct() {
        return json instanceof ListEntry.Json;
    }

    /** Rows as they stand in an answer of one format. */
    RowText<T> text(AnswerFormat format) {
        return format.rows() == AnswerFormat.CSV ? RowText.csv(csv) : RowText.json(json);
    }
}
