package org.tidemark.api.query;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.tidemark.api.peer.Row;

/** The rows of what is here. They are walked once to see how many there are, which has to be said first, and once to write them. */
final class LocalRows<T> {
    private final Walk<T> walk;
    private final Question<T> question;
    private final RowText<T> text;
    private final int limit;

    LocalRows(Walk<T> walk, Question<T> question, RowText<T> text, int limit) {
        this.walk = walk;
        this.question = question;
        this.text = text;
        this.limit = limit;
    }

    /** How many rows there are; one more than the limit where it cuts them. */
    int count() {
        AtomicInteger seen = new AtomicInteger();
        walk.each(row -> seen.incrementAndGet() <= limit);
        return seen.get();
    }

    /** Hands over rows up to the limit, while they are wanted. */
    void each(Predicate<Row> wantsMore) {
        AtomicInteger seen = new AtomicInteger();
        walk.each(row -> seen.incrementAndGet() <= limit
                && wantsMore.test(new Row(question.place().apply(row), text.of(row))));
    }
}
