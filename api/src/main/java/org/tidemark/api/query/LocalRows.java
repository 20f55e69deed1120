package org.tidemark.api.query;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.tidemark.api.peer.PeerRow;
import org.tidemark.engine.table.Key;

/** The rows of what is here, from where the page before ended, and one more than the limit where it cuts them. */
final class LocalRows<T> {
    private final Walk<T> walk;
    private final Question<T> question;
    private final RowText<T> text;
    private final long most;
    private final Cursor from;

    LocalRows(Walk<T> walk, Question<T> question, RowText<T> text, int limit, Cursor from) {
        this.walk = walk;
        this.question = question;
        this.text = text;
        this.most = limit + 1L;
        this.from = from;
    }

    /** How many rows there are; one more than the limit where it cuts them. */
    int count() {
        AtomicInteger seen = new AtomicInteger();
        Predicate<Key> behind = from.behind();
        walk.each(row -> !behind.test(question.place().apply(row)) || seen.incrementAndGet() < most);
        return seen.get();
    }

    /** Whether there is no row. */
    boolean isEmpty() {
        AtomicBoolean seen = new AtomicBoolean();
        Predicate<Key> behind = from.behind();
        walk.each(row -> {
            seen.set(behind.test(question.place().apply(row)));
            return !seen.get();
        });
        return !seen.get();
    }

    /** Hands over rows while they are wanted. */
    void each(Predicate<PeerRow> wantsMore) {
        AtomicInteger seen = new AtomicInteger();
        Predicate<Key> behind = from.behind();
        walk.each(row -> {
            Key place = question.place().apply(row);
            return !behind.test(place)
                    || (seen.incrementAndGet() <= most && wantsMore.test(new PeerRow(place, text.of(row))));
        });
    }
}
